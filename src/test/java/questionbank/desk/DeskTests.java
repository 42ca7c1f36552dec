package questionbank.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.Page;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

@PageTest
class DeskTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	/**
	 * What earlier tests retired remains on the desk; each test has a word of its own.
	 */
	private final String word = Words.unheard();

	/** An old name of a topic stays one after the test. */
	private final String flight = Words.unheard();

	private long draft;

	private long forInterviewers;

	private long hard;

	@BeforeEach
	void addThree() {
		this.draft = this.world
			.add(World.question("Whatever is a " + this.word + "?", Difficulty.EASY, "It flies.", this.flight)
				.as(QuestionStatus.DRAFT));
		this.forInterviewers = this.world
			.add(World.question("Who steers a " + this.word + "?", Difficulty.MEDIUM, "A pilot.", this.flight, "work")
				.meantFor(Audience.INTERVIEWERS));
		this.hard = this.world
			.add(World.question("Why a " + this.word + "?", Difficulty.HARD, "For the view.", "view"));
	}

	@Test
	void listsQuestionsInEveryState() {
		assertThat(numbers("q=" + this.word)).containsExactlyInAnyOrder(this.draft, this.forInterviewers, this.hard);
	}

	@ParameterizedTest
	@CsvSource({ "status=draft,0", "audience=interviewers,1", "difficulty=hard,2", "topic=view,2",
			"changedBy=Ada&status=published,1" })
	void narrowsByEveryFilter(String filter, int left) {
		this.bank.write("Ada", (questions) -> questions.change(List.of(this.forInterviewers),
				(draft) -> draft.meantFor(Audience.EVERYONE), "Why not"));
		this.bank.write("Ada", (questions) -> questions.change(List.of(this.forInterviewers),
				(draft) -> draft.meantFor(Audience.INTERVIEWERS), "Oh"));
		assertThat(numbers("q=" + this.word + "&" + filter))
			.containsExactly(List.of(this.draft, this.forInterviewers, this.hard).get(left));
	}

	@Test
	void knowsWhatChangedSinceADay() {
		assertThat(numbers("q=" + this.word + "&changedSince=2000-01-01")).hasSize(3);
		assertThat(numbers("q=" + this.word + "&changedSince=2999-01-01")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "number,012", "-number,210", "difficulty,012", "-difficulty,210", "status,012", "audience,021",
			"changed,012", "-changed,210" })
	void sortsByEveryColumn(String column, String order) {
		var three = List.of(this.draft, this.forInterviewers, this.hard);
		assertThat(numbers("q=" + this.word + "&by=" + column))
			.containsExactlyElementsOf(order.chars().mapToObj((digit) -> three.get(digit - '0')).toList());
		var head = desk("q=" + this.word + "&by=" + column).one("th[aria-sort]");
		assertThat(head.attr("aria-sort")).isEqualTo(column.startsWith("-") ? "descending" : "ascending");
	}

	@ParameterizedTest
	@CsvSource({ "status=x", "audience=x", "changedSince=yesterday", "changedSince=%2B999999999-01-01", "by=x",
			"difficulty=x", "topic=nothing", "page=0" })
	void saysWhatItDoesNotUnderstand(String filter) {
		var page = desk("q=" + this.word + "&" + filter);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.texts(".mistake")).hasSize(1);
		assertThat(page.one("#q").val()).isEqualTo(this.word);
	}

	@Test
	void saysWhereNothingIsTicked() {
		var page = this.pages.open("/questions/bulk", Role.ADMINISTRATOR);
		assertThat(page.text("main h1 + p")).startsWith("No question is selected.");
		assertThat(page.texts("main form")).isEmpty();
	}

	@Test
	void changesSeveralAtOnceAfterShowingEachAndTakesItAllBack() {
		var ids = this.draft + "," + this.hard;
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "find", this.word,
				"replacement", "balloon", "in", "prompt", "difficulty", "medium", "addTopics", "Old Times");
		assertThat(preview.status()).isEqualTo(200);
		assertThat(preview.texts(".change h3")).hasSize(2);
		assertThat(preview.texts(".change ins")).contains("balloon", "medium", ", old-times");
		assertThat(content(this.hard).prompt()).isEqualTo("Why a " + this.word + "?");
		var done = this.pages.submitAs("Ada", "/questions/bulk/batches", Role.ADMINISTRATOR, "ids", ids, "asOf",
				preview.one("[name=asOf]").val(), "find", this.word, "replacement", "balloon", "in", "prompt",
				"difficulty", "medium", "addTopics", "Old Times");
		assertThat(done.status()).isEqualTo(302);
		assertThat(content(this.hard).prompt()).isEqualTo("Why a balloon?");
		assertThat(content(this.hard).topics()).containsExactly("view", "old-times");
		assertThat(content(this.draft).difficulty()).isEqualTo(Difficulty.MEDIUM);
		assertThat(content(this.forInterviewers).prompt()).contains(this.word);
		var batch = done.header("Location");
		assertThat(this.pages.open(batch, Role.ADMINISTRATOR).texts(".change h2")).hasSize(2);
		this.bank.write("Grace", (questions) -> questions.change(List.of(this.draft),
				(draft) -> draft.as(QuestionStatus.PUBLISHED), "Ready"));
		this.pages.submit(batch + "/reversal", Role.ADMINISTRATOR);
		assertThat(content(this.hard).prompt()).isEqualTo("Why a " + this.word + "?");
		assertThat(content(this.hard).topics()).containsExactly("view");
		assertThat(content(this.draft).prompt()).isEqualTo("Whatever is a " + this.word + "?");
		assertThat(content(this.draft).status()).isEqualTo(QuestionStatus.PUBLISHED);
	}

	@Test
	void changesNothingThatChangedAfterThePreview() {
		var ids = this.draft + "," + this.hard;
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "difficulty", "medium");
		this.bank.write("Grace", (questions) -> questions.change(List.of(this.draft),
				(draft) -> draft.as(QuestionStatus.PUBLISHED), "Ready"));
		var page = this.pages.submit("/questions/bulk/batches", Role.ADMINISTRATOR, "ids", ids, "difficulty", "medium",
				"asOf", preview.one("[name=asOf]").val());
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text(".summary")).contains("after the preview");
		assertThat(content(this.hard).difficulty()).isEqualTo(Difficulty.HARD);
	}

	@Test
	void changesNoneWhereOneWouldBreakARule() {
		var ids = this.draft + "," + this.hard;
		var preview = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", ids, "find",
				"Why a " + this.word + "?", "replacement", "", "in", "prompt");
		assertThat(preview.texts(".change .mistake")).containsExactly("Please write the question.");
		assertThat(preview.html().select("[name=asOf]")).isEmpty();
		var page = this.pages.submit("/questions/bulk/batches", Role.ADMINISTRATOR, "ids", ids, "asOf", "999999999",
				"find", "Why a " + this.word + "?", "replacement", "", "in", "prompt");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts(".change .mistake")).containsExactly("Please write the question.");
		assertThat(content(this.hard).prompt()).isEqualTo("Why a " + this.word + "?");
	}

	@Test
	void takesAllThatMatch() {
		var page = desk("q=" + this.word + "&status=published");
		var all = page.html().select("a[href^=/questions/bulk]").attr("href");
		assertThat(this.pages.open(all, Role.ADMINISTRATOR).one("[name=ids]").val())
			.isEqualTo(this.forInterviewers + "," + this.hard);
	}

	@ParameterizedTest
	@CsvSource({ "'', No question is selected.", "1, Please choose a change." })
	void asksForWhatIsMissing(String ids, String message) {
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
	void refusesWhatCannotBeSeenOrRead(String field, String typed, String message) {
		var page = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + this.draft, "status", "draft",
				"in", "prompt", field, typed);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#" + field + "-mistake")).startsWith(message);
	}

	@Test
	void replacesInvisibleCharactersBySpaces() {
		var id = this.world.add(World.question("Why\u00a0is " + this.word + "\u200b so?", "So."));
		for (var invisible : List.of("\u00a0", "\u200b")) {
			assertThat(this.pages
				.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", "" + id, "find", invisible, "replacement",
						invisible.equals("\u00a0") ? " " : "", "in", "prompt")
				.texts(".change")).hasSize(1);
		}
	}

	@Test
	void changesNoMoreAtOnceThanCanBeLookedAt() {
		var many = LongStream.rangeClosed(1, QuestionWriter.MAX_BATCH + 1).boxed().toList();
		assertThatIllegalArgumentException().isThrownBy(() -> this.bank.write("Ada",
				(questions) -> questions.changeAsBatch(many, UnaryOperator.identity(), 0, "All")));
	}

	@Test
	void saysOnceBesideTheFieldThatATopicIsNone() {
		var page = this.pages.submit("/questions/bulk", Role.ADMINISTRATOR, "ids", this.draft + "," + this.hard,
				"addTopics", "fine, not fine!");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#addTopics-mistake")).startsWith("A topic has letters");
		assertThat(page.one("#addTopics").val()).isEqualTo("fine, not fine!");
	}

	@Test
	void keepsATopicInItsPlaceWhenItIsRenamed() {
		this.pages.submitAs("Ada", "/questions/topics/renamings", Role.ADMINISTRATOR, "from", this.flight, "to",
				this.word);
		assertThat(content(this.forInterviewers).topics()).containsExactly(this.word, "work");
	}

	@Test
	void renamesATopicAcrossTheBankAndMergesIt() {
		var done = this.pages.submitAs("Ada", "/questions/topics/renamings", Role.ADMINISTRATOR, "from", this.flight,
				"to", "Work");
		assertThat(done.status()).isEqualTo(302);
		assertThat(content(this.draft).topics()).containsExactly("work");
		assertThat(content(this.forInterviewers).topics()).containsExactly("work");
		assertThat(this.pages.open("/questions/topics", Role.ADMINISTRATOR)
			.html()
			.select("option[value=" + this.flight + "]")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "nothing, x, No question has the topic", "flight, '', Please write",
			"flight, ' flight', already has this name", "flight, café!, A topic has letters" })
	void saysWhyATopicIsNotRenamed(String topic, String name, String message) {
		var from = topic.replace("flight", this.flight);
		var to = name.replace("flight", this.flight);
		var page = this.pages.submit("/questions/topics/renamings", Role.ADMINISTRATOR, "from", from, "to", to);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#to-mistake")).contains(message);
		assertThat(page.one("#from option[selected]").val()).isEqualTo(from);
		assertThat(page.one("#to").val()).isEqualTo(to);
	}

	@Test
	void findsNearDuplicatesUntilTheyAreMarkedAsDifferent() {
		var copy = this.world.add(World.question("Why " + this.word + "s?", "For the view."));
		assertThat(duplicates()).contains("No. " + this.hard + " and no. " + copy + ": 100% in common");
		this.pages.submit("/questions/duplicates/differences", Role.ADMINISTRATOR, "one", "" + copy, "other",
				"" + this.hard);
		assertThat(duplicates()).noneMatch((pair) -> pair.contains("no. " + copy));
	}

	@Test
	void retiresOneOfTwo() {
		var copy = this.world.add(World.question("Why " + this.word + "s?", "For the view."));
		this.pages.submit("/questions/duplicates/retirements", Role.ADMINISTRATOR, "id", "" + copy, "other",
				"" + this.hard);
		assertThat(content(copy).status()).isEqualTo(QuestionStatus.RETIRED);
		assertThat(duplicates()).noneMatch((pair) -> pair.contains("no. " + copy));
	}

	@Test
	void bringsAStylesheetThatNoReaderLoads() {
		var stylesheets = "link[rel=stylesheet]";
		var own = desk("q=" + this.word).links(stylesheets).get(1);
		assertThat(own).matches("/css/desk-[0-9a-f]{32}\\.css");
		assertThat(new String(this.pages.ask("GET", own).body(), StandardCharsets.UTF_8)).startsWith("@layer rooms");
		assertThat(this.pages.open("/questions/" + this.hard, Role.ADMINISTRATOR).links(stylesheets)).hasSize(1);
	}

	/** Looks as often as the page itself would until the search is over. */
	private List<String> duplicates() {
		while (true) {
			var page = this.pages.open("/questions/duplicates", Role.ADMINISTRATOR);
			if (page.header("Refresh") == null && !page.html().text().contains("compared again")) {
				return page.texts(".change h2");
			}
			Thread.onSpinWait();
		}
	}

	private QuestionDraft content(long id) {
		return this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
	}

	private Page desk(String query) {
		return this.pages.open("/questions/desk?" + query, Role.ADMINISTRATOR);
	}

	private List<Long> numbers(String query) {
		return desk(query).links("td.prompt a")
			.stream()
			.map((link) -> Long.valueOf(link.replace("/questions/", "")))
			.toList();
	}

}
