package questionbank.practice;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBulk;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Plans and lists of learners follow the topics that they name when these are renamed.
 */
@PageTest
class RenamedTopicTests {

	private static final String PLAN = "form[action='/practice/plan']";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionBulk bulk;

	private final String old = Words.unheard();

	private final String present = Words.unheard();

	@Test
	void aPlanFollowsARenamedTopic() {
		add(this.old, 3);
		var visitor = plan(this.old);
		rename(this.old, this.present);
		assertPlan(visitor, 3, this.present);
		rename(this.present, this.old);
		assertPlan(visitor, 3, this.old);
		assertThat(visitor.open("/practice/progress/export").html().text()).contains("\"topics\":[\"" + this.old);
	}

	@Test
	void aPlanFollowsAMergedTopicUntilTheMergeIsUndone() {
		add(this.old, 2);
		add(this.present, 3);
		var visitor = plan(this.old);
		var batch = rename(this.old, this.present);
		assertPlan(visitor, 5, this.present);
		this.bank.write("Ada", (questions) -> questions.undo(batch));
		assertPlan(visitor, 2, this.old);
	}

	@Test
	void aPlanKeepsItsTopicWhenAnotherTakesTheOldName() {
		add(this.old, 2);
		var visitor = plan(this.old);
		rename(this.old, this.present);
		var other = Words.unheard();
		add(other, 3);
		rename(other, this.old);
		assertPlan(visitor, 2, this.present);
		assertPlan(plan(this.old), 3, this.old);
	}

	@Test
	void aPlanKeepsItsTopicsWhenMovedToAnAccount() {
		add(this.old, 2);
		var visitor = plan(this.old);
		rename(this.old, this.present);
		visitor.signIn(this.accounts.add(Role.CANDIDATE));
		assertPlan(visitor, 2, this.present);
	}

	@Test
	void aPlanMayBeSentFromAPageBeforeTheRenaming() {
		add(this.old, 2);
		var visitor = this.pages.visitor();
		var page = visitor.open("/practice");
		rename(this.old, this.present);
		assertThat(visitor.send(page, PLAN, "topic", this.old).status()).isEqualTo(302);
		assertPlan(visitor, 2, this.present);
	}

	@Test
	void aListContinuesUnderTheNewName() {
		add(this.old, 23);
		var visitor = this.pages.visitor();
		var over = end(visitor, grade(visitor, begin(visitor, offer(visitor))));
		rename(this.old, this.present);
		over = visitor.open(address(over));
		assertThat(over.text("main .actions + p")).isEqualTo("22 questions of the list left.");
		var second = visitor.arrive(visitor.send(over, "form[action$=continuation]"));
		assertThat(second.text(".progress span")).isEqualTo("1 of 20");
		var last = Words.unheard();
		rename(this.present, last);
		var other = Words.unheard();
		add(other, 1);
		rename(other, this.present);
		assertThat(end(visitor, grade(visitor, second)).text("main .actions + p"))
			.isEqualTo("21 questions of the list left.");
	}

	@Test
	void aListRestartsUnderTheNewName() {
		add(this.old, 1);
		var visitor = this.pages.visitor();
		var over = grade(visitor, begin(visitor, offer(visitor)));
		rename(this.old, this.present);
		assertThat(visitor.open(address(over)).links("main .actions + p a"))
			.containsExactly("/practice/sessions?topic=" + this.present);
	}

	@Test
	void aSessionMayBeStartedFromAPageBeforeTheRenaming() {
		add(this.old, 2);
		var visitor = this.pages.visitor();
		var page = offer(visitor);
		rename(this.old, this.present);
		assertThat(begin(visitor, page).text(".where strong")).isEqualTo("Free practice: " + this.present);
	}

	@Test
	void aPlanSaysThatNoQuestionHasItsTopicAnyMore() {
		var id = this.world.add(World.question("What is it about?", Difficulty.HARD, "About this.", this.old));
		var visitor = plan(this.old);
		assertThat(visitor.open("/practice").texts("main > .notice")).isEmpty();
		this.bank.write("Ada", (questions) -> questions.retire(List.of(id), "It is out of date"));
		assertThat(visitor.open("/practice").text("main > .notice"))
			.isEqualTo("No question has the topic " + this.old + " of your plan any more. Choose other topics");
	}

	private void assertPlan(Visitor visitor, int questions, String topic) {
		var page = visitor.open("/practice");
		assertThat(page.text(".now .load")).startsWith(questions + " questions today");
		assertThat(page.html().select(PLAN + " [name=topic][checked]").eachAttr("value")).containsExactly(topic);
	}

	private Visitor plan(String topic) {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), PLAN, "topic", topic);
		return visitor;
	}

	private HtmlPage offer(Visitor visitor) {
		return visitor.open("/practice/sessions?topic=" + this.old);
	}

	private HtmlPage begin(Visitor visitor, HtmlPage offer) {
		return visitor.arrive(visitor.send(offer, "form:has([value=free])"));
	}

	private HtmlPage grade(Visitor visitor, HtmlPage asked) {
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		return visitor.arrive(visitor.send(revealed, "form.grading", "grade", "3"));
	}

	private HtmlPage end(Visitor visitor, HtmlPage page) {
		return visitor.arrive(visitor.send(page, "form[action$=end]"));
	}

	private static String address(HtmlPage over) {
		return over.one("form[action$=reversal]").attr("action").replaceAll("/attempts.*", "");
	}

	private void add(String topic, int count) {
		IntStream.range(0, count)
			.forEach((i) -> this.world.add(World.question("What is it about?", Difficulty.HARD, "About this.", topic)));
	}

	private long rename(String from, String to) {
		return this.bulk.renameTopic(from, to, "Ada").get(0);
	}

}
