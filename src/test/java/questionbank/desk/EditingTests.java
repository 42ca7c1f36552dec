package questionbank.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.Page;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.EditResult;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionHistory;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class EditingTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionHistory history;

	private long id;

	@BeforeEach
	void addAQuestion() {
		this.id = this.world.add(new QuestionDraft("What is a lighthouse?", Difficulty.EASY, "A tower with a light.",
				List.of("tower"), List.of("Who keeps it?"), List.of("security"), QuestionStatus.PUBLISHED,
				Audience.EVERYONE, "Ours"));
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
	void showsWhatStandsThereBeforeItIsEdited() {
		var page = open("/edit");
		assertThat(page.one("#prompt").text()).isEqualTo("What is a lighthouse?");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("A tower with a light.");
		assertThat(page.one("#difficulty option[selected]").val()).isEqualTo("easy");
		assertThat(page.one("#topics").val()).isEqualTo("security");
		assertThat(page.one("[name=version]").val()).isEqualTo("1");
	}

	@Test
	void savesAndSaysSoAndShowsItToEverybodyAtOnce() {
		assertThat(this.pages.open("/questions/" + this.id).text(".prose")).contains("A tower");
		var answer = save("sampleAnswer", "A tall tower with a light.", "reason", "Clearer");
		assertThat(answer.header("Location")).isEqualTo("/questions/" + this.id);
		assertThat(this.pages.open("/questions/" + this.id).text(".prose")).contains("A tall tower");
		assertThat(version(2).reason()).isEqualTo("Clearer");
		assertThat(version(2).author()).isEqualTo("Ada");
	}

	@Test
	void namesTheChangedFieldsWhereNobodyGaveAReason() {
		save("sampleAnswer", "Another.", "difficulty", "hard");
		assertThat(version(2).reason()).isEqualTo("Changed difficulty, sample answer");
	}

	@Test
	void makesNoVersionOfWhatChangesNothing() {
		assertThat(save().status()).isEqualTo(302);
		assertThat(this.history.version(this.id, 2)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "prompt||Please write the question.",
			"difficulty|heavy|Please choose a difficulty: easy, medium or hard.",
			"difficulty||Please choose a difficulty: easy, medium or hard.",
			"topics|data/quality|“data/quality”: A topic has letters from a to z and digits, with hyphens between words.",
			"topics|a,b,c,d,e,f,g,h,i|There can be at most 8 topics.",
			"status|lost|Please choose a status: draft, published or retired.",
			"audience|cats|Please choose an audience: everyone or interviewers." })
	void saysBesideTheFieldWhatIsWrong(String field, String typed, String message) {
		var page = save(field, (typed != null) ? typed : "", "sampleAnswer", "Typed with care.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + field + "-mistake")).isEqualTo(message);
		assertThat(page.one("#" + field).attr("aria-invalid")).isEqualTo("true");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("Typed with care.");
		assertThat(this.history.version(this.id, 2)).isEmpty();
	}

	@Test
	void keepsEverythingTypedThatIsTooLong() {
		var page = save("prompt", "x".repeat(501), "keyPoints", "y".repeat(201), "source", "z".repeat(201), "reason",
				"r".repeat(201));
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.one("#prompt").text()).hasSize(501);
		assertThat(page.one("#keyPoints").text()).hasSize(201);
		assertThat(page.one("#source").val()).hasSize(201);
		assertThat(page.one("#reason").val()).hasSize(201);
		assertThat(page.texts(".input .mistake")).hasSize(4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "x", "99", "-1" })
	void doesNotSaveWhatWasMadeFromAnUnknownVersion(String version) {
		var page = save("version", version, "sampleAnswer", "Typed with care.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text(".summary")).contains("the version that you edited");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("Typed with care.");
	}

	@Test
	void mergesFieldsThatOnlyOneSideChanged() {
		save("sampleAnswer", "Theirs.");
		assertThat(save("topics", "testing").status()).isEqualTo(302);
		var merged = version(3).content();
		assertThat(merged.sampleAnswer()).isEqualTo("Theirs.");
		assertThat(merged.topics()).containsExactly("testing");
	}

	@Test
	void asksWhereBothChangedTheSameField() {
		save("sampleAnswer", "A tower with a lamp.", "topics", "testing");
		var page = save("sampleAnswer", "A tall tower with a light.", "difficulty", "hard", "reason", "Mine");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.texts(".conflict")).hasSize(1);
		assertThat(page.text(".conflict details p")).isEqualTo("A tower with a light.");
		assertThat(page.texts(".conflict dd")).containsExactly("A tower with a lightlamp.",
				"A tall tower with a light.");
		assertThat(page.texts(".conflict ins")).containsExactly("lamp", "tall");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("A tall tower with a light.");
		assertThat(page.one("#topics").val()).isEqualTo("testing");
		assertThat(page.one("#difficulty option[selected]").val()).isEqualTo("hard");
		assertThat(page.one("#reason").val()).isEqualTo("Mine");
		assertThat(page.one("[name=version]").val()).isEqualTo("2");
		assertThat(this.history.version(this.id, 3)).isEmpty();
	}

	@Test
	void savesWhatWasDecided() {
		save("sampleAnswer", "Theirs.");
		save("sampleAnswer", "Mine.");
		assertThat(save("version", "2", "sampleAnswer", "Both.").status()).isEqualTo(302);
		assertThat(version(3).content().sampleAnswer()).isEqualTo("Both.");
	}

	@Test
	void takesTheirsWhereOneTicksIt() {
		save("sampleAnswer", "Theirs.");
		assertThat(
				save("version", "2", "sampleAnswer", "Mine.", "difficulty", "hard", "theirs", "sampleAnswer").status())
			.isEqualTo(302);
		assertThat(version(3).content().sampleAnswer()).isEqualTo("Theirs.");
		assertThat(version(3).content().difficulty()).isEqualTo(Difficulty.HARD);
	}

	@Test
	void keepsTheirsThatWasTakenWhereSomethingElseIsWrong() {
		save("sampleAnswer", "Theirs.");
		var page = save("version", "2", "sampleAnswer", "Mine.", "prompt", "", "theirs", "sampleAnswer");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("Theirs.");
		assertThat(page.texts(".input .mistake")).containsExactly("Please write the question.");
	}

	@Test
	void makesNothingOfTopicsInAnotherOrder() {
		save("topics", "a, b");
		assertThat(save("version", "2", "topics", "b, a").status()).isEqualTo(302);
		assertThat(this.history.version(this.id, 3)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "topics, a-bb-, 200000", "sampleAnswer, >, 20000", "sampleAnswer, *_, 10000", "theirs[5], x, 1",
			"prompt, '[', 500" })
	void standsWhatNobodyWouldType(String field, String typed, int times) {
		var page = save(field, typed.repeat(times));
		assertThat(page.status()).isIn(302, 422);
		assertThat(this.pages.open("/questions/" + this.id).status()).isEqualTo(200);
	}

	@Test
	void previewsMarkdownWithoutWhatIsDangerous() {
		var page = this.pages.submit("/questions/preview", Role.ADMINISTRATOR, "sampleAnswer",
				"**bold** <script>alert(1)</script>");
		assertThat(page.text("#previewed strong")).isEqualTo("bold");
		assertThat(page.html().select("#previewed script")).isEmpty();
	}

	@Test
	void warnsOfAQuestionThatIsMuchTheSame() {
		var word = Words.unheard();
		var alike = this.world.add(World.question("What is a " + word + "?", "A word."));
		var similar = "/questions/similar?prompt=";
		assertThat(this.pages.open(similar + "What%20is%20a%20" + word + "%20for", Role.ADMINISTRATOR)
			.links("#similar-questions a")).containsExactly("/questions/" + alike);
		assertThat(this.pages.open(similar + "Completely%20unheard%20of%20before", Role.ADMINISTRATOR)
			.texts("#similar-questions")).isEmpty();
	}

	@Test
	void showsTheToolsToAdministratorsAlone() {
		assertThat(open("").texts(".desk-tools a")).contains("Edit", "Version 1");
		assertThat(this.pages.open("/questions/" + this.id, Role.INTERVIEWER).texts(".desk-tools")).isEmpty();
		assertThat(this.pages.open("/questions/" + this.id).texts(".desk-tools")).isEmpty();
	}

	private Page open(String address) {
		return this.pages.open("/questions/" + this.id + address, Role.ADMINISTRATOR);
	}

	private QuestionHistory.Version version(int number) {
		return this.history.version(this.id, number).orElseThrow();
	}

	/**
	 * Sends the form as it is when it is opened for the first version, but for some
	 * fields.
	 */
	private Page save(String... changed) {
		var fields = new LinkedHashMap<>(Map.of("prompt", "What is a lighthouse?", "difficulty", "easy", "sampleAnswer",
				"A tower with a light.", "keyPoints", "tower", "probes", "Who keeps it?", "topics", "security",
				"status", "published", "audience", "everyone", "source", "Ours", "version", "1"));
		for (int i = 0; i < changed.length; i += 2) {
			fields.put(changed[i], changed[i + 1]);
		}
		var sent = new ArrayList<String>();
		fields.forEach((name, value) -> sent.addAll(Arrays.asList(name, value)));
		return this.pages.submitAs("Ada", "/questions/" + this.id, Role.ADMINISTRATOR, sent.toArray(String[]::new));
	}

}
