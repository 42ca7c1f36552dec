package questionbank.desk;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Adding and editing a question. */
@PageTest
class EditingTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private TestAccounts accounts;

	private EditedQuestion question;

	@BeforeEach
	void addAQuestion() {
		this.question = EditedQuestion.add(this.world, this.pages);
	}

	@Test
	void addsAQuestion() {
		var answer = this.pages.submitAs("Ada", "/questions", Role.ADMINISTRATOR, "prompt", "  What is a *pier*?\r\n",
				"difficulty", "hard", "sampleAnswer", "First\r\n\r\nSecond\r\n", "keyPoints", " wood \r\n\r\nsea",
				"probes", "Why?", "topics", "Data Quality, security,, data-quality ", "status", "published", "audience",
				"everyone", "source", "", "reason", "");
		assertThat(answer.status()).isEqualTo(302);
		var added = this.world.retireLater(Long.parseLong(answer.header("Location").replace("/questions/", "")));
		var question = this.bank.find(added, Viewer.ANONYMOUS).orElseThrow();
		assertThat(question.content()).isEqualTo(new QuestionDraft("What is a *pier*?", Difficulty.HARD,
				"First\n\nSecond", List.of("wood", "sea"), List.of("Why?"), List.of("data-quality", "security"),
				QuestionStatus.PUBLISHED, Audience.EVERYONE, ""));
		assertThat(question.changedBy()).isEqualTo("Ada");
	}

	@Test
	void fillsTheFormWithThePresentContent() {
		var page = open("/edit");
		assertThat(page.one("#prompt").text()).isEqualTo("What is a lighthouse?");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("A tower with a light.");
		assertThat(page.one("#difficulty option[selected]").val()).isEqualTo("easy");
		assertThat(page.one("#topics").val()).isEqualTo("security");
		assertThat(page.one("[name=version]").val()).isEqualTo("1");
	}

	@Test
	void savesAnEditAndShowsItAtOnce() {
		assertThat(this.pages.open("/questions/" + this.question.id()).text(".prose")).contains("A tower");
		var answer = this.question.save("sampleAnswer", "A tall tower with a light.", "reason", "Clearer");
		assertThat(answer.header("Location")).isEqualTo("/questions/" + this.question.id());
		assertThat(this.pages.open("/questions/" + this.question.id()).text(".prose")).contains("A tall tower");
		assertThat(revision(2).reason()).isEqualTo("Clearer");
		assertThat(revision(2).author()).isEqualTo("Ada");
	}

	@Test
	void cleansPastedLists() {
		this.question.save("keyPoints",
				"- tower\r\n* light\r\n1. keeper\r\n\u2022\u00a0sea\u200b\u00a0view\r\n-\r\n"
						+ "12) 2.5 knots\r\n\u2013 [x] 3 - 4",
				"probes", "a)\u00a0Why\u202fthere?\r\n  \uf0b7 Since  when?");
		var content = revision(2).content();
		assertThat(content.keyPoints()).containsExactly("tower", "light", "keeper", "sea view", "2.5 knots", "3 - 4");
		assertThat(content.probes()).containsExactly("a) Why there?", "Since when?");
	}

	@Test
	void offersTheChangeItsUndoAndTheListAfterASave() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.ADMINISTRATOR));
		var list = visitor.open("/questions/desk?q=lighthouse&status=published&by=-changed");
		var edit = visitor.open(list.links("td a[href^=/questions/" + this.question.id() + "/edit]").get(0));
		var saved = visitor.arrive(visitor.send(edit, "form.editor", "sampleAnswer", "A lamp."));
		assertThat(saved.text(".notice [role=status]")).isEqualTo("Saved as version 2.");
		assertThat(saved.links(".notice a")).containsExactly("/questions/" + this.question.id() + "/revisions/1..2",
				"/questions/desk?q=lighthouse&status=published&by=-changed");
		assertThat(saved.texts(".notice a, .notice button")).containsExactly("See the change", "Undo",
				"Back to the list");
		var undone = visitor.arrive(visitor.send(saved, ".notice form"));
		assertThat(undone.text(".answer .prose")).isEqualTo("A tower with a light.");
		assertThat(undone.text(".notice [role=status]")).isEqualTo("Version 2 is undone. Saved as version 3.");
		assertThat(undone.links(".notice a")).contains("/questions/desk?q=lighthouse&status=published&by=-changed");
	}

	@Test
	void listsTheChangedFieldsIfThereIsNoReason() {
		this.question.save("sampleAnswer", "Another.", "difficulty", "hard");
		assertThat(revision(2).reason()).isEqualTo("Changed difficulty, sample answer");
	}

	@Test
	void makesNoRevisionWithoutAChange() {
		assertThat(this.question.save().status()).isEqualTo(302);
		assertThat(this.bank.revision(this.question.id(), 2)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "prompt||Please write the question.",
			"difficulty|heavy|Please choose a difficulty: easy, medium or hard.",
			"difficulty||Please choose a difficulty: easy, medium or hard.",
			"topics|data/quality|“data/quality”: A topic has letters from a to z and digits, with hyphens between words.",
			"topics|a,b,c,d,e,f,g,h,i|There can be at most 8 topics.",
			"status|lost|Please choose a status: draft, published or retired.",
			"audience|cats|Please choose an audience: everyone or interviewers." })
	void showsErrorsAtTheirFields(String field, String typed, String message) {
		var page = this.question.save(field, (typed != null) ? typed : "", "sampleAnswer", "Typed with care.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + field + "-mistake")).isEqualTo(message);
		assertThat(page.one("#" + field).attr("aria-invalid")).isEqualTo("true");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("Typed with care.");
		assertThat(this.bank.revision(this.question.id(), 2)).isEmpty();
	}

	@Test
	void keepsTextThatIsTooLong() {
		var page = this.question.save("prompt", "x".repeat(501), "keyPoints", "y".repeat(201), "source",
				"z".repeat(201), "reason", "r".repeat(201));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.one("#prompt").text()).hasSize(501);
		assertThat(page.one("#keyPoints").text()).hasSize(201);
		assertThat(page.one("#source").val()).hasSize(201);
		assertThat(page.one("#reason").val()).hasSize(201);
		assertThat(page.texts(".input .mistake")).hasSize(4);
	}

	@ParameterizedTest
	@CsvSource({ "topics, a-bb-, 200000", "sampleAnswer, >, 20000", "sampleAnswer, *_, 10000", "theirs[5], x, 1",
			"prompt, '[', 500" })
	void toleratesExtremeInput(String field, String typed, int times) {
		var page = this.question.save(field, typed.repeat(times));
		assertThat(page.status()).isIn(302, 422);
		assertThat(this.pages.open("/questions/" + this.question.id()).status()).isEqualTo(200);
	}

	@Test
	void showsTheToolsOnlyToAdministrators() {
		assertThat(open("").texts(".desk-tools a")).contains("Edit", "Revision 1");
		assertThat(this.pages.open("/questions/" + this.question.id(), Role.INTERVIEWER).texts(".desk-tools"))
			.isEmpty();
		assertThat(this.pages.open("/questions/" + this.question.id()).texts(".desk-tools")).isEmpty();
	}

	private HtmlPage open(String address) {
		return this.pages.open("/questions/" + this.question.id() + address, Role.ADMINISTRATOR);
	}

	private QuestionBank.Revision revision(int number) {
		return this.bank.revision(this.question.id(), number).orElseThrow();
	}

}
