package questionbank.practice;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.ANSWER;
import static questionbank.practice.PracticeSteps.GRADE;
import static questionbank.practice.PracticeSteps.answerOne;
import static questionbank.practice.PracticeSteps.begin;

/** Answers are saved once, and reveal the sample answer. */
@PageTest
class AnsweringTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Test
	void showsTheQuestionThenTheSampleAnswerThenTheNextQuestion() {
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
			.startsWith("again in 10 min", "in 15 min")
			.last()
			.asString()
			.matches("in \\d+ days, \\d+ \\w+.*");
		var second = visitor.arrive(visitor.send(revealed, GRADE, "grade", "4"));
		assertThat(second.text(".progress span")).isEqualTo("2 of 10");
		assertThat(second.text("h1")).isNotEqualTo(prompt);
		assertThat(visitor.open("/practice").text(".now .load")).isEqualTo("9 left today, all new to you, 1 done");
	}

	@Test
	void anAnswerFromAnotherTabReopensAnEndedSession() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		visitor.send(first, "form[action$=end]");
		var revealed = visitor.arrive(visitor.send(first, ANSWER, "answer", "Mine"));
		assertThat(revealed.text(".typed")).isEqualTo("Mine");
		assertThat(revealed.texts(".ticks label")).isNotEmpty();
	}

	@Test
	void rejectsASecondAnswerToASingleQuestion() {
		var visitor = this.pages.visitor();
		var asked = visitor.open("/practice/sessions?question=7");
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "Mine"));
		var other = visitor.send(asked, ANSWER, "answer", "Mine, but better");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.text(".typed")).isEqualTo("Mine, but better");
		assertThat(visitor.open(other.links("main .button").get(0)).text("h1")).isEqualTo(revealed.text("h1"));
	}

	@Test
	void hidesEarlierAnswersUntilTheAnswerIsSaved() {
		var visitor = this.pages.visitor();
		answerOne(visitor, "7", "The first time");
		var asked = visitor.open("/practice/sessions?question=7");
		assertThat(asked.html().text()).doesNotContain("The first time");
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", "The second time"));
		assertThat(revealed.texts(".before .typed")).containsExactly("The first time");
	}

	@Test
	void aMockInterviewHidesSampleAnswersUntilItsEnd() {
		var visitor = this.pages.visitor();
		var offer = visitor.open("/practice/sessions?difficulty=medium");
		var page = visitor.arrive(visitor.send(offer, "form:has([value=mock])", "questions", "3", "minutes", "20"));
		var asked = new ArrayList<String>();
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
		assertThat(page.text("h1")).isEqualTo("3 questions practised");
	}

	@Test
	void showsAnInvalidAnswerAgain() {
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

	@Test
	void showsTheAnswerToAWithdrawnQuestion() {
		var visitor = this.pages.visitor();
		var id = this.world.add(World.question("What became of this?", "It was retired."));
		var asked = visitor.open("/practice/sessions?question=" + id);
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "Wrong"));
		var refused = visitor.send(asked, ANSWER, "answer", "Mine");
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("[role=alert]")).contains("was withdrawn");
		assertThat(refused.text(".typed")).isEqualTo("Mine");
	}

}
