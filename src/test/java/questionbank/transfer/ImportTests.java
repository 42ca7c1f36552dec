package questionbank.transfer;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** Imports: preview, choices, application and undo. */
@PageTest
class ImportTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private ImportLog log;

	@Autowired
	private ImportWork work;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovingClock clock;

	private final String word = Words.unheard();

	@Test
	void previewsAppliesAndUndoesAPastedText() {
		var preview = paste("""
				id,question,difficulty,answer,topics
				%1$s-1,What is a %1$s?,easy,A thing.,Data Quality
				%1$s-2,Why is a %1$s so?,hard,"Because
				it is.",
				""".formatted(this.word));
		assertThat(preview.texts(".import-row .kind")).containsExactly("New", "New");
		assertThat(question("-1")).isNull();
		var applied = apply(preview);
		assertThat(applied.text(".notice")).contains("Applied: 2 new questions and 0 changes.");
		var added = question("-1").content();
		assertThat(added.prompt()).isEqualTo("What is a " + this.word + "?");
		assertThat(added.difficulty()).isEqualTo(Difficulty.EASY);
		assertThat(added.topics()).containsExactly("data-quality");
		assertThat(added.status()).isEqualTo(QuestionStatus.DRAFT);
		assertThat(added.audience()).isEqualTo(Audience.EVERYONE);
		assertThat(question("-2").content().sampleAnswer()).isEqualTo("Because\nit is.");
		assertThat(this.pages.open("/questions/changes", Role.ADMINISTRATOR).texts(".change h2").get(0))
			.isEqualTo("2 questions");
		var undone = undo(applied);
		assertThat(undone.text(".notice")).contains("undone");
		assertThat(question("-1").content().status()).isEqualTo(QuestionStatus.RETIRED);
		assertThat(question("-2").content().status()).isEqualTo(QuestionStatus.RETIRED);
	}

	@Test
	void showsATextAsItIsReadAndStoresNothing() {
		var id = this.world.add(World.question("How does a " + this.word + " scale under load?", "Well."));
		var imports = this.pages.open("/import", Role.ADMINISTRATOR).texts(".imports li").size();
		var live = submit("/import/preview", "format", "markdown", "text", """
				# What is a %1$s?
				Difficulty: easy

				A thing.

				# How does a %1$s scale well under load?
				Difficulty: hard

				# Why a %1$s?
				Difficulty: gigantic
				""".formatted(this.word));
		assertThat(live.status()).isEqualTo(200);
		assertThat(live.texts("#live-rows .kind")).containsExactly("New", "Possible duplicate", "Error");
		assertThat(live.text("#live-message")).isEqualTo("1 new, 1 possible duplicate, 1 error.");
		assertThat(live.text("#row-2")).contains("Resembles no. " + id);
		assertThat(live.html().select("#live-rows select")).isEmpty();
		assertThat(this.pages.open("/import", Role.ADMINISTRATOR).texts(".imports li")).hasSize(imports);
	}

	@ParameterizedTest
	@CsvSource({ "json, '[{]', Line 1", "word, text, Please choose a format of the list.", "markdown, '', ''" })
	void saysWhyATextIsNotShownWhileItIsTyped(String format, String text, String message) {
		var live = submit("/import/preview", "format", format, "text", text);
		assertThat(live.text("#live-message")).startsWith(message);
		assertThat(live.texts("#live-rows .kind")).isEmpty();
	}

	@Test
	void isLinkedFromTheDeskToWriteSeveralAndToExportWithItsFilters() {
		this.world.add(World.question("What is a " + this.word + "?", "Well."));
		var desk = this.pages.open("/questions/desk?q=" + this.word + "&status=published&by=-number",
				Role.ADMINISTRATOR);
		assertThat(desk.links("main a")).contains("/import?format=markdown",
				"/export?q=" + this.word + "&status=published");
		var blank = this.pages.open("/import?format=markdown", Role.ADMINISTRATOR);
		assertThat(blank.text("h1")).isEqualTo("Write several questions");
		assertThat(blank.html().select("input[type=file]")).isEmpty();
		var empty = submit("/import", "format", "markdown", "text", "");
		assertThat(empty.text("#text-mistake")).isEqualTo("Please write a question.");
	}

	@Test
	void saysThatWorkHasDiedUnlessItsHeartbeatGoesOn() {
		var preview = paste(
				"id,question,difficulty,answer\n%1$s-1,What is a %1$s?,easy,A thing.\n".formatted(this.word));
		var id = Long.parseLong(path(preview).replaceFirst(".*/", ""));
		this.database.sql("update question_import set state = 'READING' where id = ?").param(id).update();
		this.clock.advance(Duration.ofMinutes(3));
		this.log.beat(id);
		assertThat(this.pages.open(path(preview), Role.ADMINISTRATOR).text(".progress")).contains("Reading");
		this.clock.advance(Duration.ofMinutes(3));
		assertThat(this.pages.open(path(preview), Role.ADMINISTRATOR).text(".mistake"))
			.startsWith("The file was not read to its end");
		assertThat(this.pages.open("/import", Role.ADMINISTRATOR).html().select(".imports li").first().text())
			.contains("not read to its end");
	}

	@Test
	void doesNotChangeAQuestionThatEqualsItsRow() {
		var text = """
				id,question,difficulty,answer
				%1$s-1,What is a %1$s?,easy,A thing.
				""".formatted(this.word);
		apply(paste(text));
		var again = paste(text);
		assertThat(again.texts(".import-row .kind")).containsExactly("Unchanged");
		assertThat(again.text(".notice")).startsWith("Nothing to do");
		var rejected = submit(path(again) + "/application");
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(question("-1").version()).isEqualTo(1);
	}

	@Test
	void countsNotesApartAndLeavesUnchangedRowsOut() {
		apply(paste("id,question,difficulty\n%1$s-1,What is a %1$s?,easy\n".formatted(this.word)));
		var preview = paste("""
				id,question,difficulty,mood
				%1$s-1,What is a %1$s?,easy,good
				%1$s-2,Why a %1$s?,easy,good
				""".formatted(this.word));
		assertThat(preview.texts(".import-row .kind")).containsExactly("Note", "New");
		assertThat(preview.text("main")).contains("2 rows and 1 note", "1 unchanged row not shown.");
		assertThat(preview.links("main p a")).contains(path(preview) + "?kind=unchanged");
	}

	@Test
	void changesWhatTheRowStatesAndKeepsTheRest() {
		var id = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing.", "view"));
		var preview = paste("question,difficulty\nWhat is a %s?,hard\n".formatted(this.word));
		assertThat(preview.texts(".import-row .kind")).containsExactly("Changed");
		assertThat(preview.texts(".import-row del")).containsExactly("easy");
		assertThat(preview.texts(".import-row ins")).containsExactly("hard");
		apply(preview);
		var changed = this.bank.find(id, World.ADMINISTRATOR).orElseThrow();
		assertThat(changed.version()).isEqualTo(2);
		assertThat(changed.content())
			.isEqualTo(World.question("What is a " + this.word + "?", Difficulty.HARD, "A thing.", "view"));
	}

	@Test
	void undoesFieldByFieldAndKeepsWhatOthersChangedSince() {
		var id = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing.", "view"));
		var applied = apply(paste("""
				question,difficulty,answer
				What is a %1$s?,hard,Another thing.
				Why a %1$s at all?,easy,For fun.
				Who made the %1$s first?,easy,Nobody knows.
				""".formatted(this.word)));
		var edited = find("Why a " + this.word + " at all?");
		this.bank.write("Grace", (questions) -> questions.change(List.of(id, edited.id()),
				(draft) -> draft.ofDifficulty(Difficulty.MEDIUM), "Neither"));
		assertThat(applied.links(".written a")).contains("/questions/" + id, "/questions/" + edited.id());
		assertThat(applied.texts(".written .note")).contains("no. " + id + ", changed", "no. " + edited.id() + ", new");
		assertThat(applied.text("section > p")).isEqualTo("Changes of 3 questions");
		assertThat(undo(applied).text(".notice"))
			.isEqualTo("The import is undone in 2 questions. " + "1 question was changed since, and is kept as it is.");
		var restored = this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
		assertThat(restored.sampleAnswer()).isEqualTo("A thing.");
		assertThat(restored.difficulty()).isEqualTo(Difficulty.MEDIUM);
		assertThat(find("Why a " + this.word + " at all?").content().status()).isEqualTo(QuestionStatus.DRAFT);
		assertThat(find("Who made the " + this.word + " first?").content().status()).isEqualTo(QuestionStatus.RETIRED);
		this.world.retireLater(edited.id());
	}

	@Test
	void leavesWrongRowsOutAndOffersThemWithTheReason() {
		var preview = paste("""
				id,question,difficulty,answer
				%1$s-1,What is a %1$s?,easy,A thing.
				%1$s-2,,easy,No question.
				%1$s-3,Why a %1$s at all?,gigantic,For fun.
				""".formatted(this.word));
		assertThat(preview.texts(".import-row .kind")).containsExactly("Error", "Error", "New");
		assertThat(preview.texts("nav .chip")).containsExactly("Errors: 2", "New: 1");
		var rejected = this.pages.open(path(preview) + "/rejected", Role.ADMINISTRATOR);
		assertThat(rejected.header("Content-Disposition")).endsWith(".csv\"");
		assertThat(rejected.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
		assertThat(rejected.html().wholeText())
			.contains("problem", this.word + "-2", "gigantic", "Please choose a difficulty")
			.doesNotContain(this.word + "-1");
		assertThat(apply(preview).text(".notice")).contains("1 new question and 0 changes");
		assertThat(question("-1")).isNotNull();
		assertThat(question("-3")).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
							csv   | id,question,difficulty~%1$s-1,What is a %1$s?,easy~%1$s-2,"Why is a %1$s,hard~     | %1$s-2,"Why is a %1$s,hard
							yaml  | - {id: %1$s-1, question: What is a %1$s?, difficulty: easy}~- *never-%1$s~         | *never-%1$s
							yaml  | - {id: %1$s-1, question: What is a %1$s?, difficulty: easy}~- {question: *a-%1$s}~ | *a-%1$s
							yaml  | - {id: %1$s-1, question: What is a %1$s?, difficulty: easy}~- {question: "Why~ %1$s | Why %1$s
							json  | [{"id": "%1$s-1", "question": "What is a %1$s?", "level": "easy"}, ~{"question": "Why %1$s    | Why %1$s
							jsonl | {"id": "%1$s-1", "question": "What is a %1$s?", "level": "easy"}~{"question": "Why %1$s       | Why %1$s
					markdown | ## What is a %1$s?~Level: easy~~So.~~<details>~<summary>Why?</summary>~%1$s | Why? %1$s
							""")
	void keepsInTheRejectedRowsWhatWasRead(String format, String file, String rejected) {
		var preview = paste(file.formatted(this.word).replace('~', '\n'), format);
		assertThat(preview.texts(".import-row .kind")).containsExactly("Error", "New");
		var text = this.pages.open(path(preview) + "/rejected", Role.ADMINISTRATOR).html().wholeText();
		assertThat(text.replaceAll("[\\s\"\\\\]+", " "))
			.contains(rejected.formatted(this.word).replaceAll("[\\s\"\\\\]+", " "))
			.containsAnyOf("quote", "alias", "cannot be read", "does not end");
	}

	@ParameterizedTest
	@CsvSource({ "csv, 'id,question,difficulty', 1", "markdown, #, 300" })
	void offersNothingToApplyWithoutAQuestion(String format, String line, int lines) {
		var preview = paste((line + "\n").repeat(lines), format);
		assertThat(preview.text(".notice")).isEqualTo("There is no question in it, and nothing to apply.");
		assertThat(preview.html().select("button, details").eachText()).doesNotContain("Apply import", "Save choices");
		assertThat(submit(path(preview) + "/application").status()).isEqualTo(422);
	}

	@Test
	void showsErrorsFirstAndAllRowsInTheOrderOfTheFile() {
		var rows = new StringBuilder("question,difficulty,answer\n");
		for (int i = 0; i < 20; i++) {
			rows.append("What is a %s?,easy,A thing.\n,easy,No question.\n".formatted(Words.unheard()));
		}
		var first = paste(rows.toString());
		assertThat(first.texts(".import-row .kind")).hasSize(25)
			.startsWith("Error")
			.endsWith("Error", "New", "New", "New", "New", "New");
		var second = this.pages.open(path(first) + "?page=2", Role.ADMINISTRATOR);
		assertThat(second.texts(".import-row .kind")).hasSize(15).containsOnly("New");
		assertThat(this.pages.open(path(first) + "?kind=error", Role.ADMINISTRATOR).texts(".import-row .kind"))
			.hasSize(20)
			.containsOnly("Error");
	}

	@Test
	void appliesARowThatIsCorrectedInThePreview() {
		var preview = paste("id,question,difficulty,answer,topics\n%1$s-1,What is a %1$s?,gigantic,A thing.,securty\n"
			.formatted(this.word));
		assertThat(preview.text(".import-row")).contains("gigantic", "Did you mean security?");
		var wrong = submit(path(preview), "difficulty-1", "huge", "topics-1", "typed");
		assertThat(wrong.status()).isEqualTo(422);
		assertThat(wrong.text(".summary")).contains("Row 1: A difficulty is easy, medium or hard.");
		assertThat(wrong.one("#topics-1").val()).isEqualTo("typed");
		var saved = submit(path(preview), "take-1", "yes", "difficulty-1", "hard", "topics-1", "security", "status-1",
				"published", "audience-1", "interviewers");
		assertThat(saved.status()).isEqualTo(302);
		assertThat(open(preview).texts(".import-row .kind")).containsExactly("New");
		apply(preview);
		var added = question("-1").content();
		assertThat(added.difficulty()).isEqualTo(Difficulty.HARD);
		assertThat(added.topics()).containsExactly("security");
		assertThat(added.status()).isEqualTo(QuestionStatus.PUBLISHED);
		assertThat(added.audience()).isEqualTo(Audience.INTERVIEWERS);
		this.world.retireLater(question("-1").id());
	}

	@Test
	void storesTheChoicesThatAreSubmittedWithTheApplication() {
		var preview = paste("id,question,difficulty\n%1$s-1,What is a %1$s?,easy\n%1$s-2,Why is a %1$s so?,easy\n"
			.formatted(this.word));
		submit(path(preview) + "/application", "take-1", "no", "take-2", "yes");
		assertThat(question("-1")).isNull();
		assertThat(question("-2")).isNotNull();
	}

	@Test
	void choosesForAllRows() {
		var preview = paste("""
				id,question,difficulty,topics
				%1$s-1,What is a %1$s?,gigantic,view
				%1$s-2,Why is a %1$s so?,easy,
				""".formatted(this.word));
		submit(path(preview), "difficulty", "hard", "topics", "old times", "audience", "interviewers");
		apply(preview);
		assertThat(question("-1").content().difficulty()).isEqualTo(Difficulty.HARD);
		assertThat(question("-1").content().topics()).containsExactly("view", "old-times");
		assertThat(question("-2").content().difficulty()).isEqualTo(Difficulty.EASY);
		assertThat(question("-2").content().topics()).containsExactly("old-times");
		assertThat(question("-2").content().audience()).isEqualTo(Audience.INTERVIEWERS);
	}

	@Test
	void takesTheNearestKnownTopicInOneRowOrInAll() {
		var preview = paste("""
				id,question,difficulty,topics
				%1$s-1,What is a %1$s?,easy,securty
				%1$s-2,Why a %1$s at all?,easy,"view, securty"
				%1$s-3,Who made the %1$s first?,easy,securty
				""".formatted(this.word));
		var inRow = preview.one("#row-1 button[name=rename-1]");
		var inAll = preview.one("#row-1 button[name=rename]");
		assertThat(inRow.text()).isEqualTo("Use “security”");
		submit(path(preview), inRow.attr("name"), inRow.val(), "topics-1", "securty, new times", "topics-2",
				"view, securty");
		assertThat(topics(preview)).containsExactly("security, new times", "view, securty", "securty");
		submit(path(preview), inAll.attr("name"), inAll.val());
		assertThat(topics(preview)).containsExactly("security, new times", "view, security", "security");
		assertThat(submit(path(preview), "rename-1", "one topic more").status()).isEqualTo(422);
	}

	private List<String> topics(HtmlPage preview) {
		return open(preview).html().select(".import-row input[name^=topics]").eachAttr("value");
	}

	@Test
	void addsAQuestionWhereARowWouldChangeOne() {
		var id = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		var preview = paste("question,difficulty\nWhat is a %s?,hard\n".formatted(this.word));
		submit(path(preview) + "/application", "take-1", "new");
		assertThat(this.bank.find(id, World.ADMINISTRATOR).orElseThrow().version()).isOne();
		assertThat(open(preview).text(".notice")).contains("1 new question and 0 changes");
	}

	@Test
	void leavesPossibleDuplicatesOutUnlessTheyAreTaken() {
		var id = this.world.add(World.question("How does a " + this.word + " scale under load?", "Well."));
		var preview = paste("""
				question,difficulty
				How does a %1$s scale well under load?,hard
				What else is the name of %1$s?,hard
				What else is the name of %1$s?,easy
				""".formatted(this.word));
		assertThat(preview.texts(".import-row .kind")).containsExactly("Possible duplicate", "New",
				"Possible duplicate");
		assertThat(preview.text("#row-1")).contains("Resembles no. " + id);
		assertThat(preview.texts("#row-1 ins")).containsExactly("well");
		assertThat(preview.text("#row-3")).contains("Resembles row 2 of this file");
		assertThat(apply(preview).text(".notice")).contains("1 new question");
	}

	@Test
	void appliesAnImportOnce() {
		var preview = paste("question,difficulty\nWhat is a %s?,hard\n".formatted(this.word));
		apply(preview);
		var again = submit(path(preview) + "/application");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text(".summary")).contains("already applied");
		assertThat(submit(path(preview) + "/undo").status()).isEqualTo(302);
		assertThat(submit(path(preview) + "/undo").status()).isEqualTo(409);
	}

	@Test
	void doesNotChangeAQuestionThatWasChangedAfterThePreview() {
		var id = this.world.add(World.question("What is a " + this.word + "?", Difficulty.EASY, "A thing."));
		var preview = paste("""
				question,difficulty,answer
				What is a %1$s?,hard,Another thing.
				Why a %1$s at all?,easy,For fun.
				""".formatted(this.word));
		this.bank.write("Grace", (questions) -> questions.change(List.of(id),
				(draft) -> draft.ofDifficulty(Difficulty.MEDIUM), "Neither"));
		var applied = apply(preview);
		assertThat(applied.text("#row-1 .mistake"))
			.isEqualTo("Not applied: The question was changed after the preview.");
		assertThat(applied.texts(".notice p")).contains("1 row could not be applied, see below.");
		assertThat(this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content().difficulty())
			.isEqualTo(Difficulty.MEDIUM);
		assertThat(find("Why a " + this.word + " at all?")).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "text, '', file, 'Please choose a file, or paste a text.'",
			"format, word, format, Please choose a format of the list.",
			"status, secret, status, 'A status is draft, published or retired.'",
			"audience, nobody, audience, An audience is everyone or interviewers." })
	void rejectsAWrongFormAndKeepsWhatWasTyped(String field, String typed, String at, String message) {
		var page = this.pages.submit("/import", Role.ADMINISTRATOR, field.equals("text") ? "status" : "text",
				field.equals("text") ? "draft" : "question,difficulty\nWhat?,easy", field, typed);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + at + "-mistake")).isEqualTo(message);
		if (!field.equals("text")) {
			assertThat(page.one("#text").val()).startsWith("question,difficulty");
		}
	}

	@Test
	void saysWhereATextCannotBeRead() {
		var page = this.pages.submit("/import", Role.ADMINISTRATOR, "format", "json", "text",
				"[\n  {\"prompt\": x}\n]");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#text-mistake")).contains("pasted text", "JSON", "Line 2");
		assertThat(page.one("#text").val()).contains("\"prompt\": x");
	}

	@Test
	void workOnAnImportIsTimedAsAnActiveTask() {
		var timer = this.meters.get("questionbank.import.active").longTaskTimer();
		var active = new AtomicInteger();
		this.work.run(-1, () -> active.set(timer.activeTasks()));
		assertThat(active).hasValue(1);
		assertThat(timer.activeTasks()).isZero();
	}

	@Test
	void isUnknownAfterThirtyDays() {
		var preview = paste("question,difficulty\nWhat is a %s?,hard\n".formatted(this.word));
		var id = Long.valueOf(path(preview).replaceAll(".*/", ""));
		this.database.sql("update question_import set created_at = ? where id = ?")
			.params(this.clock.instant().minus(ImportLog.RETENTION).minusSeconds(1).atOffset(ZoneOffset.UTC), id)
			.update();
		this.log.deleteExpired();
		assertThat(open(preview).status()).isEqualTo(404);
		assertThat(this.database.sql("select count(*) from question_import_row where import_id = ?")
			.param(id)
			.query(Long.class)
			.single()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "/import/999999999", "/import/999999999/rejected" })
	void isNotFoundIfThereIsNone(String address) {
		assertThat(this.pages.open(address, Role.ADMINISTRATOR).status()).isEqualTo(404);
	}

	private HtmlPage paste(String text) {
		return paste(text, "csv");
	}

	private HtmlPage paste(String text, String format) {
		var sent = this.pages.submit("/import", Role.ADMINISTRATOR, "text", text, "format", format);
		assertThat(sent.texts(".mistake")).isEmpty();
		assertThat(sent.status()).isEqualTo(302);
		return settled(sent.header("Location"));
	}

	private HtmlPage apply(HtmlPage preview) {
		var sent = submit(path(preview) + "/application");
		assertThat(sent.texts(".summary")).isEmpty();
		return settled(sent.header("Location"));
	}

	private HtmlPage undo(HtmlPage applied) {
		var address = path(applied);
		submit(address + "/undo");
		return settled(address);
	}

	private HtmlPage open(HtmlPage preview) {
		return this.pages.open(path(preview), Role.ADMINISTRATOR);
	}

	private HtmlPage submit(String address, String... fields) {
		return this.pages.submit(address, Role.ADMINISTRATOR, fields);
	}

	/** Opens the page of an import until no work is in progress. */
	private HtmlPage settled(String address) {
		var page = new HtmlPage[1];
		BooleanSupplier busy = () -> {
			page[0] = this.pages.open(address, Role.ADMINISTRATOR);
			return page[0].header("Refresh") != null;
		};
		while (busy.getAsBoolean()) {
			Thread.onSpinWait();
		}
		return page[0];
	}

	private static String path(HtmlPage preview) {
		return preview.html().select("form.choices, form[action$=/undo]").first().attr("action").replace("/undo", "");
	}

	private QuestionDetails question(String suffix) {
		return this.bank.findByStableIds(List.of(this.word + suffix)).get(this.word + suffix);
	}

	private QuestionDetails find(String prompt) {
		return this.bank
			.find(this.database.sql("select max(id) from question where prompt = ?")
				.param(prompt)
				.query(Long.class)
				.single(), World.ADMINISTRATOR)
			.orElse(null);
	}

}
