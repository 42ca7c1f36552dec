package questionbank.practice;

import java.net.HttpCookie;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.GRADE;
import static questionbank.practice.PracticeSteps.START;
import static questionbank.practice.PracticeSteps.answerOne;
import static questionbank.practice.PracticeSteps.graded;
import static questionbank.practice.PracticeSteps.reveal;

/** Sessions of each kind start once, for all who may see the questions. */
@PageTest
class SessionStartTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Test
	void setsTheCookieWhenTheFirstSessionStarts() {
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
	void doesNotUseASecretThatTheClientChose() {
		var visitor = this.pages.visitor();
		var chosen = "A".repeat(43);
		var cookie = new HttpCookie("PRACTICE", chosen);
		cookie.setPath("/");
		visitor.keep(cookie);
		var answer = visitor.send(visitor.open("/practice"), START);
		assertThat(answer.header("Set-Cookie")).contains("PRACTICE=").doesNotContain(chosen);
	}

	@Test
	void startsTodaysSessionOnce() {
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
	void listsNoSessionWithoutRemainingQuestions() {
		var visitor = this.pages.visitor();
		var id = this.world.add(World.question("What became of this?", Difficulty.MEDIUM, "It was retired.", "going"));
		visitor.send(visitor.open("/practice/sessions?topic=going"), "form:has([value=free])");
		assertThat(visitor.open("/practice").links(".open a")).hasSize(1);
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "Wrong"));
		assertThat(visitor.open("/practice").links(".open a")).isEmpty();
	}

	@Test
	void showsOnePrimaryAction() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice/sessions?difficulty=hard"), "form:has([value=free])");
		assertThat(visitor.open("/practice").texts(".now .primary")).containsExactly("Start today’s questions");
		visitor.send(visitor.open("/practice"), START);
		assertThat(visitor.open("/practice").texts(".now .primary"))
			.containsExactly("Continue today’s session (0 of 10)");
		assertThat(visitor.open("/practice").texts(".now .button")).hasSize(3);
	}

	@Test
	void aSingleQuestionCountsTowardsThePlanAndSaysSo() {
		var visitor = this.pages.visitor();
		assertThat(visitor.open("/questions/7").links("main a")).contains("/practice/sessions?question=7");
		assertThat(visitor.open("/practice/sessions?question=7").text(".counted p"))
			.startsWith("Counts towards your plan");
		answerOne(visitor, "7", "");
		assertThat(visitor.open("/practice").text(".now .load")).startsWith("9 left today, all new to you, 1 done");
		assertThat(graded(visitor)).containsExactly("good");
	}

	@ParameterizedTest
	@ValueSource(strings = { "free", "mock" })
	void sessionsCountTowardsThePlanUnlessTheLearnerLeavesItAsItIs(String kind) {
		var form = "form:has([value=" + kind + "])";
		for (var sent : List.of("", "counted=true", "counted=false")) {
			var visitor = this.pages.visitor();
			var offer = visitor.open("/practice/sessions?difficulty=hard");
			assertThat(offer.text(form + " .counted")).startsWith("Counts towards your plan")
				.endsWith("Leave my plan as it is");
			var session = visitor.arrive(visitor.send(offer, form, sent.isEmpty() ? new String[0] : sent.split("=")));
			var export = visitor.open("/practice/progress/export").html().text();
			assertThat(session.html().select(".answering")).isNotEmpty();
			assertThat(export).contains("\"counted\":" + !sent.endsWith("false"));
		}
	}

	@Test
	void difficultyAndTopicsAreChosenOnThePage() {
		var visitor = this.pages.visitor();
		var page = visitor.open("/practice/sessions");
		assertThat(page.texts("form.selection legend")).containsExactly("Difficulty");
		assertThat(page.html().select("form.selection input[name=topic]").eachAttr("value")).contains("reliability");
		assertThat(page.one("form.selection").attr("method")).isEqualTo("get");
		var chosen = visitor.open(page.one("form.selection").attr("action") + "?difficulty=hard&topic=reliability");
		assertThat(chosen.text("main p strong")).isEqualTo("1 question");
		assertThat(chosen.html().select("form.selection input[checked]").eachAttr("value")).containsExactly("hard",
				"reliability");
		var mock = visitor.arrive(visitor.send(chosen, "form:has([value=mock])"));
		assertThat(mock.text(".where strong")).isEqualTo("Mock interview: hard · reliability");
		assertThat(chosen.text(".guide")).isEqualTo("6 minutes a question as a guide.");
	}

	@Test
	void dailyPracticeAlwaysCounts() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), START, "counted", "false");
		assertThat(visitor.open("/practice/progress/export").html().text()).contains("\"counted\":true")
			.doesNotContain("\"counted\":false");
	}

	@Test
	void startsFreePracticeOfAFilteredList() {
		var visitor = this.pages.visitor();
		var list = visitor.open("/questions?difficulty=hard&topic=reliability");
		var offer = visitor.open(list.links("main a[href^=/practice]").get(0));
		assertThat(offer.text("main p strong")).isEqualTo("1 question");
		var first = visitor.arrive(visitor.send(offer, "form:has([value=free])"));
		assertThat(first.text(".where strong")).isEqualTo("Free practice: hard · reliability");
		assertThat(first.text("h1")).startsWith("Tell me about a time you had to troubleshoot");
	}

	@ParameterizedTest
	@CsvSource({ "kind=tomorrow, 422", "kind=mock&questions=0, 422", "kind=mock&minutes=x, 422",
			"difficulty=hardest, 422", "q=xyzzyx, 422" })
	void rejectsInvalidForms(String asked, int status) {
		var visitor = this.pages.visitor();
		var fields = new LinkedHashMap<String, String>();
		fields.put("_csrf", visitor.open("/practice").html().select("[name=_csrf]").first().val());
		Stream.of(asked.split("&")).forEach((one) -> fields.put(one.split("=")[0], one.split("=")[1]));
		var answer = visitor.post("/practice/sessions", fields);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.texts("main .mistake")).isNotEmpty();
	}

}
