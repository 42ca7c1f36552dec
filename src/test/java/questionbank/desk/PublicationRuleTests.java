package questionbank.desk;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Publishing needs a sample answer, and should have key points and topics. */
@PageTest
class PublicationRuleTests {

	private static final String RULE = "A published question needs a sample answer. Write one, or make it a draft.";

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private JdbcClient database;

	private long draft;

	@BeforeEach
	void addADraftWithoutAnswer() {
		this.draft = this.world
			.add(World.question("What is a foghorn?", Difficulty.EASY, "", "sea").as(QuestionStatus.DRAFT));
	}

	@Test
	void theEditorSaysSoBesideTheField() {
		var page = EditedQuestion.add(this.world, this.pages).save("sampleAnswer", " ");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#sampleAnswer-mistake")).isEqualTo(RULE);
	}

	@Test
	void thePublicationOpensTheEditorWithTheMessage() {
		var page = submit("/publication");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#sampleAnswer-mistake")).isEqualTo(RULE);
		assertThat(page.one("#status option[selected]").val()).isEqualTo("published");
		assertThat(page.one("form.editor").attr("action")).isEqualTo("/questions/" + this.draft);
		assertThat(content().status()).isEqualTo(QuestionStatus.DRAFT);
	}

	@Test
	void bulkChangesSaySoInTheirPreview() {
		var page = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + this.draft, "status",
				"published");
		assertThat(page.texts(".change .mistake")).containsExactly(RULE);
	}

	@Test
	void restorationsOpenTheEditorWithTheMessage() {
		this.bank.write("Ada", (questions) -> questions.edit(this.draft, 1,
				World.question("What is a foghorn?", Difficulty.EASY, "A horn.", "sea"), "Ready"));
		var page = submit("/revisions/1/restoration");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#sampleAnswer-mistake")).isEqualTo(RULE);
		assertThat(content().sampleAnswer()).isEqualTo("A horn.");
	}

	@Test
	void undoingABatchNeverPublishesWithoutAnswer() {
		change("A horn.", QuestionStatus.PUBLISHED);
		var batch = this.bank.write("Ada", (questions) -> questions.changeAsBatch(List.of(this.draft),
				(present) -> present.as(QuestionStatus.RETIRED).ofDifficulty(Difficulty.HARD), Long.MAX_VALUE, "Out"))
			.orElseThrow();
		change("", QuestionStatus.RETIRED);
		this.bank.write("Ada", (questions) -> questions.undo(batch));
		assertThat(content().status()).isEqualTo(QuestionStatus.RETIRED);
		assertThat(content().sampleAnswer()).isEmpty();
	}

	@Test
	void missingKeyPointsAndTopicsAreSavedWithAWarning() {
		change("A horn.", QuestionStatus.DRAFT);
		assertThat(this.pages.submit("/questions/" + this.draft + "/publication", Role.ADMINISTRATOR).status())
			.isEqualTo(302);
		assertThat(content().status()).isEqualTo(QuestionStatus.PUBLISHED);
		assertThat(this.pages.open("/questions/" + this.draft, Role.ADMINISTRATOR).text(".desk-tools .warning"))
			.isEqualTo("Published without key points and topics.");
		assertThat(
				this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + this.draft, "difficulty", "hard")
					.texts(".change .warning"))
			.containsExactly("It has no key points and no topics.");
	}

	@Test
	void readersNeverGetAnEmptySampleAnswer() {
		change("A horn.", QuestionStatus.PUBLISHED);
		// Published before the rule.
		this.database.sql("update question set sample_answer = '' where id = ?").param(this.draft).update();
		assertThat(this.pages.open("/questions/" + this.draft).texts("details.answer")).isEmpty();
		this.database.sql("update question set key_points = array['loud'] where id = ?").param(this.draft).update();
		var page = this.pages.open("/questions/" + this.draft, Role.CANDIDATE);
		assertThat(page.texts("details.answer .closed")).containsExactly("Show the notes");
		assertThat(page.texts("details.answer h2")).containsExactly("Key points");
	}

	private void change(String answer, QuestionStatus status) {
		this.bank.write("Ada", (questions) -> questions.rewrite(this.draft,
				World.question("What is a foghorn?", answer).as(status), "Changed"));
	}

	private HtmlPage submit(String address) {
		return this.pages.submit("/questions/" + this.draft + address, Role.ADMINISTRATOR);
	}

	private QuestionDraft content() {
		return this.bank.find(this.draft, World.ADMINISTRATOR).orElseThrow().content();
	}

}
