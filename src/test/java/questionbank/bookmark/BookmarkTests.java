package questionbank.bookmark;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stars, notes and own practice on questions, and the lists that are filtered by them.
 */
@PageTest
class BookmarkTests {

	private static final String NOTE = "form.note";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovingClock clock;

	@Test
	void starredQuestionsAreAListWithFacetsAndNeighbours() {
		var visitor = this.pages.visitor();
		star(visitor, 7);
		star(visitor, 9);
		star(visitor, 2);
		var list = visitor.open("/questions?starred");
		assertThat(numbers(list)).containsExactly("No. 2", "No. 7", "No. 9");
		assertThat(list.text("#count strong")).isEqualTo("3 questions");
		assertThat(list.texts("#facets fieldset:first-of-type .count").stream().mapToInt(Integer::parseInt).sum())
			.isEqualTo(3);
		assertThat(list.links(".entry h2 a")).containsExactly("/questions/2?starred", "/questions/7?starred",
				"/questions/9?starred");
		var question = visitor.open("/questions/7?starred");
		assertThat(question.text("nav.trail .place")).isEqualTo("2 of 3");
		assertThat(question.links("nav.trail a[rel=next]")).containsExactly("/questions/9?starred");
		assertThat(visitor.visit("/questions/random?starred").text("nav.trail .place")).matches("[123] of 3");
		visitor.send(visitor.open("/bookmarks/7"), "form.star");
		assertThat(numbers(visitor.open("/questions?starred"))).containsExactly("No. 2", "No. 9");
	}

	@Test
	void ofTheStarredQuestionsAFilterShowsThoseThatMatch() {
		var visitor = this.pages.visitor();
		List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).forEach((id) -> star(visitor, id));
		var hard = numbers(visitor.open("/questions?difficulty=hard"));
		assertThat(hard).isNotEmpty();
		var list = visitor.open("/questions?difficulty=hard&starred");
		assertThat(numbers(list)).isEqualTo(hard);
		assertThat(list.html().select("#facets input[name=starred]").hasAttr("checked")).isTrue();
		assertThat(visitor.open("/questions").html().select("#facets input[name=starred]")).isEmpty();
	}

	@Test
	void questionsAreFilteredByOwnPractice() {
		var visitor = this.pages.visitor();
		practise(visitor, 7, "First the outcome", "1");
		practise(visitor, 8, "Known", "4");
		practise(visitor, 9, "Nearly", "2");
		assertThat(numbers(visitor.open("/questions?practised=weak"))).containsExactly("No. 7", "No. 9");
		assertThat(numbers(visitor.open("/questions?practised=due"))).contains("No. 7").doesNotContain("No. 8");
		assertThat(numbers(visitor.open("/questions?practised=no"))).doesNotContain("No. 7", "No. 8", "No. 9")
			.contains("No. 1");
		assertThat(visitor.open("/questions/9?practised=weak").text("nav.trail .place")).isEqualTo("2 of 2");
		practise(visitor, 7, "The outcome, then the risk", "3");
		assertThat(numbers(visitor.open("/questions?practised=weak"))).containsExactly("No. 9");
	}

	@Test
	void withoutALearnerNothingIsStarredAndNothingPractised() {
		var visitor = this.pages.visitor();
		assertThat(numbers(visitor.open("/questions?starred"))).isEmpty();
		assertThat(numbers(visitor.open("/questions?practised=weak"))).isEmpty();
		assertThat(numbers(visitor.open("/questions?practised=no"))).isEqualTo(numbers(visitor.open("/questions")));
	}

	@Test
	void unknownValuesAreAMessage() {
		var visitor = this.pages.visitor();
		assertThat(visitor.open("/questions?practised=often").text("#facets .mistake"))
			.isEqualTo("“often” is not a value of practised. Choose no, weak or due.");
		assertThat(visitor.open("/questions?starred=maybe").text("#facets .mistake"))
			.startsWith("“maybe” is not a value of starred.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?starred", "?%73tarred", "?q=%20&starred", "?practised=weak", "/7?starred" })
	void personalPagesAreNotCached(String address) {
		var first = this.pages.visitor();
		star(first, 7);
		practise(first, 7, "Mine", "1");
		for (var visitor : List.of(first, this.pages.visitor(), first)) {
			var page = visitor.open("/questions" + address);
			assertThat(page.header("Cache-Control")).contains("no-store");
			assertThat(page.header("ETag")).isNull();
		}
		assertThat(numbers(this.pages.visitor().open("/questions" + address))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions/7" })
	void publicPagesAreTheSameForALearnerAndSetNoCookie(String address) {
		var visitor = this.pages.visitor();
		star(visitor, 7);
		var own = visitor.open(address);
		var shared = this.pages.visitor().open(address);
		assertThat(own.html().html()).isEqualTo(shared.html().html());
		assertThat(shared.header("Set-Cookie")).isNull();
		assertThat(shared.header("ETag")).isNotNull();
	}

	@Test
	void starredQuestionsArePractisedLikeAnyList() {
		var visitor = this.pages.visitor();
		star(visitor, 7);
		star(visitor, 9);
		var start = visitor
			.open(visitor.open("/questions?starred").links("a[href='/practice/sessions?starred']").get(0));
		assertThat(start.text("main > p strong")).isEqualTo("2 questions");
		var session = visitor.arrive(visitor.send(start, "form:has(input[value=free])"));
		assertThat(session.text(".progress span")).isEqualTo("1 of 2");
	}

	@ParameterizedTest
	@CsvSource({ "weak, 2", "due, 2", "no, 7" })
	void questionsByOwnPracticeArePractisedLikeAnyList(String practised, int count) {
		var visitor = this.pages.visitor();
		practise(visitor, 7, "First the outcome", "1");
		practise(visitor, 8, "Known", "4");
		practise(visitor, 9, "Nearly", "2");
		var start = visitor.open(visitor.open("/questions?practised=" + practised)
			.links("a[href='/practice/sessions?practised=" + practised + "']")
			.get(0));
		assertThat(start.text("main > p strong")).isEqualTo(count + ((count == 1) ? " question" : " questions"));
		var session = visitor.arrive(visitor.send(start, "form:has(input[value=free])"));
		assertThat(session.text(".progress span")).isEqualTo("1 of " + count);
	}

	@Test
	void rowsHaveTheLastGradeTheNextDateAndTheStar() {
		var visitor = this.pages.visitor();
		practise(visitor, 7, "Mine", "4");
		star(visitor, 9);
		var rows = visitor.open("/bookmarks?question=7&question=9&question=x");
		assertThat(rows.text("#own-7 .graded")).startsWith("You: got it easily · next in ");
		assertThat(rows.text("#own-7 button")).startsWith("☆ Star");
		assertThat(rows.text("#own-9 button")).startsWith("★ Remove star");
		assertThat(rows.html().select("#own-9 .graded")).isEmpty();
		assertThat(this.pages.visitor().open("/bookmarks?question=7").html().select("body *")).isEmpty();
	}

	@Test
	void theQuestionHasTheLastAnswerClosed() {
		var visitor = this.pages.visitor();
		practise(visitor, 7, "First the outcome", "3");
		practise(visitor, 7, "Then the risk", "3");
		var page = visitor.open(visitor.open("/questions/7").links("a[data-star]").get(0));
		assertThat(page.text("details:has(.typed) .typed")).isEqualTo("Then the risk");
		assertThat(page.one("details:has(.typed)").hasAttr("open")).isFalse();
	}

	@Test
	void theHomePageSaysWhatIsDueAndHowManyDaysAreLeft() {
		var visitor = this.pages.visitor();
		assertThat(visitor.open("/practice/progress/today").html().select("body *")).isEmpty();
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "daily", "4");
		var undated = visitor.open("/practice/progress/today");
		assertThat(undated.text(".own-today")).isEqualTo("4 questions for today.");
		assertThat(undated.one(".own-today").attr("data-start")).isEqualTo("Practise today’s questions");
		var today = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "daily", "4", "date",
				today.plusDays(9).toString(), "zone", "UTC");
		assertThat(visitor.open("/practice/progress/today").text(".own-today"))
			.matches("(8|9|10) days until your interview\\. [0-9]+ questions for today\\.");
	}

	@Test
	void aNoteIsSavedAndConflictsShowBoth() {
		var visitor = this.pages.visitor();
		var other = visitor.open("/bookmarks/7");
		var saved = visitor.arrive(visitor.send(other, NOTE, "note", "Mention the outage\nof 2024"));
		assertThat(saved.text(".notice")).isEqualTo("Your note is saved.");
		assertThat(saved.one("#note").val()).isEqualTo("Mention the outage\nof 2024");
		var conflict = visitor.send(other, NOTE, "note", "Mention the rollback");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.text("main .notice .typed")).isEqualTo("Mention the outage of 2024");
		assertThat(conflict.one("#note").val()).isEqualTo("Mention the rollback");
		assertThat(visitor.open("/bookmarks/7").one("#note").val()).startsWith("Mention the outage");
		visitor.send(conflict, NOTE, "note", "Both");
		assertThat(visitor.open("/bookmarks/7").one("#note").val()).isEqualTo("Both");
		assertThat(visitor.send(conflict, NOTE, "note", "a".repeat(5001)).status()).isEqualTo(422);
	}

	@Test
	void bookmarksMoveWithTheAccountAreExportedAndDeleted() {
		var person = this.accounts.add(Role.CANDIDATE);
		var known = this.pages.visitor();
		known.signIn(person);
		star(known, 9);
		known.send(known.open("/bookmarks/7"), NOTE, "note", "From the desk");
		var browser = this.pages.visitor();
		star(browser, 7);
		browser.send(browser.open("/bookmarks/7"), NOTE, "note", "From the phone");
		assertThat(browser.open("/sign-up").text(".kept"))
			.startsWith("Your account will keep your star and your note on every device.");
		browser.signIn(person);
		assertThat(numbers(browser.open("/questions?starred"))).containsExactly("No. 7", "No. 9");
		assertThat(browser.open("/bookmarks/7").one("#note").val()).isEqualTo("From the desk\n\nFrom the phone");
		assertThat(browser.open("/practice/progress/export").html().text()).contains("\"bookmarks\":[{\"question\":7",
				"From the phone");
		browser.send(browser.open("/practice/progress"), "form[action$=removal]", "sure", "true");
		assertThat(this.database.sql("select count(*) from bookmark where note like '%From the phone%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void signingUpNamesAllThatIsKeptAndAllThatCameAlong() {
		var visitor = this.pages.visitor();
		visitor.send(visitor.open("/practice"), "form[action='/practice/plan']", "daily", "4");
		practise(visitor, 7, "Mine", "4");
		practise(visitor, 8, "Mine", "4");
		star(visitor, 7);
		star(visitor, 8);
		visitor.send(visitor.open("/bookmarks/9"), NOTE, "note", "Mine");
		var signUp = visitor.open("/sign-up");
		assertThat(signUp.text(".kept")).startsWith(
				"Your account will keep your 2 answers, your plan, your 2 stars and your note on every device.");
		var page = visitor.arrive(visitor.send(signUp, "main > form", "email",
				"all" + visitor.hashCode() + "@example.org", "name", "All", "password", TestAccounts.PASSWORD));
		assertThat(page.text(".notice")).isEqualTo("Your answers, plan, stars and note are now in your account.");
	}

	@Test
	void aSingleStarThatCameAlongIsInTheSingular() {
		var visitor = this.pages.visitor();
		star(visitor, 7);
		var page = visitor.arrive(visitor.send(visitor.open("/sign-up"), "main > form", "email",
				"one" + visitor.hashCode() + "@example.org", "name", "One", "password", TestAccounts.PASSWORD));
		assertThat(page.text(".notice")).isEqualTo("Your star is now in your account.");
	}

	@Test
	void aHiddenQuestionHasNoBookmark() {
		assertThat(this.pages.visitor().open("/bookmarks/999999").status()).isEqualTo(404);
	}

	private void star(Visitor visitor, int question) {
		var starred = visitor.arrive(visitor.send(visitor.open("/bookmarks/" + question), "form.star"));
		assertThat(starred.text("form.star button")).startsWith("★ Remove star");
	}

	private void practise(Visitor visitor, int question, String answer, String grade) {
		var asked = visitor.open("/practice/sessions?question=" + question);
		var revealed = visitor.arrive(visitor.send(asked, "form.answering", "answer", answer));
		assertThat(visitor.send(revealed, "form.grading", "grade", grade).status()).isEqualTo(302);
	}

	private static List<String> numbers(HtmlPage page) {
		return page.texts(".entry .number");
	}

}
