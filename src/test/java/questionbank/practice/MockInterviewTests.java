package questionbank.practice;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.World;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;

/** The server's clock ends a mock interview, in browsers without scripts as well. */
@PageTest
class MockInterviewTests {

	private static final String ANSWER = "form.answering";

	private static final String GRADE = "form.grading";

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Test
	void acceptsTheAnswerToTheOpenQuestionAfterTheEndAndShowsTheGrading() {
		var visitor = this.pages.visitor();
		var first = begin(visitor, 2);
		var second = visitor.arrive(visitor.send(first, ANSWER, "answer", "In time"));
		this.clock.advance(Duration.ofMinutes(1).plusSeconds(30));
		var grading = visitor.arrive(visitor.send(second, ANSWER, "answer", "Typed until then"));
		assertThat(grading.text("h1")).isEqualTo(first.text("h1"));
		assertThat(grading.text(".typed")).isEqualTo("In time");
		var next = visitor.arrive(visitor.send(grading, GRADE, "grade", "3"));
		assertThat(next.text(".typed")).isEqualTo("Typed until then");
		assertThat(next.texts(".compare .hint")).isEmpty();
	}

	@Test
	void rejectsOtherAnswersAfterTheEnd() {
		var visitor = this.pages.visitor();
		var first = begin(visitor, 3);
		this.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
		var later = first.one(ANSWER).attr("action").replace("/1/", "/2/");
		var refused = visitor.post(later, Map.of("_csrf", token(first), "answer", "Of the next question"));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).contains("after the end of the mock interview");
		assertThat(refused.text(".typed")).isEqualTo("Of the next question");
		assertThat(visitor.send(first, ANSWER, "answer", "Of the open question").status()).isEqualTo(302);
		assertThat(visitor.post(later, Map.of("_csrf", token(first), "answer", "Again")).status()).isEqualTo(409);
	}

	@Test
	void savesAndMarksALateAnswer() {
		var visitor = this.pages.visitor();
		var first = begin(visitor, 2);
		this.clock.advance(Duration.ofMinutes(3).plusSeconds(1));
		var late = visitor.send(first, ANSWER, "answer", "Thought of it later");
		assertThat(late.status()).isEqualTo(200);
		assertThat(late.text("h1")).isEqualTo("The time was over");
		assertThat(late.text("[role=alert]")).contains("is saved, and marked as late");
		assertThat(late.text(".typed")).isEqualTo("Thought of it later");
		var grading = visitor.open(late.links("main .button").get(0));
		assertThat(grading.text(".typed")).isEqualTo("Thought of it later");
		assertThat(grading.text(".compare .hint")).isEqualTo("This arrived after the time was over.");
		assertThat(visitor.send(first, ANSWER, "answer", "Thought of it later").status()).isEqualTo(302);
	}

	@Test
	void skipsWithdrawnQuestionsWhenFindingTheOpenQuestion() {
		var visitor = this.pages.visitor();
		var first = begin(visitor, 2);
		var withdrawn = Long.valueOf(first.text(".number").replace("No. ", ""));
		this.bank.write("Ada", (questions) -> questions.retire(List.of(withdrawn), "Wrong"));
		var second = visitor.open(first.one(ANSWER).attr("action").replaceAll("/attempts.*", ""));
		this.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
		var grading = visitor.arrive(visitor.send(second, ANSWER, "answer", "Typed until then"));
		assertThat(grading.text(".typed")).isEqualTo("Typed until then");
	}

	@Test
	void continuesIfOnlyTheClockOfThePageHasRunOut() {
		var visitor = this.pages.visitor();
		var first = begin(visitor, 2);
		var again = visitor.send(first, ANSWER, "answer", "Half an ans", "ending", "time");
		assertThat(again.status()).isEqualTo(200);
		assertThat(again.text("h1")).isEqualTo(first.text("h1"));
		assertThat(again.one("#answer").text()).isEqualTo("Half an ans");
		assertThat(Long.parseLong(again.one("[data-clock]").attr("data-left"))).isBetween(1L, 60_000L);
		assertThat(visitor.arrive(visitor.send(again, ANSWER, "answer", "An answer")).text(".progress span"))
			.isEqualTo("2 of 2");
	}

	@Test
	void saysHowThePaceCompares() {
		var visitor = this.pages.visitor();
		for (int i = 0; i < 3; i++) {
			this.world.add(World.question("What is under time pressure?", Difficulty.MEDIUM, "Everything.", "pace"));
		}
		var offer = visitor.open("/practice/sessions?topic=pace");
		var first = visitor.arrive(visitor.send(offer, "form:has([value=mock])", "questions", "3", "minutes", "30"));
		assertThat(first.text(".pace")).isEqualTo("10 min a question: on time");
		this.clock.advance(Duration.ofMinutes(8));
		var second = visitor.arrive(visitor.send(first, ANSWER, "answer", "In time"));
		assertThat(second.text(".pace")).isEqualTo("10 min a question: 2 min ahead");
		assertThat(second.texts(".progress, .pace")).containsExactly("2 of 3", "10 min a question: 2 min ahead");
		assertThat(visitor.open("/practice").text(".open a"))
			.isEqualTo("Continue Mock interview: pace (1 of 3 answered, 22 min left)");
		this.clock.advance(Duration.ofMinutes(15));
		var address = second.one(ANSWER).attr("action").replaceAll("/attempts.*", "");
		assertThat(visitor.open(address).text(".pace")).isEqualTo("10 min a question: 3 min behind");
		this.clock.advance(Duration.ofMinutes(10));
		assertThat(visitor.open("/practice").text(".open a"))
			.startsWith("Continue Mock interview: pace (0 of 3 graded, started ");
	}

	@Test
	void theResultsOfAMockInterviewTellTimeKeyPointsAndProbes() {
		var visitor = this.pages.visitor();
		var offer = visitor.open("/practice/sessions?difficulty=hard");
		var page = visitor.arrive(visitor.send(offer, "form:has([value=mock])", "questions", "2", "minutes", "30"));
		for (int i = 0; i < 2; i++) {
			this.clock.advance(Duration.ofMinutes(4));
			page = visitor.arrive(visitor.send(page, ANSWER, "answer", ""));
		}
		for (int i = 0; i < 2; i++) {
			page = visitor.arrive(visitor.send(page, GRADE, "grade", "3", "covered", "0"));
		}
		assertThat(page.texts(".results dt")).containsExactly("Grades", "Time", "Key points covered", "Readiness");
		assertThat(page.texts(".results dd").subList(0, 2)).containsExactly("2 well", "8 minutes");
		assertThat(page.texts(".measured")).hasSize(2)
			.allMatch((measured) -> measured.matches("4 min, 1 of [0-9]+ key points"));
		assertThat(page.texts(".results h3")).containsExactly("Most missed key points", "Follow-up questions");
		assertThat(page.html().select(".results ul").last().select("li")).hasSize(2);
	}

	@Test
	void savesTheTypedAnswerWhenEnded() {
		var visitor = this.pages.visitor();
		var grading = visitor
			.arrive(visitor.send(begin(visitor, 2), ANSWER, "answer", "Enough for today", "ending", "now"));
		assertThat(grading.text(".typed")).isEqualTo("Enough for today");
		assertThat(grading.html().select(GRADE)).isNotEmpty();
	}

	@Test
	void offersToSendADraftOfTheOpenQuestionUntilItIsAnswered() {
		var visitor = this.pages.visitor();
		var first = begin(visitor, 2);
		var address = first.one(ANSWER).attr("action").replaceAll("/attempts.*", "");
		var second = visitor.arrive(visitor.send(first, ANSWER, "answer", "In time"));
		this.clock.advance(Duration.ofMinutes(1).plusSeconds(1));
		var unsent = visitor.open(address).one("[data-unsent]");
		assertThat(unsent.attr("action")).isEqualTo(second.one(ANSWER).attr("action"));
		assertThat(unsent.attr("data-unsent")).isEqualTo(second.one("#answer").attr("data-kept"));
		visitor.send(second, ANSWER, "answer", "Typed until then");
		assertThat(visitor.open(address).html().select("[data-unsent]")).isEmpty();
	}

	/** Starts a mock interview of one minute. */
	private HtmlPage begin(Visitor visitor, int questions) {
		for (int i = 0; i < questions; i++) {
			this.world.add(World.question("What is under time pressure?", Difficulty.MEDIUM, "Everything.", "haste"));
		}
		return visitor.arrive(visitor.send(visitor.open("/practice/sessions?topic=haste"), "form:has([value=mock])",
				"questions", "" + questions, "minutes", "1"));
	}

	private static String token(HtmlPage page) {
		return page.html().select("[name=_csrf]").first().val();
	}

}
