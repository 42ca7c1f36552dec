package questionbank.practice;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionSummary;

import static org.assertj.core.api.Assertions.assertThat;
import static questionbank.practice.PracticeSteps.answerOne;

/** New questions change the readiness only after the learner has added them. */
@PageTest
class NewQuestionTests {

	private static final String NEWS = "form.news";

	private static final String PLAN = "form[action='/practice/plan']";

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private MovingClock clock;

	@Test
	void newQuestionsAreExplainedAndAdded() {
		var visitor = learner();
		var before = readiness(visitor.open("/practice"));
		add("one", "two");
		var page = visitor.open("/practice");
		assertThat(readiness(page)).isEqualTo(before);
		assertThat(page.text(NEWS)).matches(
				"2 new questions since [0-9]+ [A-Z][a-z]+: " + before + " → [0-9]+ %\\. Add them · leave them out");
		var expected = page.text(NEWS).replaceFirst(".*→ ([0-9]+ %).*", "$1");
		var added = visitor.arrive(visitor.send(page, NEWS, "choice", "add"));
		assertThat(readiness(added)).isEqualTo(expected).isNotEqualTo(before);
		assertThat(added.html().select(NEWS)).isEmpty();
	}

	@Test
	void questionsStayLeftOutUntilTheyAreAdded() {
		var visitor = learner();
		var before = readiness(visitor.open("/practice"));
		add("three");
		var left = visitor.arrive(visitor.send(visitor.open("/practice"), NEWS, "choice", "leave"));
		assertThat(readiness(left)).isEqualTo(before);
		assertThat(left.text(NEWS)).isEqualTo("1 newer question left out of your plan. Add it");
		this.clock.advance(Duration.ofMinutes(1));
		add("four");
		assertThat(visitor.open("/practice").text(NEWS)).startsWith("2 new questions since");
		var all = visitor.arrive(visitor.send(visitor.open("/practice"), NEWS, "choice", "add"));
		assertThat(all.html().select(NEWS)).isEmpty();
		assertThat(readiness(all)).isNotEqualTo(before);
	}

	@Test
	void questionsStayLeftOutUntilTheGoalSelectsOthers() {
		var visitor = learner();
		add("six");
		visitor.send(visitor.open("/practice"), NEWS, "choice", "leave");
		var left = visitor.open("/practice").text(NEWS);
		assertThat(left).startsWith("1 newer question left out");
		visitor.send(visitor.open("/practice"), PLAN, "daily", "20");
		assertThat(visitor.open("/practice").text(NEWS)).isEqualTo(left);
		visitor.send(visitor.open("/practice"), PLAN, "difficulty", "easy");
		assertThat(visitor.open("/practice").html().select(NEWS)).isEmpty();
	}

	@Test
	void questionsAreNewFromTheirPublicationToTheAudience() {
		var draft = World.question("What is new about a draft?", Difficulty.EASY, "It is new.", "novelty");
		var written = this.world.add(draft.as(QuestionStatus.DRAFT));
		var hidden = this.world.add(draft.meantFor(Audience.INTERVIEWERS));
		var retired = this.world.add(draft);
		this.bank.write("Ada", (questions) -> questions.retire(List.of(retired), "For now"));
		var visitor = learner();
		var before = readiness(visitor.open("/practice"));
		assertThat(visitor.open("/practice").html().select(NEWS)).isEmpty();
		this.bank.write("Ada", (questions) -> questions.change(List.of(written, hidden),
				(question) -> question.as(QuestionStatus.PUBLISHED).meantFor(Audience.EVERYONE), "For all"));
		var page = visitor.open("/practice");
		assertThat(page.text(NEWS)).startsWith("2 new questions since");
		assertThat(readiness(page)).isEqualTo(before);
		this.bank.write("Ada", (questions) -> questions.change(List.of(retired),
				(question) -> question.as(QuestionStatus.PUBLISHED), "Again"));
		assertThat(visitor.open("/practice").text(NEWS)).startsWith("2 new questions since");
	}

	@Test
	void aWithdrawnPractisedQuestionIsExplainedUntilTheNextGrade() {
		var visitor = learner();
		var withdrawn = novelties().get(0);
		assertThat(visitor.open("/practice").html().select("p.news")).isEmpty();
		var before = readiness(visitor.open("/practice"));
		this.clock.advance(Duration.ofMinutes(1));
		this.bank.write("Ada", (questions) -> questions.retire(List.of(withdrawn), "Outdated"));
		var page = visitor.open("/practice");
		assertThat(page.text("p.news")).isEqualTo("1 practised question withdrawn or moved out of your plan since: "
				+ before + " → " + readiness(page) + ".");
		this.clock.advance(Duration.ofMinutes(1));
		answerOne(visitor, "3", "Mine");
		assertThat(visitor.open("/practice").html().select("p.news")).isEmpty();
	}

	@Test
	void newQuestionsAreNotAskedUntilTheyAreAdded() {
		var draft = World.question("What is new about the first?", Difficulty.EASY, "It is new.", "novelty");
		var written = this.world.add(draft.as(QuestionStatus.DRAFT));
		var visitor = learner();
		this.bank.write("Ada", (questions) -> questions.change(List.of(written),
				(question) -> question.as(QuestionStatus.PUBLISHED), "Ready"));
		this.clock.advance(Duration.ofDays(1));
		assertThat(visitor.open("/practice").text(".now")).doesNotContain(" new");
		visitor.send(visitor.open("/practice"), NEWS, "choice", "add");
		assertThat(visitor.open("/practice").text(".now .load")).contains(" new");
	}

	@Test
	void aNewQuestionThatIsPractisedIsInThePlan() {
		var visitor = learner();
		var id = add("five").get(0);
		answerOne(visitor, Long.toString(id), "");
		assertThat(visitor.open("/practice").html().select(NEWS)).isEmpty();
	}

	/** Returns a learner with a topic of four questions, all answered well. */
	private Visitor learner() {
		var visitor = this.pages.visitor();
		this.retire();
		var ids = add("a", "b", "c", "d");
		this.clock.advance(Duration.ofMinutes(1));
		visitor.send(visitor.open("/practice"), PLAN, "topic", "novelty");
		ids.forEach((id) -> answerOne(visitor, Long.toString(id), ""));
		this.clock.advance(Duration.ofMinutes(1));
		return visitor;
	}

	private void retire() {
		var old = novelties();
		if (!old.isEmpty()) {
			this.bank.write("Ada", (questions) -> questions.retire(old, "Over"));
		}
	}

	private List<Long> novelties() {
		return this.bank.all(Viewer.ANONYMOUS)
			.stream()
			.filter((question) -> question.topics().contains("novelty"))
			.map(QuestionSummary::id)
			.toList();
	}

	private List<Long> add(String... names) {
		return List.of(names)
			.stream()
			.map((name) -> this.world
				.add(World.question("What is new about " + name + "?", Difficulty.EASY, "It is new.", "novelty")))
			.toList();
	}

	private static String readiness(HtmlPage page) {
		return page.text(".headline .percent");
	}

}
