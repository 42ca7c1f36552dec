package questionbank.web;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.People;
import questionbank.account.Registration;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Unbroken words of 200 letters in all fields of questions and accounts. */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class LongWordBrowserTests {

	private static final String WORD = "w".repeat(200);

	private static final String NAME = "N" + "n".repeat(99);

	@LocalServerPort
	private int port;

	@Autowired
	private People people;

	@Autowired
	private Registration registration;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private World world;

	private final String topic = Words.unheard() + "t".repeat(20);

	private final String email = this.topic + "@" + "example".repeat(8) + ".org";

	private long id;

	@BeforeEach
	void addLongWords() {
		var secret = this.people.invite(this.email, "", Role.ADMINISTRATOR, Viewer.ANONYMOUS).orElseThrow().token();
		this.registration.accept(secret, NAME, TestAccounts.PASSWORD).orElseThrow();
		this.id = this.world.retireLater(this.bank.write(NAME, (questions) -> questions.add(draft("q"), WORD)));
		this.world.retireLater(this.bank.write(NAME, (questions) -> questions.add(draft("q"), WORD)));
		this.bank.write(NAME, (questions) -> questions.rewrite(this.id, draft("r"), WORD));
	}

	private QuestionDraft draft(String letter) {
		var word = letter.repeat(200);
		return new QuestionDraft("What is " + word + " and how does one keep its place?", Difficulty.MEDIUM,
				"# " + word + "\n\n" + word + "\n\n- " + word + "\n\n> " + word + "\n\n`" + word + "`\n\n```\n" + word
						+ "\n```\n\n" + "> ".repeat(60) + "deep\n\n" + "- ".repeat(40) + "deep",
				List.of(word), List.of(word), List.of(this.topic, "t".repeat(40)), QuestionStatus.PUBLISHED,
				Audience.EVERYONE, word);
	}

	@Test
	void noPublicPageScrollsSideways(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			for (var address : List.of("/", "/questions?q=place&topic=" + this.topic, "/questions?q=" + WORD,
					"/questions?topic=" + WORD, "/questions/" + this.id, "/sign-in?to=/questions?q=" + WORD)) {
				open(page, address);
				PageLayout.assertNoHorizontalScrolling(page, address);
			}
		}
	}

	@Test
	void noPageOfASessionScrollsSideways(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			open(page, "/practice/sessions?topic=" + this.topic);
			PageLayout.assertNoHorizontalScrolling(page, "the start");
			page.locator("form:has([value=free]) button").click();
			PageLayout.assertNoHorizontalScrolling(page, "the question");
			page.locator("#answer").fill(WORD);
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".grading")).isVisible();
			PageLayout.assertNoHorizontalScrolling(page, "the answer");
			page.locator("button[value='1']").click();
			assertThat(page.locator(".answering")).isVisible();
			open(page, "/practice");
			PageLayout.assertNoHorizontalScrolling(page, "/practice");
			page.locator(".open a").click();
			page.locator("form[action$=end] button").click();
			assertThat(page.locator(".graded")).isVisible();
			PageLayout.assertNoHorizontalScrolling(page, "the end");
			for (var address : List.of("/practice/progress", "/practice/sessions",
					"/practice/sessions?question=" + this.id)) {
				open(page, address);
				PageLayout.assertNoHorizontalScrolling(page, address);
			}
		}
	}

	@Test
	void noPageOfAnAdministratorScrollsSideways(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			signIn(page, this.email);
			var question = "/questions/" + this.id;
			for (var address : List.of("/questions/desk?topic=" + this.topic, question, question + "/edit",
					question + "/revisions", question + "/revisions/1", question + "/revisions/1..2",
					"/questions/topics", "/questions/duplicates", "/questions/bulk?id=" + this.id, "/questions/new",
					"/account", "/people?q=" + this.topic)) {
				open(page, address);
				PageLayout.assertNoHorizontalScrolling(page, address);
			}
			page.locator(".people a").click();
			PageLayout.assertNoHorizontalScrolling(page, "a person");
			open(page, "/questions/bulk?id=" + this.id);
			page.locator("#addTopics").fill("x".repeat(40));
			page.locator("form.editor button").last().click();
			assertThat(page.locator(".change")).isVisible();
			PageLayout.assertNoHorizontalScrolling(page, "the preview");
		}
	}

	@Test
	void tableOfTheDeskShowsAllColumns(Browser browser) {
		try (var window = browser.newContext(Viewport.still().setViewportSize(1280, 900))) {
			var page = window.newPage();
			signIn(page, this.email);
			open(page, "/questions/desk?topic=" + this.topic);
			for (var cell : page.locator(".table tbody tr").first().locator("td").all()) {
				var box = cell.boundingBox();
				assertThat(box.x + box.width).as(cell.textContent()).isLessThanOrEqualTo(1280);
			}
			assertThat(page.locator("td:text-is('published')").first().boundingBox().height)
				.isEqualTo(page.locator("td:text-is('everyone')").first().boundingBox().height);
		}
	}

	private void signIn(Page page, String email) {
		open(page, "/sign-in");
		page.locator("#email").fill(email);
		page.locator("#password").fill(TestAccounts.PASSWORD);
		page.locator("main > form button.primary").click();
		assertThat(page.locator(".masthead .own")).isVisible();
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

}
