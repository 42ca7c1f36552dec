package questionbank.practice;

import java.util.List;

import questionbank.HtmlPage;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** Steps of a session in a browser without scripts, which the page tests share. */
final class PracticeSteps {

	static final String START = ".now form";

	static final String ANSWER = "form.answering";

	static final String GRADE = "form.grading";

	static final String UNDO = "form[action$=reversal]";

	private PracticeSteps() {
	}

	/** Starts today's session. */
	static HtmlPage begin(Visitor visitor) {
		return visitor.arrive(visitor.send(visitor.open("/practice"), START));
	}

	/** Reveals the sample answer, without an answer if there is none yet. */
	static HtmlPage reveal(Visitor visitor, HtmlPage page) {
		return page.html().select(ANSWER).isEmpty() ? page : visitor.arrive(visitor.send(page, ANSWER));
	}

	/** Reveals the sample answer and grades the question. */
	static HtmlPage grade(Visitor visitor, HtmlPage page, String grade) {
		return visitor.arrive(visitor.send(reveal(visitor, page), GRADE, "grade", grade));
	}

	/** Answers a single question and grades it as good. */
	static void answerOne(Visitor visitor, String question, String answer) {
		var asked = visitor.open("/practice/sessions?question=" + question);
		var revealed = visitor.arrive(visitor.send(asked, ANSWER, "answer", answer));
		assertThat(visitor.arrive(visitor.send(revealed, GRADE, "grade", "3")).text("h1"))
			.isEqualTo("1 question practised");
	}

	/** Returns the grades of all answers, the latest first. */
	static List<String> graded(Visitor visitor) {
		return visitor.open("/practice/progress")
			.html()
			.select(".graded .grade")
			.eachAttr("class")
			.stream()
			.map((names) -> names.replace("grade ", ""))
			.toList();
	}

}
