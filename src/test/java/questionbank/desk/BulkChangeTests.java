package questionbank.desk;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Changes to several questions as a batch. */
@PageTest
class BulkChangeTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	private ThreeQuestions three;

	@BeforeEach
	void addThreeQuestions() {
		this.three = ThreeQuestions.add(this.world);
	}

	@Test
	void asksForASelection() {
		var page = this.pages.open("/questions/bulk", Role.ADMINISTRATOR);
		assertThat(page.text("main h1 + p")).startsWith("No question is selected.");
		assertThat(page.texts("main form")).isEmpty();
	}

	@Test
	void changesQuestionsAfterAPreviewAndUndoesTheBatch() {
		var ids = this.three.draft() + "," + this.three.hard();
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "find", this.three.word(),
				"replacement", "balloon", "in", "prompt", "difficulty", "medium", "addTopics", "Old Times");
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.texts(".change h3")).hasSize(2);
		assertThat(preview.texts(".change ins")).contains("balloon", "medium", ", old times");
		assertThat(content(this.three.hard()).prompt()).isEqualTo("Why a " + this.three.word() + "?");
		var done = this.pages.submitAs("Ada", "/questions/bulk/batches", Role.ADMINISTRATOR, "ids", ids, "asOf",
				preview.one("[name=asOf]").val(), "find", this.three.word(), "replacement", "balloon", "in", "prompt",
				"difficulty", "medium", "addTopics", "Old Times");
		assertThat(done.status()).isEqualTo(302);
		assertThat(content(this.three.hard()).prompt()).isEqualTo("Why a balloon?");
		assertThat(content(this.three.hard()).topics()).containsExactly("view", "old-times");
		assertThat(content(this.three.draft()).difficulty()).isEqualTo(Difficulty.MEDIUM);
		assertThat(content(this.three.forInterviewers()).prompt()).contains(this.three.word());
		var batch = done.header("Location");
		assertThat(this.pages.open(batch, Role.ADMINISTRATOR).texts(".change h2")).hasSize(2);
		this.bank.write("Grace", (questions) -> questions.change(List.of(this.three.draft()),
				(draft) -> draft.as(QuestionStatus.PUBLISHED), "Ready"));
		this.pages.submit(batch + "/reversal", Role.ADMINISTRATOR);
		assertThat(content(this.three.hard()).prompt()).isEqualTo("Why a " + this.three.word() + "?");
		assertThat(content(this.three.hard()).topics()).containsExactly("view");
		assertThat(content(this.three.draft()).prompt()).isEqualTo("Whatever is a " + this.three.word() + "?");
		assertThat(content(this.three.draft()).status()).isEqualTo(QuestionStatus.PUBLISHED);
	}

	@Test
	void changesNothingIfAQuestionChangedAfterThePreview() {
		var ids = this.three.draft() + "," + this.three.hard();
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "difficulty", "medium");
		this.bank.write("Grace", (questions) -> questions.change(List.of(this.three.draft()),
				(draft) -> draft.as(QuestionStatus.PUBLISHED), "Ready"));
		var page = this.pages.submit("/questions/bulk/batches", Role.ADMINISTRATOR, "ids", ids, "difficulty", "medium",
				"asOf", preview.one("[name=asOf]").val());
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text(".summary")).contains("after the preview");
		assertThat(content(this.three.hard()).difficulty()).isEqualTo(Difficulty.HARD);
	}

	@Test
	void changesNothingIfOneQuestionWouldBeInvalid() {
		var ids = this.three.draft() + "," + this.three.hard();
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "find",
				"Why a " + this.three.word() + "?", "replacement", "", "in", "prompt");
		assertThat(preview.texts(".change .mistake")).containsExactly("Please write the question.");
		assertThat(preview.html().select("[name=asOf]")).isEmpty();
		var page = this.pages.submit("/questions/bulk/batches", Role.ADMINISTRATOR, "ids", ids, "asOf", "999999999",
				"find", "Why a " + this.three.word() + "?", "replacement", "", "in", "prompt");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts(".change .mistake")).containsExactly("Please write the question.");
		assertThat(content(this.three.hard()).prompt()).isEqualTo("Why a " + this.three.word() + "?");
	}

	@ParameterizedTest
	@CsvSource({ "'', No question is selected.", "1, Please choose a change." })
	void rejectsAnIncompleteForm(String ids, String message) {
		var page = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "addTopics",
				ids.isEmpty() ? "x" : "");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text(".summary")).contains(message);
	}

	@ParameterizedTest
	@CsvSource({ "replacement, \u200b, Text to put in its place contains no visible characters.",
			"replacement, \u3164, Text to put in its place contains no visible characters.",
			"replacement, a\u202eb, Text to put in its place contains unreadable characters.",
			"find, a\u007f, Text to find contains unreadable characters.",
			"reason, \u2800, The reason contains no visible characters." })
	void rejectsInvisibleAndUnreadableText(String field, String typed, String message) {
		var page = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + this.three.draft(), "status",
				"draft", "in", "prompt", field, typed);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + field + "-mistake")).startsWith(message);
	}

	@Test
	void replacesInvisibleCharactersBySpaces() {
		var id = this.world.add(World.question("Why\u00a0is " + this.three.word() + "\u200b so?", "So."));
		for (var invisible : List.of("\u00a0", "\u200b")) {
			assertThat(this.pages
				.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + id, "find", invisible, "replacement",
						invisible.equals("\u00a0") ? " " : "", "in", "prompt")
				.texts(".change")).hasSize(1);
		}
	}

	@Test
	void limitsTheSizeOfABatch() {
		var many = LongStream.rangeClosed(1, QuestionWriter.MAX_BATCH + 1).boxed().toList();
		assertThatIllegalArgumentException().isThrownBy(() -> this.bank.write("Ada",
				(questions) -> questions.changeAsBatch(many, UnaryOperator.identity(), 0, "All")));
	}

	@Test
	void rejectsInvalidTopicsWithOneMessage() {
		var page = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids",
				this.three.draft() + "," + this.three.hard(), "addTopics", "fine, not fine!");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#addTopics-mistake")).startsWith("A topic has letters");
		assertThat(page.one("#addTopics").val()).isEqualTo("fine, not fine!");
	}

	private QuestionDraft content(long id) {
		return this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
	}

}
