package questionbank.question;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.QuestionBank.EditResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Old names of renamed and merged topics, and of undone renamings. */
@PageTest
class OldTopicNamesTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionBulk bulk;

	@Autowired
	private QuestionLedger ledger;

	private final String old = Words.unheard();

	private final String present = Words.unheard();

	private final String other = Words.unheard();

	@ParameterizedTest
	@CsvSource({ "/questions?q=a%26b&topic=%s&difficulty=hard&page=2, CANDIDATE",
			"/questions/random?topic=%s&sort=newest, CANDIDATE", "/questions/1?topic=%s&sort=newest, CANDIDATE",
			"/practice/sessions?topic=%s&q=what, CANDIDATE", "/questions/desk?status=draft&topic=%s, ADMINISTRATOR",
			"/questions/bulk?all=true&topic=%s, ADMINISTRATOR" })
	void redirectPermanentlyInEveryAddress(String address, Role role) {
		add(this.old);
		rename(this.old, this.present);
		var page = this.pages.open(address.replace("%s", this.old), role);
		assertThat(page.status()).isEqualTo(308);
		assertThat(page.header("Cache-Control")).contains("no-store");
		var parts = page.header("Location").split("[?&]");
		assertThat(parts).containsExactlyInAnyOrder(address.replace("%s", this.present).split("[?&]"));
		assertThat(this.pages.open(page.header("Location"), role).status()).isNotIn(308, 400);
	}

	@Test
	void redirectAnonymousReadersOfCachedPages() {
		add(this.old);
		var address = "/questions?topic=" + this.old;
		assertThat(this.pages.open(address).status()).isEqualTo(200);
		rename(this.old, this.present);
		var page = this.pages.open(address);
		assertThat(page.status()).isEqualTo(308);
		assertThat(this.pages.open(page.header("Location")).listed()).hasSize(1);
	}

	@Test
	void resolveThroughSeveralRenamingsAndMerges() {
		add(this.old);
		add(this.other);
		rename(this.old, this.present);
		rename(this.other, this.present);
		var last = Words.unheard();
		rename(this.present, last);
		assertThat(location("topic=" + this.old + "&topic=" + this.other + "&topic=security"))
			.isEqualTo("/questions?topic=" + last + "&topic=security");
	}

	@Test
	void doNotRedirectOnceTheTopicHasThemAgain() {
		add(this.old);
		rename(this.old, this.present);
		rename(this.present, this.old);
		assertThat(this.pages.open("/questions?topic=" + this.old).status()).isEqualTo(200);
		assertThat(location("topic=" + this.present)).isEqualTo("/questions?topic=" + this.old);
	}

	@Test
	void belongToTheTopicThatGetsThemLater() {
		add(this.old);
		rename(this.old, this.present);
		var reusing = add(this.other);
		rename(this.other, this.old);
		assertThat(this.pages.open("/questions?topic=" + this.old).listed()).containsExactly(reusing);
		assertThat(content(add(this.old)).topics()).containsExactly(this.old);
	}

	@Test
	void areReplacedInNewQuestions() {
		add(this.old);
		rename(this.old, this.present);
		assertThat(content(add(this.old, this.present, "b")).topics()).containsExactly(this.present, "b");
	}

	@Test
	void areReplacedInRestoredRevisions() {
		var id = add(this.old);
		rename(this.old, this.present);
		this.pages.submit("/questions/" + id + "/revisions/1/restoration", Role.ADMINISTRATOR, "version", "2");
		assertThat(content(id).topics()).containsExactly(this.present);
	}

	@Test
	void makeNoConflictInEditsThatStartedBefore() {
		var id = add(this.old);
		var draft = content(id);
		rename(this.old, this.present);
		var edited = this.bank
			.write("Ada",
					(questions) -> questions.edit(id, 1,
							draft.withTopics((topic) -> topic.equals(this.old) ? "b" : topic), "Elsewhere"))
			.orElseThrow();
		assertThat(edited).isInstanceOf(EditResult.Saved.class);
		assertThat(content(id).topics()).containsExactly("b");
	}

	@Test
	void areResolvedInBulkChanges() {
		var id = add(this.old, this.other);
		rename(this.old, this.present);
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + id, "removeTopics",
				this.old);
		this.pages.submit("/questions/bulk/batches", Role.ADMINISTRATOR, "ids", "" + id, "removeTopics", this.old,
				"asOf", preview.one("[name=asOf]").val());
		assertThat(content(id).topics()).containsExactly(this.other);
	}

	@Test
	void areRestoredWhenTheRenamingIsUndone() {
		var id = add(this.old);
		var batch = rename(this.old, this.present);
		var undone = this.bank.write("Ada", (questions) -> questions.undo(batch)).orElseThrow();
		assertThat(content(id).topics()).containsExactly(this.old);
		assertThat(this.pages.open("/questions?topic=" + this.old).listed()).containsExactly(id);
		assertThat(location("topic=" + this.present)).isEqualTo("/questions?topic=" + this.old);
		assertThat(content(add(this.present)).topics()).containsExactly(this.old);
		this.bank.write("Ada", (questions) -> questions.undo(undone));
		assertThat(content(id).topics()).containsExactly(this.present);
	}

	@Test
	void areSeparateAgainWhenAMergeIsUndone() {
		var one = add(this.old);
		var two = add(this.present);
		var batch = rename(this.old, this.present);
		var undone = this.bank.write("Ada", (questions) -> questions.undo(batch)).orElseThrow();
		assertThat(this.pages.open("/questions?topic=" + this.old).listed()).containsExactly(one);
		assertThat(this.pages.open("/questions?topic=" + this.present).listed()).containsExactly(two);
		this.bank.write("Ada", (questions) -> questions.undo(undone));
		assertThat(location("topic=" + this.old)).isEqualTo("/questions?topic=" + this.present);
	}

	@Test
	void areRestoredBatchByBatch() {
		var one = add(this.old);
		var two = add(this.old);
		var first = this.ledger.write("Ada", (questions) -> questions.renameTopic(List.of(one), this.old, this.present))
			.orElseThrow();
		var second = this.ledger
			.write("Ada", (questions) -> questions.renameTopic(List.of(two), this.old, this.present))
			.orElseThrow();
		this.bank.write("Ada", (questions) -> questions.undo(first));
		assertThat(this.pages.open("/questions?topic=" + this.old).listed()).containsExactly(one);
		assertThat(this.pages.open("/questions?topic=" + this.present).listed()).containsExactly(two);
		this.bank.write("Ada", (questions) -> questions.undo(second));
		assertThat(location("topic=" + this.present)).isEqualTo("/questions?topic=" + this.old);
		assertThat(this.pages.open("/questions?topic=" + this.old).listed()).containsExactly(one, two);
	}

	@Test
	void doNotPreventTheUndoOfAnEarlierChange() {
		var id = add(this.other);
		var batch = this.bank
			.write("Ada",
					(questions) -> questions.changeAsBatch(List.of(id),
							(draft) -> draft.withTopics((topic) -> this.old), Long.MAX_VALUE, "Better"))
			.orElseThrow();
		rename(this.old, this.present);
		this.bank.write("Ada", (questions) -> questions.undo(batch));
		assertThat(content(id).topics()).containsExactly(this.other);
		var again = this.bank.write("Ada", (questions) -> questions.undo(batch));
		assertThat(again).isEmpty();
	}

	@Test
	void areUnknownIfQuestionsWereChangedOneByOne() {
		var id = add(this.old);
		this.bank.write("Ada", (questions) -> questions.change(List.of(id),
				(draft) -> draft.withTopicRenamed(this.old, this.other), "One by one"));
		assertThat(this.pages.open("/questions?topic=" + this.old).status()).isEqualTo(400);
	}

	@Test
	void doNotRevealHiddenNames() {
		var id = add(this.old);
		rename(this.old, this.present);
		this.bank.write("Ada", (questions) -> questions.change(List.of(id),
				(draft) -> draft.meantFor(Audience.INTERVIEWERS), "Secret"));
		var page = this.pages.open("/questions?topic=" + this.old);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.html().html()).doesNotContain(this.present);
		assertThat(this.pages.open("/questions?topic=" + this.old, Role.INTERVIEWER).status()).isEqualTo(308);
	}

	private long add(String... topics) {
		return this.world.add(World.question("What is it about?", Difficulty.HARD, "About this.", topics));
	}

	private long rename(String from, String to) {
		return this.bulk.renameTopic(from, to, "Ada").get(0);
	}

	private String location(String query) {
		var page = this.pages.open("/questions?" + query);
		assertThat(page.status()).isEqualTo(308);
		return page.header("Location");
	}

	private QuestionDraft content(long id) {
		return this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
	}

}
