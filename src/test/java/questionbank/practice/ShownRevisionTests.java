package questionbank.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.World;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Ticks refer to the shown revision, whatever an editor changes. */
@PageTest
class ShownRevisionTests {

	private static final String ANSWER = "form.answering";

	private static final String GRADE = "form.grading";

	private static final String FIRST = "Take an inventory of the rooms";

	private static final String SECOND = "Label each box with its destination";

	private static final String INSERTED = "Book the lorry in advance";

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private JdbcClient database;

	@Test
	void keepsATickOnItsKeyPointWhenAnEditorInsertsAnother() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		var revealed = reveal(visitor, id, "Mine");
		insertPoint(id);
		var over = visitor.arrive(visitor.send(revealed, GRADE, "grade", "3", "covered", "0"));
		assertThat(marks(over, "covered")).containsExactly("Covered: " + FIRST);
		assertThat(marks(over, "missed")).containsExactly("Not ticked: " + SECOND);
		assertThat(visitor.open("/practice/progress/export").html().text()).contains("\"version\":1,\"counted\"");
	}

	@Test
	void showsTheRevealedRevisionUntilItIsGraded() {
		var visitor = this.pages.visitor();
		var id = add("Before the edit");
		reveal(visitor, id, "Mine");
		insertPoint(id);
		var again = visitor.open(visitor.open("/practice").links(".open a").get(0));
		assertThat(points(again)).containsExactly(FIRST, SECOND);
		assertThat(again.text(".compare .prose")).isEqualTo("Before the edit");
		assertThat(version(again)).isEqualTo("1");
		assertThat(points(reveal(this.pages.visitor(), id, "Another"))).containsExactly(INSERTED, FIRST, SECOND);
	}

	@Test
	void showsTheGradedRevisionAfterUndo() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		var revealed = reveal(visitor, id, "Mine");
		var over = visitor.arrive(visitor.send(revealed, GRADE, "grade", "3", "covered", "1"));
		insertPoint(id);
		var undone = visitor.arrive(visitor.send(over, "form[action$=reversal]"));
		assertThat(points(undone)).containsExactly(FIRST, SECOND);
		assertThat(undone.html().select(".ticks input[checked]").eachAttr("value")).containsExactly("1");
		over = visitor.arrive(visitor.send(undone, GRADE, "grade", "4"));
		assertThat(marks(over, "covered")).containsExactly("Covered: " + SECOND);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2", "99", "999999999" })
	void rejectsARevisionThatWasNotShown(String version) {
		var visitor = this.pages.visitor();
		var id = add("Published");
		var revealed = reveal(visitor, id, "Mine");
		insertPoint(id);
		var refused = visitor.send(revealed, GRADE, "grade", "3", "version", version, "covered", "0");
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).startsWith("The key points that were sent are not the ones");
		var again = visitor.open(refused.links("main .button").get(0));
		assertThat(points(again)).containsExactly(FIRST, SECOND);
		assertThat(graded(visitor)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "-1", "x", "1.0", "99999999999" })
	void rejectsAMalformedRevision(String version) {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, add("Published"), "Mine");
		var wrong = visitor.send(revealed, GRADE, "grade", "3", "version", version, "covered", "0");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text(".verdict .mistake"))
			.isEqualTo("The key points could not be read. Please tick them again.");
		assertThat(wrong.html().select(".ticks input[checked]")).isEmpty();
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void rejectsAKeyPointOutsideTheRevision() {
		var visitor = this.pages.visitor();
		var revealed = reveal(visitor, add("Published"), "Mine");
		assertThat(visitor.send(revealed, GRADE, "grade", "3", "covered", "2").status()).isEqualTo(409);
		assertThat(graded(visitor)).isEmpty();
	}

	@Test
	void acceptsTheRevisionShownByAMockInterviewWithoutAnAnswer() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		var shown = unansweredMock(visitor);
		insertPoint(id);
		var over = visitor.arrive(visitor.send(shown, GRADE, "grade", "1", "covered", "0"));
		assertThat(marks(over, "covered")).containsExactly("Covered: " + FIRST);
		assertThat(marks(over, "missed")).containsExactly("Not ticked: " + SECOND);
	}

	@Test
	void rejectsARevisionReplacedBeforeTheSessionStarted() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		insertPoint(id);
		var shown = unansweredMock(visitor);
		assertThat(version(shown)).isEqualTo("2");
		assertThat(visitor.send(shown, GRADE, "grade", "1", "version", "1").status()).isEqualTo(409);
	}

	@Test
	void rejectsARevisionHiddenFromTheLearner() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		var shown = unansweredMock(visitor);
		change(id, (draft) -> draft.as(QuestionStatus.DRAFT));
		change(id, (draft) -> draft.as(QuestionStatus.PUBLISHED));
		assertThat(visitor.send(shown, GRADE, "grade", "1", "version", "2").status()).isEqualTo(409);
		assertThat(visitor.send(shown, GRADE, "grade", "1", "version", "1").status()).isEqualTo(302);
	}

	@Test
	void dropsTicksOfAnotherRevisionWhenTheFormIsShownAgain() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		var shown = unansweredMock(visitor);
		insertPoint(id);
		var wrong = visitor.send(shown, GRADE, "grade", "9", "covered", "0");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(points(wrong)).containsExactly(INSERTED, FIRST, SECOND);
		assertThat(wrong.html().select(".ticks input[checked]")).isEmpty();
	}

	@Test
	void gradesAnAnswerWithoutARecordedRevision() {
		var visitor = this.pages.visitor();
		var id = add("Published");
		reveal(visitor, id, "Mine");
		this.database.sql("update attempt set question_version = null where question_id = ?").param(id).update();
		insertPoint(id);
		var page = visitor.open(visitor.open("/practice").links(".open a").get(0));
		assertThat(points(page)).containsExactly(INSERTED, FIRST, SECOND);
		var over = visitor.arrive(visitor.send(page, GRADE, "grade", "3", "covered", "0"));
		assertThat(marks(over, "covered")).containsExactly("Covered: " + INSERTED);
	}

	private long add(String answer) {
		return this.world.add(new QuestionDraft("How do you move house?", Difficulty.EASY, answer,
				List.of(FIRST, SECOND), List.of(), List.of("moving"), QuestionStatus.PUBLISHED, Audience.EVERYONE, ""));
	}

	private void insertPoint(long id) {
		change(id, (draft) -> {
			var points = new ArrayList<>(draft.keyPoints());
			points.add(0, INSERTED);
			return new QuestionDraft(draft.prompt(), draft.difficulty(), "After the edit", points, draft.probes(),
					draft.topics(), draft.status(), draft.audience(), draft.source());
		});
	}

	private void change(long id, UnaryOperator<QuestionDraft> change) {
		var changed = this.bank.write("Ada", (questions) -> questions.change(List.of(id), change, "Better"));
		assertThat(changed).containsExactly(id);
	}

	private HtmlPage reveal(Visitor visitor, long id, String answer) {
		return visitor
			.arrive(visitor.send(visitor.open("/practice/sessions?question=" + id), ANSWER, "answer", answer));
	}

	/** Starts a mock interview of one question and ends it without an answer. */
	private HtmlPage unansweredMock(Visitor visitor) {
		var offer = visitor.open("/practice/sessions?topic=moving");
		var asked = visitor.arrive(visitor.send(offer, "form:has([value=mock])", "questions", "1", "minutes", "20"));
		return visitor.arrive(visitor.send(asked, "form.answering", "ending", "now"));
	}

	private static List<String> points(HtmlPage page) {
		return page.texts(".ticks label");
	}

	private static String version(HtmlPage page) {
		return page.one("form.grading [name=version]").val();
	}

	private static List<String> marks(HtmlPage over, String kind) {
		return over.texts(".marks li." + kind);
	}

	private static List<String> graded(Visitor visitor) {
		return visitor.open("/practice/progress")
			.html()
			.select(".graded .grade")
			.eachAttr("class")
			.stream()
			.map((names) -> names.replace("grade ", ""))
			.toList();
	}

}
