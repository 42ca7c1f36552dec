package questionbank.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.format.QuestionFormat;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk.FilterQuery;
import questionbank.question.QuestionQuery;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;
import questionbank.web.Route.AccessLevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Exports contain what a person may see, and nothing else. */
@PageTest
class ExportTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private Export export;

	private final String word = Words.unheard();

	@Test
	void containsTheQuestionsOfTheFilteredList() {
		this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		this.world.add(World.question("Why a " + this.word + "?", Difficulty.HARD, "So."));
		var file = export("json&q=" + this.word + "&difficulty=hard", Role.CANDIDATE);
		assertThat(file).contains("Why a " + this.word + "?").doesNotContain("What is a " + this.word + "?");
	}

	@Test
	void containsNothingThatTheViewerMayNotSee() {
		var hidden = this.world.hide(World.question("What is a hidden " + this.word + "?", "A secret."));
		assertThat(hidden.all()).hasSize(3);
		for (var filter : List.of("", "&q=" + this.word)) {
			assertThat(export("json" + filter, Role.CANDIDATE)).doesNotContain(this.word);
			assertThat(export("json" + filter, Role.INTERVIEWER).split("What is a hidden " + this.word, -1)).hasSize(2);
			assertThat(export("json" + filter, Role.ADMINISTRATOR).split("What is a hidden " + this.word, -1))
				.hasSize(4);
		}
	}

	@Test
	void containsTheStableIdsOfTheTenQuestions() {
		assertThat(export("csv", Role.CANDIDATE)).contains("integration-engineering-1,", "integration-engineering-10,");
	}

	@Test
	void isOfferedWithTheFormatsAndTheirLosses() {
		var page = this.pages.open("/export?difficulty=hard", Role.CANDIDATE);
		assertThat(page.text("h1")).startsWith("Export ");
		assertThat(page.links(".formats a")).contains("/export?difficulty=hard&format=csv")
			.hasSize(QuestionFormat.values().length);
		assertThat(this.pages.open("/questions?difficulty=hard", Role.CANDIDATE).links(".list-fragments a"))
			.contains("/export?difficulty=hard");
	}

	@ParameterizedTest
	@CsvSource({ "format=word", "format=csv&difficulty=huge", "format=csv&page=x", "format=csv&page=2",
			"format=csv&sttus=draft", "format=csv&id=x", "format=csv&status=secret", "format=csv&changedSince=May" })
	void rejectsWrongParametersWithTheListOfFormats(String query) {
		var page = this.pages.open("/export?" + query, Role.CANDIDATE);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.texts(".summary")).isNotEmpty();
	}

	@Test
	void saysBesideTheFormatsThatAFormatIsUnknown() {
		var page = this.pages.open("/export?format=word&difficulty=hard", Role.CANDIDATE);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("title")).startsWith("No export");
		assertThat(page.text("#format-mistake")).startsWith("“word” is no format of an export.");
		assertThat(page.one("#format").attr("aria-describedby")).isEqualTo("format-mistake");
		assertThat(page.text("h1")).isEqualTo("Export questions");
		assertThat(page.links(".formats a")).contains("/export?difficulty=hard&format=csv");
	}

	@Test
	void namesTheParametersThatItDoesNotKnow() {
		assertThat(this.pages.open("/export?format=csv&topic=no-such-topic", Role.CANDIDATE).status()).isEqualTo(400);
		assertThat(this.pages.open("/export?format=csv&sttus=draft", Role.ADMINISTRATOR).text(".summary"))
			.contains("“sttus”", "status");
		assertThat(this.pages.open("/export?format=csv&status=draft", Role.INTERVIEWER).text(".summary"))
			.contains("Only administrators can filter by status");
		assertThat(this.pages.open("/export?format=jsonl&history=&q=x", Role.ADMINISTRATOR).text(".summary"))
			.contains("Leave out the filters");
	}

	@Test
	void containsTheQuestionsOfTheFilteredDesk() {
		this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		var draft = this.world
			.add(World.question("Why a " + this.word + "?", Difficulty.EASY, "So.").as(QuestionStatus.DRAFT));
		var query = "json&q=" + this.word + "&status=draft";
		assertThat(export(query, Role.ADMINISTRATOR)).contains("Why a " + this.word + "?")
			.doesNotContain("What is a " + this.word + "?");
		var formats = this.pages.open("/export?" + query.substring(5), Role.ADMINISTRATOR);
		assertThat(formats.text("h1")).isEqualTo("Export 1 question");
		assertThat(formats.texts(".chip")).contains("draft");
		assertThat(this.pages.open("/questions/" + draft, Role.ADMINISTRATOR).status()).isEqualTo(200);
	}

	@Test
	void containsTheChosenQuestions() {
		var one = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		var other = this.world.add(World.question("Why a " + this.word + "?", Difficulty.HARD, "So."));
		this.world.add(World.question("Whose " + this.word + "?", Difficulty.HARD, "Ours."));
		var chosen = "json&id=" + one + "&id=" + other;
		assertThat(export(chosen, Role.CANDIDATE)).contains("What is a " + this.word, "Why a " + this.word)
			.doesNotContain("Whose");
		assertThat(export(chosen + "&difficulty=hard", Role.CANDIDATE)).contains("Why a " + this.word)
			.doesNotContain("What is a " + this.word);
	}

	@Test
	void needsAnAccount() {
		assertThat(this.pages.open("/export?format=json").status()).isEqualTo(302);
		assertThat(this.pages.open("/questions").links(".list-fragments a")).doesNotContain("/export");
	}

	@Test
	void hasTheHistoryForAdministratorsAlone() {
		var id = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		var history = export("jsonl&history=", Role.ADMINISTRATOR);
		assertThat(history.lines().filter((line) -> line.contains("\"question\":" + id + ","))).singleElement()
			.asString()
			.contains("\"revision\":1", "\"author\":\"The world\"", "\"reason\":\"A test needs it\"", this.word);
		assertThat(this.pages.open("/export?format=jsonl&history=", Role.INTERVIEWER).status()).isEqualTo(403);
	}

	@Test
	void containsTheQuestionsOfAKitAsPinned() {
		var id = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		var kit = this.pages.submit("/kits", Role.INTERVIEWER, "title", "Kit of " + this.word, "question",
				Long.toString(id), "probes-1", "Which " + this.word + "?");
		this.bank.write("Grace", (questions) -> questions.change(List.of(id),
				(draft) -> draft.ofDifficulty(Difficulty.HARD).as(QuestionStatus.DRAFT), "Harder"));
		var query = "kit=" + kit.header("Location").replaceAll(".*/", "");
		assertThat(this.pages.open(kit.header("Location"), Role.INTERVIEWER).links(".actions a"))
			.contains("/export?" + query);
		var formats = this.pages.open("/export?" + query, Role.INTERVIEWER);
		assertThat(formats.text("h1")).isEqualTo("Export 1 question");
		assertThat(formats.links(".formats a")).contains("/export?" + query + "&format=json");
		assertThat(export("json&" + query, Role.INTERVIEWER))
			.contains("What is a " + this.word + "?", "Which " + this.word + "?", "\"easy\"", "\"published\"",
					this.bank.find(id, World.ADMINISTRATOR).orElseThrow().stableId())
			.doesNotContain("\"hard\"");
		assertThat(this.pages.open("/export?format=json&" + query, Role.CANDIDATE).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "999999999", "x", "" })
	void isNotFoundForAnUnknownKit(String kit) {
		assertThat(this.pages.open("/export?kit=" + kit, Role.INTERVIEWER).status()).isEqualTo(404);
	}

	@Test
	void isRefusedToCandidatesByConfiguration() throws IOException {
		var refusing = new ExportProperties(false);
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> written(refusing, Role.CANDIDATE))
			.satisfies((refusal) -> assertThat(refusal.getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN));
		assertThat(written(refusing, Role.INTERVIEWER)).contains("integration-engineering-1");
		assertThat(written(new ExportProperties(true), Role.CANDIDATE)).contains("integration-engineering-1");
		assertThat(TransferNavigation.exportListFragment(refusing).access()).isEqualTo(AccessLevel.INTERVIEWER);
	}

	private String written(ExportProperties properties, Role role) throws IOException {
		var response = new MockHttpServletResponse();
		var none = new FilterQuery(null, null, null, null);
		new ExportController(this.export, this.catalogue, properties).export(
				MultiValueMap.fromSingleValue(Map.of("format", "json")), QuestionQuery.ALL,
				new BeanPropertyBindingResult(QuestionQuery.ALL, "query"), none,
				new BeanPropertyBindingResult(none, "desk"), new Viewer(role, "Cy"), new ExtendedModelMap(), response);
		return response.getContentAsString();
	}

	private String export(String query, Role role) {
		var file = this.pages.download("/export?format=" + query, role);
		assertThat(file.getStatus()).isEqualTo(200);
		assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
		return new String(file.getContentAsByteArray(), StandardCharsets.UTF_8);
	}

}
