package questionbank.practice;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.ANSWER;
import static questionbank.practice.PracticeSteps.GRADE;
import static questionbank.practice.PracticeSteps.UNDO;
import static questionbank.practice.PracticeSteps.answerOne;
import static questionbank.practice.PracticeSteps.begin;
import static questionbank.practice.PracticeSteps.grade;
import static questionbank.practice.PracticeSteps.graded;
import static questionbank.practice.PracticeSteps.reveal;

/** Grades are recorded once, schedule the next review, and can be undone. */
@PageTest
class GradingTests {

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Test
	void theButtonShowsTheDueDateOfItsGrade() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		var promised = revealed.text(".how button[value=4] small");
		var next = visitor.arrive(visitor.send(revealed, GRADE, "grade", "4"));
		var over = visitor.arrive(visitor.send(next, "form[action$=end]"));
		assertThat(over.texts(".result small")).containsExactly("due " + promised);
	}

	@Test
	void repeatedRequestsChangeNothing() {
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
	void keepsTheFirstAnswerAndTheFirstGrade() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var revealed = visitor.arrive(visitor.send(first, ANSWER, "answer", "Mine"));
		var changed = visitor.send(first, ANSWER, "answer", "Copied from the sample");
		assertThat(changed.status()).isEqualTo(409);
		assertThat(changed.text("[role=alert]")).contains("You have answered this question already");
		assertThat(changed.text(".typed")).isEqualTo("Copied from the sample");
		assertThat(visitor.open(changed.links("main .button").get(0)).text(".typed")).isEqualTo("Mine");
		visitor.send(revealed, GRADE, "grade", "4");
		var otherwise = visitor.send(revealed, GRADE, "grade", "1");
		assertThat(otherwise.status()).isEqualTo(409);
		assertThat(otherwise.text("[role=alert]")).contains("You have graded this answer already");
		assertThat(graded(visitor)).containsExactly("easy");
	}

	@Test
	void undoRestoresTheStateBeforeTheGrade() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		var before = revealed.texts(".steps button small");
		var next = visitor.arrive(visitor.send(revealed, GRADE, "grade", "1", "covered", "2"));
		assertThat(next.text(".progress span")).isEqualTo("2 of 10, 1 to repeat");
		var undone = visitor.arrive(visitor.send(next, UNDO));
		assertThat(undone.text(".progress span")).isEqualTo("1 of 10");
		assertThat(undone.texts(".steps button small")).isEqualTo(before);
		assertThat(undone.html().select(".ticks input[checked]").eachAttr("value")).containsExactly("2");
		assertThat(visitor.open("/practice").texts(".shares tbody td:last-child"))
			.allMatch((text) -> text.startsWith("0 of"));
	}

	@Test
	void undoReopensAnEndedSession() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var over = visitor.arrive(visitor.send(grade(visitor, first, "4"), "form[action$=end]"));
		var undone = visitor.arrive(visitor.send(over, UNDO));
		assertThat(undone.text("h1")).isEqualTo(first.text("h1"));
		assertThat(visitor.arrive(visitor.send(undone, GRADE, "grade", "4")).text(".progress span"))
			.isEqualTo("2 of 10");
	}

	@Test
	void rejectsAGradeInAnEndedSession() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		visitor.send(revealed, "form[action$=end]");
		var refused = visitor.send(revealed, GRADE, "grade", "4");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).startsWith("This session has ended");
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void undoesOnlyTheLastGrade() {
		var visitor = this.pages.visitor();
		var second = grade(visitor, begin(visitor), "4");
		var third = grade(visitor, second, "4");
		var refused = visitor.send(second, UNDO);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).startsWith("You can undo only the last grade");
		assertThat(visitor.arrive(visitor.send(third, UNDO)).text("h1")).isEqualTo(second.text("h1"));
	}

	@Test
	void asksAMissedQuestionAgainInTheSession() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var page = grade(visitor, first, "1");
		for (int i = 0; i < 9; i++) {
			page = grade(visitor, page, "4");
		}
		assertThat(page.text(".progress span")).isEqualTo("10 of 10, 1 to repeat");
		assertThat(page.text("h1")).isEqualTo(first.text("h1"));
		assertThat(grade(visitor, page, "4").text("h1")).isEqualTo("10 questions practised");
	}

	@Test
	void aRepeatAsksForTheKeyPointsThatWereMissed() {
		var visitor = this.pages.visitor();
		var asked = visitor.open("/practice/sessions?question=7");
		assertThat(asked.html().select(".missedbefore")).isEmpty();
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", ""));
		var points = revealed.texts(".ticks bdi");
		var repeat = visitor.arrive(visitor.send(revealed, GRADE, "grade", "1", "covered", "1"));
		assertThat(repeat.text(".missedbefore summary"))
			.isEqualTo("Last time you missed " + (points.size() - 1) + " key points. Recall them first.");
		assertThat(repeat.one(".missedbefore").hasAttr("open")).isFalse();
		points.remove(1);
		assertThat(repeat.texts(".missedbefore li")).isEqualTo(points);
		assertThat(reveal(visitor, repeat).texts(".because")).filteredOn("missed last time"::equals)
			.hasSize(points.size());
	}

	@Test
	void aNewQuestionAnsweredWellIsNotRepeatedOnTheSameDay() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		assertThat(revealed.text(".how button[value=3] small"))
			.isEqualTo("in 2 days, " + revealed.text(".how button[value=3] small").replaceFirst(".*, ", ""));
		assertThat(visitor.arrive(visitor.send(revealed, GRADE, "grade", "3")).text(".progress span"))
			.isEqualTo("2 of 10");
	}

	@Test
	void proposesAGradeByTheTickedKeyPoints() {
		var visitor = this.pages.visitor();
		var spoken = reveal(visitor, begin(visitor));
		assertThat(spoken.text(".proposal")).matches("0 of [0-9]+ key points ticked\\.");
		assertThat(spoken.html().select(".steps .primary")).isEmpty();
		var next = visitor.arrive(visitor.send(spoken, GRADE, "grade", "4"));
		var typed = visitor.arrive(visitor.send(next, ANSWER, "answer", "Nothing to the point"));
		assertThat(typed.text(".proposal")).matches("0 of [0-9]+ key points ticked\\. Proposed: 1 missed it\\.");
		assertThat(typed.html().select(".steps .primary").eachAttr("value")).containsExactly("1");
		var fields = new LinkedMultiValueMap<String, String>();
		typed.one(GRADE).select("input[type=hidden]").forEach((field) -> fields.add(field.attr("name"), field.val()));
		typed.html().select(".ticks input").forEach((tick) -> fields.add("covered", tick.val()));
		var wrong = visitor.post(typed.one(GRADE).attr("action"), fields);
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text(".proposal")).endsWith("Proposed: 3 well.");
		assertThat(wrong.html().select(".steps .primary").eachAttr("value")).containsExactly("3");
	}

	@Test
	void theEndTellsTheResultsWithOneRowAQuestion() {
		var visitor = this.pages.visitor();
		var asked = visitor.open("/practice/sessions?question=7");
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "The first"));
		var repeat = visitor.arrive(visitor.send(revealed, GRADE, "grade", "1"));
		var second = visitor.arrive(visitor.send(repeat, ANSWER, "answer", "The second"));
		var over = visitor.arrive(visitor.send(second, GRADE, "grade", "3", "covered", "0"));
		assertThat(over.text("h1")).isEqualTo("1 question practised");
		assertThat(over.texts(".results dd").get(0)).isEqualTo("1 missed it · 1 well");
		assertThat(over.texts(".results dt")).contains("Key points covered", "Readiness");
		assertThat(over.html().select(".results dd").last().text()).matches("0 % → to [1-9][0-9]* %");
		assertThat(over.texts(".results h3")).containsExactly("Most missed key points");
		assertThat(over.html().select(".graded li .record")).hasSize(1);
		assertThat(over.text(".record .result")).startsWith("missed it, then well due ");
		assertThat(over.texts(".record .typed")).containsExactly("The first", "The second");
		assertThat(over.texts("main > .actions a")).containsExactly("Back to your plan for today", "Back to question 7",
				"Your progress");
	}

	@Test
	void theEndTellsTheSameReadinessWhenItIsOpenedLater() {
		var visitor = this.pages.visitor();
		var asked = visitor.open("/practice/sessions?question=7");
		var sent = visitor.send(asked, ANSWER, "answer", "The first");
		var address = sent.header("Location");
		var over = visitor.arrive(visitor.send(visitor.arrive(sent), GRADE, "grade", "3"));
		var readiness = over.html().select(".results dd").last().text();
		assertThat(readiness).matches("0 % → to [1-9][0-9]* %");
		this.clock.advance(Duration.ofDays(30));
		answerOne(visitor, "7", "The second");
		answerOne(visitor, "3", "Another");
		var later = visitor.open(address);
		assertThat(later.html().select(".results dt").last().text()).isEqualTo("Readiness");
		assertThat(later.html().select(".results dd").last().text()).isEqualTo(readiness);
	}

	@Test
	void offersFourGradesInTwoGroups() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		assertThat(revealed.texts(".steps > button span")).containsExactly("1 Missed it");
		assertThat(revealed.text(".steps [role=group] > p")).isEqualTo("Got it");
		assertThat(revealed.texts(".steps [role=group] button span")).containsExactly("2 barely", "3 well", "4 easily");
		assertThat(revealed.texts(".steps button small")).hasSize(4).allMatch((due) -> due.contains("in "));
	}

	@Test
	void rejectsAGradeBeforeTheAnswer() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var refused = visitor.post(first.one(ANSWER).attr("action").replace("answer", "grade"),
				Map.of("_csrf", first.html().select("[name=_csrf]").first().val(), "grade", "3", "version", "1"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).contains("before you grade it");
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void skipsAWithdrawnQuestion() {
		var visitor = this.pages.visitor();
		var id = this.world.add(World.question("What became of this?", "It was retired."));
		var asked = visitor.open("/practice/sessions?question=" + id);
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "Mine"));
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "Wrong"));
		var refused = visitor.send(revealed, GRADE, "grade", "3");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).contains("was withdrawn");
		assertThat(visitor.open(refused.links("main .button").get(0)).text("h1"))
			.isEqualTo("You ended before grading an answer");
		assertThat(visitor.open("/practice/sessions?question=" + id).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "5", "", "good", "-1", "3.0" })
	void rejectsUnknownGrades(String grade) {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, begin(visitor));
		var wrong = visitor.send(revealed, GRADE, "grade", grade);
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text(".verdict .mistake")).isEqualTo("Please choose one: missed it, barely, well or easily.");
		assertThat(graded(visitor)).isEmpty();
	}

}
