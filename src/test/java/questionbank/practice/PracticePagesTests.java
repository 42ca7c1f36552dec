package questionbank.practice;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.World;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.ratelimit.RateLimiter;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.ANSWER;
import static questionbank.practice.PracticeSteps.GRADE;
import static questionbank.practice.PracticeSteps.begin;
import static questionbank.practice.PracticeSteps.grade;
import static questionbank.practice.PracticeSteps.graded;
import static questionbank.practice.PracticeSteps.reveal;

/** Plan and data of a learner: who may read them, and how invalid input is answered. */
@PageTest
class PracticePagesTests {

	private static final String PLAN = "form[action='/practice/plan']";

	@Autowired
	private RateLimiter rateLimiter;

	@Autowired
	private Pages pages;

	@Autowired
	private MovingClock clock;

	@Test
	void saysHowManyAnswersAndMinutesTodayWillBe() {
		assertThat(this.pages.open("/practice").text(".work"))
			.isEqualTo("About 14 answers in 42 minutes, repeats included, if one takes you 3 min.");
	}

	@Test
	void countsTheMinutesByTheOwnPaceFromTenAnswersOn() {
		var visitor = this.pages.visitor();
		var page = begin(visitor);
		for (int answers = 0; answers < 10; answers++) {
			assertThat(visitor.open("/practice").text(".work")).contains("if one takes you 3 min");
			this.clock.advance(Duration.ofMinutes(4));
			page = grade(visitor, page, "1");
		}
		assertThat(visitor.open("/practice").text(".work"))
			.matches("About [0-9]+ answers in [0-9]+ minutes, repeats included, at your pace of 4 min an answer\\.");
	}

	@Test
	void keepsTheLastZoneIfAFormSendsNone() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "zone", "Asia/Tokyo");
		var revealed = reveal(visitor, begin(visitor));
		visitor.send(revealed, GRADE, "grade", "3");
		assertThat(visitor.open("/practice/progress/export").html().text()).contains("\"zone\":\"Asia/Tokyo\"");
	}

	@Test
	void limitsPlansOfAnonymousClientsByTheirAddress() {
		var client = this.pages.visitor();
		var other = this.pages.visitor().beside(client);
		assertThat(other.send(other.open("/practice"), PLAN).status()).isEqualTo(302);
		// At once, before the first token is refilled.
		for (int times = 1; times < 100; times++) {
			this.rateLimiter.consumeAnonymous(client.address());
		}
		var limited = client.send(client.open("/practice"), PLAN, "daily", "7");
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.header("Retry-After")).isNotNull();
		assertThat(limited.text("main form .mistake")).startsWith("Too many attempts.");
		assertThat(limited.one("#daily").val()).isEqualTo("7");
	}

	@Test
	void exportsAndDeletesAllData() {
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
	void hidesSessionsFromOtherLearners() {
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

	@ParameterizedTest
	@ValueSource(strings = { "x", "PRACTICE", "' or 1=1 --", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" })
	void ignoresMalformedCookies(String cookie) {
		var answer = this.pages.ask("GET", "/practice", "Accept", "text/html", "Cookie", "PRACTICE=" + cookie);
		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(new String(answer.body())).contains("10 questions");
	}

	@ParameterizedTest
	@CsvSource({ "date=2020-01-01, has passed", "date=2999-01-01, within a year", "date=tomorrow, 2026-05-01",
			"daily=0, from 1 to 200", "daily=201, from 1 to 200", "daily=ten, from 1 to 200",
			"difficulty=hardest, 'easy, medium and hard'", "topic=gardening, No question has" })
	void rejectsInvalidGoals(String wrong, String message) {
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
	void answersUnknownAddressesWithNotFound(String address, CapturedOutput log) {
		var page = this.pages.visitor().visit(address);
		assertThat(page.status()).isIn(404, 200);
		assertThat(page.text("h1")).isIn("Page not found", "Question not found", "Practice session not found",
				"Sign in");
		assertThat(log).doesNotContain("ERROR", "WARN");
	}

}
