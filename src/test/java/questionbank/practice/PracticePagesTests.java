package questionbank.practice;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.Page;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.World;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;

/** A session as a browser without scripts has it, and what is not as it should be. */
@PageTest
class PracticePagesTests {

	private static final String START = ".now form";

	private static final String ANSWER = "form.answering";

	private static final String GRADE = "form.grading";

	private static final String UNDO = "form[action$=reversal]";

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Test
	void goesFromTheQuestionToTheGradeAndOn() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		assertThat(first.text(".progress span")).isEqualTo("1 of 10");
		assertThat(first.html().select(".compare, .ticks")).isEmpty();
		var prompt = first.text("h1");
		var revealed = visitor.arrive(visitor.send(first, ANSWER, "answer", "I begin with\nthe outcome."));
		assertThat(revealed.text("h1")).isEqualTo(prompt);
		assertThat(revealed.one(".typed").wholeText()).isEqualTo("I begin with\nthe outcome.");
		assertThat(revealed.text(".compare .prose")).startsWith("My first step is to clarify");
		assertThat(revealed.texts(".ticks label")).hasSize(8);
		assertThat(revealed.texts(".steps button small")).hasSize(4)
			.startsWith("again in 1 min", "in 6 min", "in 10 min")
			.last()
			.asString()
			.matches("in \\d+ days, \\d+ \\w+.*");
		var second = visitor.arrive(visitor.send(revealed, GRADE, "grade", "4"));
		assertThat(second.text(".progress span")).isEqualTo("2 of 10");
		assertThat(second.text("h1")).isNotEqualTo(prompt);
		assertThat(visitor.open("/practice").text(".now .load"))
			.isEqualTo("9 questions for today, all new to you; 1 done.");
	}

	@Test
	void promisesTheDateThatItKeeps() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		var promised = revealed.text(".how button[value=4] small");
		var next = visitor.arrive(visitor.send(revealed, GRADE, "grade", "4"));
		var over = visitor.arrive(visitor.send(next, "form[action$=end]"));
		assertThat(over.texts(".result small")).containsExactly("next " + promised);
	}

	@Test
	void givesACookieWhenPracticeBeginsAndNotBefore() {
		var visitor = this.pages.visitor();
		for (var address : List.of("/practice", "/practice/sessions", "/practice/progress",
				"/practice/sessions?question=7")) {
			visitor.open(address);
		}
		assertThat(visitor.cookie("PRACTICE")).isEmpty();
		var answer = visitor.send(visitor.open("/practice"), START);
		assertThat(answer.header("Set-Cookie")).contains("PRACTICE=")
			.contains("HttpOnly", "SameSite=Lax", "Max-Age=31536000", "Path=/");
		var revealed = reveal(visitor, visitor.arrive(answer));
		assertThat(visitor.send(revealed, GRADE, "grade", "3").header("Set-Cookie")).contains("PRACTICE=");
		assertThat(visitor.cookie("SESSION")).isEmpty();
	}

	@Test
	void beginsTodayOnce() {
		var visitor = this.pages.visitor();
		var page = visitor.open("/practice");
		var first = visitor.send(page, START).header("Location");
		assertThat(visitor.send(page, START).header("Location")).isEqualTo(first);
		assertThat(visitor.open("/practice").links(".open a")).containsExactly(first);
		var list = visitor.open("/practice/sessions?difficulty=hard");
		var free = visitor.send(list, "form:has([value=free])").header("Location");
		assertThat(visitor.send(list, "form:has([value=free])").header("Location")).isEqualTo(free).isNotEqualTo(first);
	}

	@Test
	void leavesNothingOpenThatCannotBeFinished() {
		var visitor = this.pages.visitor();
		var id = this.world.add(World.question("What became of this?", Difficulty.MEDIUM, "It was retired.", "going"));
		visitor.send(visitor.open("/practice/sessions?topic=going"), "form:has([value=free])");
		assertThat(visitor.open("/practice").links(".open a")).hasSize(1);
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "Wrong"));
		assertThat(visitor.open("/practice").links(".open a")).isEmpty();
	}

	@Test
	void keepsTheZoneOfWhoSaysNothingOfIt() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", "Asia/Tokyo");
		var revealed = reveal(visitor, begin(visitor));
		visitor.send(revealed, GRADE, "grade", "3");
		assertThat(visitor.open("/practice/progress/export").html().text()).contains("\"zone\":\"Asia/Tokyo\"");
	}

	@Test
	void handsOutAllThatIsKeptAndDeletesItAtOnce() {
		var visitor = this.pages.visitor();
		grade(visitor, visitor.arrive(visitor.send(begin(visitor), ANSWER, "answer", "All mine")), "4");
		var export = visitor.open("/practice/progress/export");
		assertThat(export.header("Content-Disposition")).isEqualTo("attachment; filename=\"practice.json\"");
		assertThat(export.html().text()).contains("\"format\":\"question-bank-practice\"", "All mine",
				"\"grade\":\"easy\"", "\"kind\":\"today\"");
		var unsure = visitor.send(visitor.open("/practice/progress"), "form[action$=removal]");
		assertThat(unsure.status()).isEqualTo(422);
		assertThat(unsure.text("#sure-mistake")).contains("Nothing was deleted");
		var gone = visitor
			.arrive(visitor.send(visitor.open("/practice/progress"), "form[action$=removal]", "sure", "true"));
		assertThat(gone.text(".notice")).contains("is deleted");
		assertThat(visitor.cookie("PRACTICE")).isEmpty();
		assertThat(visitor.open("/practice/progress/export").html().text()).doesNotContain("All mine");
	}

	@Test
	void doesNothingTwice() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var revealed = reveal(visitor, first);
		assertThat(visitor.send(first, ANSWER, "answer", "").status()).isEqualTo(302);
		var next = visitor.arrive(visitor.send(revealed, GRADE, "grade", "4"));
		var again = visitor.arrive(visitor.send(revealed, GRADE, "grade", "4"));
		assertThat(again.text("h1")).isEqualTo(next.text("h1"));
		assertThat(graded(visitor)).containsExactly("easy");
		var undone = visitor.arrive(visitor.send(next, UNDO));
		assertThat(undone.text("h1")).isEqualTo(revealed.text("h1"));
		assertThat(visitor.arrive(visitor.send(next, UNDO)).text("h1")).isEqualTo(revealed.text("h1"));
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void saysWhatWasDoneAlreadyAndKeepsIt() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var revealed = visitor.arrive(visitor.send(first, ANSWER, "answer", "Mine"));
		var changed = visitor.send(first, ANSWER, "answer", "Copied from the sample");
		assertThat(changed.status()).isEqualTo(409);
		assertThat(changed.text("[role=alert]")).contains("You had answered this question already");
		assertThat(changed.text(".typed")).isEqualTo("Copied from the sample");
		assertThat(visitor.open(changed.links("main .button").get(0)).text(".typed")).isEqualTo("Mine");
		visitor.send(revealed, GRADE, "grade", "4");
		var otherwise = visitor.send(revealed, GRADE, "grade", "1");
		assertThat(otherwise.status()).isEqualTo(409);
		assertThat(otherwise.text("[role=alert]")).contains("You had graded this answer already");
		assertThat(graded(visitor)).containsExactly("easy");
	}

	@Test
	void takesTheLastGradeBackExactly() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		var before = revealed.texts(".steps button small");
		var next = visitor.arrive(visitor.send(revealed, GRADE, "grade", "1", "covered", "2"));
		assertThat(next.text(".progress span")).isEqualTo("2 of 11");
		var undone = visitor.arrive(visitor.send(next, UNDO));
		assertThat(undone.text(".progress span")).isEqualTo("1 of 10");
		assertThat(undone.texts(".steps button small")).isEqualTo(before);
		assertThat(undone.html().select(".ticks input[checked]").eachAttr("value")).containsExactly("2");
		assertThat(visitor.open("/practice").texts(".shares tbody td:last-child"))
			.allMatch((text) -> text.startsWith("0 of"));
	}

	@Test
	void goesOnWithWhatIsTakenBackAfterTheEnd() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var over = visitor.arrive(visitor.send(grade(visitor, first, "4"), "form[action$=end]"));
		var undone = visitor.arrive(visitor.send(over, UNDO));
		assertThat(undone.text("h1")).isEqualTo(first.text("h1"));
		assertThat(visitor.arrive(visitor.send(undone, GRADE, "grade", "4")).text(".progress span"))
			.isEqualTo("2 of 10");
	}

	@Test
	void goesOnWithWhatIsAnsweredAfterTheEndInAnotherTab() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		visitor.send(first, "form[action$=end]");
		var revealed = visitor.arrive(visitor.send(first, ANSWER, "answer", "Mine"));
		assertThat(revealed.text(".typed")).isEqualTo("Mine");
		assertThat(revealed.texts(".ticks label")).isNotEmpty();
	}

	@Test
	void showsASecondAnswerToOneQuestionThatComesRightAfterTheFirst() {
		var visitor = this.pages.visitor();
		var asked = visitor.open("/practice/sessions?question=7");
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "Mine"));
		var other = visitor.send(asked, ANSWER, "answer", "Mine, but better");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.text(".typed")).isEqualTo("Mine, but better");
		assertThat(visitor.open(other.links("main .button").get(0)).text("h1")).isEqualTo(revealed.text("h1"));
	}

	@Test
	void hasOnePrimaryActionWhateverIsOpen() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice/sessions?difficulty=hard"), "form:has([value=free])");
		assertThat(visitor.open("/practice").texts(".now .primary")).containsExactly("Start today");
		visitor.send(visitor.open("/practice"), START);
		assertThat(visitor.open("/practice").texts(".now .primary")).containsExactly("Go on: Today, 0 of 10");
		assertThat(visitor.open("/practice").texts(".now .button")).hasSize(3);
	}

	@Test
	void takesBackOnlyWhatWasGradedLast() {
		var visitor = this.pages.visitor();
		var second = grade(visitor, begin(visitor), "4");
		var third = grade(visitor, second, "4");
		var refused = visitor.send(second, UNDO);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).startsWith("Only the last grade");
		assertThat(visitor.arrive(visitor.send(third, UNDO)).text("h1")).isEqualTo(second.text("h1"));
	}

	@Test
	void asksAgainWhatWasNotKnown() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var page = grade(visitor, first, "1");
		for (int i = 0; i < 9; i++) {
			page = grade(visitor, page, "4");
		}
		assertThat(page.text(".progress span")).isEqualTo("11 of 11");
		assertThat(page.text("h1")).isEqualTo(first.text("h1"));
		assertThat(grade(visitor, page, "4").text("h1")).isEqualTo("11 answers graded");
	}

	@Test
	void hidesEarlierAnswersUntilTheNewOneIsThere() {
		var visitor = this.pages.visitor();
		answerOne(visitor, "7", "The first time");
		var asked = visitor.open("/practice/sessions?question=7");
		assertThat(asked.html().text()).doesNotContain("The first time");
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "The second time"));
		assertThat(revealed.texts(".before .typed")).containsExactly("The first time");
	}

	@Test
	void practisesOneQuestionWithoutTouchingThePlan() {
		var visitor = this.pages.visitor();
		assertThat(visitor.open("/questions/7").links("main a")).contains("/practice/sessions?question=7");
		answerOne(visitor, "7", "");
		assertThat(visitor.open("/practice").text(".now .load")).startsWith("10 questions for today, all new");
		assertThat(graded(visitor)).containsExactly("good");
	}

	@Test
	void practisesAFilteredList() {
		var visitor = this.pages.visitor();
		var list = visitor.open("/questions?difficulty=hard&topic=reliability");
		var offer = visitor.open(list.links("main a[href^=/practice]").get(0));
		assertThat(offer.text("main p strong")).isEqualTo("1 question");
		var first = visitor.arrive(visitor.send(offer, "form:has([value=free])"));
		assertThat(first.text(".where strong")).isEqualTo("Free practice: hard · reliability");
		assertThat(first.text("h1")).startsWith("Tell me about a time you had to troubleshoot");
	}

	@Test
	void keepsAnswersFromAMockInterviewUntilItsEnd() {
		var visitor = this.pages.visitor();
		var offer = visitor.open("/practice/sessions?difficulty=medium");
		var page = visitor.arrive(visitor.send(offer, "form:has([value=mock])", "questions", "3", "minutes", "20"));
		var asked = new java.util.ArrayList<String>();
		for (int i = 1; i <= 3; i++) {
			assertThat(page.text(".progress span")).isEqualTo(i + " of 3");
			assertThat(page.html().select(".compare, .prose, .ticks")).isEmpty();
			asked.add(page.text("h1"));
			page = visitor.arrive(visitor.send(page, ANSWER, "answer", "Answer " + i));
		}
		for (int i = 1; i <= 3; i++) {
			assertThat(page.text("h1")).isEqualTo(asked.get(i - 1));
			assertThat(page.text(".typed")).isEqualTo("Answer " + i);
			page = visitor.arrive(visitor.send(page, GRADE, "grade", "3"));
		}
		assertThat(page.text("h1")).isEqualTo("3 answers graded");
	}

	@Test
	void isNobodyElsesBusiness() {
		var visitor = this.pages.visitor();
		var next = grade(visitor, begin(visitor), "4");
		var address = next.one(ANSWER).attr("action").replaceAll("/attempts.*", "");
		var stranger = this.pages.visitor();
		assertThat(stranger.open(address).header("Location")).isEqualTo("/sign-in?to=" + address);
		var token = stranger.open("/practice").html().select("[name=_csrf]").first().val();
		for (var action : List.of("/attempts/2/answer", "/attempts/2/grade", "/attempts/1/grade/reversal", "/end")) {
			var refused = stranger.post(address + action,
					Map.of("_csrf", token, "grade", "1", "version", "1", "answer", "Typed long"));
			assertThat(refused.status()).isEqualTo(404);
			assertThat(refused.links("main .button")).containsExactly("/sign-in?to=" + address);
			assertThat(refused.texts(".typed"))
				.isEqualTo(action.endsWith("answer") ? List.of("Typed long") : List.of());
		}
		assertThat(graded(visitor)).containsExactly("easy");
		assertThat(stranger.cookie("PRACTICE")).isEmpty();
	}

	@Test
	void gradesNothingBeforeItIsAnswered() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var refused = visitor.post(first.one(ANSWER).attr("action").replace("answer", "grade"),
				Map.of("_csrf", first.html().select("[name=_csrf]").first().val(), "grade", "3", "version", "1"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).contains("waits to be answered");
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void leavesOutWhatWasWithdrawnMeanwhile() {
		var visitor = this.pages.visitor();
		var id = this.world.add(World.question("What became of this?", "It was retired."));
		var asked = visitor.open("/practice/sessions?question=" + id);
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "Mine"));
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "Wrong"));
		var refused = visitor.send(revealed, GRADE, "grade", "3");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).contains("has been withdrawn");
		assertThat(visitor.open(refused.links("main .button").get(0)).text("h1")).isEqualTo("Nothing was graded");
		assertThat(visitor.open("/practice/sessions?question=" + id).status()).isEqualTo(404);
	}

	@Test
	void showsAnAnswerToAQuestionThatWasWithdrawnMeanwhile() {
		var visitor = this.pages.visitor();
		var id = this.world.add(World.question("What became of this?", "It was retired."));
		var asked = visitor.open("/practice/sessions?question=" + id);
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "Wrong"));
		var refused = visitor.send(asked, ANSWER, "answer", "Mine");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("[role=alert]")).contains("has been withdrawn");
		assertThat(refused.text(".typed")).isEqualTo("Mine");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "5", "", "good", "-1", "3.0" })
	void saysWhichGradesThereAre(String grade) {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		var wrong = visitor.send(revealed, GRADE, "grade", grade);
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text(".verdict .mistake")).isEqualTo("Please choose one: Again, Hard, Good or Easy.");
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void keepsAnAnswerThatCannotBeTaken() {
		var visitor = this.pages.visitor();
		for (var page : List.of(begin(visitor), visitor.open("/practice/sessions?question=7"))) {
			for (var answer : List.of("x".repeat(20_001), "a\u0007b")) {
				var wrong = visitor.send(page, ANSWER, "answer", answer);
				assertThat(wrong.status()).isEqualTo(422);
				assertThat(wrong.one("#answer").text()).isEqualTo(answer);
				assertThat(wrong.text("#answer-mistake")).containsPattern("at most 20,000|unreadable");
			}
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "PRACTICE", "' or 1=1 --", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void takesABrokenCookieForNone(String cookie) {
		var answer = this.pages.ask("GET", "/practice", "Accept", "text/html", "Cookie", "PRACTICE=" + cookie);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(new String(answer.body())).contains("10 questions");
	}

	@ParameterizedTest
	@CsvSource({ "date=2020-01-01, has passed", "date=2999-01-01, within a year", "date=tomorrow, 2026-05-01",
			"daily=0, from 1 to 200", "daily=201, from 1 to 200", "daily=ten, from 1 to 200",
			"difficulty=hardest, 'easy, medium and hard'", "topic=gardening, No question has" })
	void saysWhatIsWrongWithAPlan(String wrong, String message) {
		var visitor = this.pages.visitor();
		var parts = wrong.split("=");
		var answer = visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", parts[0], parts[1]);
		assertThat(answer.status()).isEqualTo(422);
		assertThat(answer.texts(".form .mistake")).singleElement().asString().contains(message);
		assertThat(visitor.cookie("PRACTICE")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/practice/sessions/0", "/practice/sessions/999999999999999999",
			"/practice/progress?page=0", "/practice/progress?page=x", "/practice/progress?page=7",
			"/practice/sessions?question=999", "/practice/sessions?question=x", "/practice/nothing" })
	@ExtendWith(OutputCaptureExtension.class)
	void findsNothingWhereNothingIs(String address, CapturedOutput log) {
		var page = this.pages.visitor().visit(address);
		assertThat(page.status()).isIn(404, 200);
		assertThat(page.text("h1")).isIn("Page not found", "Sign in");
		assertThat(log).doesNotContain("ERROR", "WARN");
	}

	@ParameterizedTest
	@CsvSource({ "kind=tomorrow, 422", "kind=mock&questions=0, 422", "kind=mock&minutes=x, 422",
			"difficulty=hardest, 422", "q=xyzzyx, 422" })
	void beginsNoSessionOfNothing(String asked, int status) {
		var visitor = this.pages.visitor();
		var fields = new java.util.LinkedHashMap<String, String>();
		fields.put("_csrf", visitor.open("/practice").html().select("[name=_csrf]").first().val());
		Stream.of(asked.split("&")).forEach((one) -> fields.put(one.split("=")[0], one.split("=")[1]));
		var answer = visitor.post("/practice/sessions", fields);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.texts("main .mistake")).isNotEmpty();
	}

	private Page begin(Visitor visitor) {
		return visitor.arrive(visitor.send(visitor.open("/practice"), START));
	}

	private Page reveal(Visitor visitor, Page page) {
		return page.html().select(ANSWER).isEmpty() ? page : visitor.arrive(visitor.send(page, ANSWER));
	}

	private Page grade(Visitor visitor, Page page, String grade) {
		return visitor.arrive(visitor.send(reveal(visitor, page), GRADE, "grade", grade));
	}

	private void answerOne(Visitor visitor, String question, String answer) {
		var asked = visitor.open("/practice/sessions?question=" + question);
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", answer));
		assertThat(visitor.arrive(visitor.send(revealed, GRADE, "grade", "3")).text("h1"))
			.isEqualTo("One answer graded");
	}

	/** The grades of all answers, the latest first. */
	private List<String> graded(Visitor visitor) {
		return visitor.open("/practice/progress").texts(".graded .grade");
	}

}
