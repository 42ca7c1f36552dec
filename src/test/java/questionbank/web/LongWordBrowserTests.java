package questionbank.web;

import java.time.LocalDate;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.People;
import questionbank.account.Registration;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.question.Words;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An unbroken word in whatever field makes no page scroll sideways, nor a part of one.
 */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class LongWordBrowserTests {

	private static final List<Integer> WIDTHS = List.of(320, 390, 820, 1130, 1280);

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

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private MovingClock clock;

	private final String topic = Words.unheard() + "t".repeat(20);

	private final String email = this.topic + "@" + "example".repeat(8) + ".org";

	private long id;

	@BeforeEach
	void addLongWords() {
		var secret = this.people.invite(this.email, Role.ADMINISTRATOR).orElseThrow();
		this.registration.accept(secret, NAME, TestAccounts.PASSWORD).orElseThrow();
		this.id = this.world.retireLater(this.bank.add(draft("q"), NAME, WORD));
		this.world.retireLater(this.bank.add(draft("q"), NAME, WORD));
		this.bank.rewrite(this.id, draft("r"), NAME, WORD);
	}

	private QuestionDraft draft(String letter) {
		var other = letter.repeat(200);
		return new QuestionDraft("What is " + other + " and how does one keep its place?", Difficulty.MEDIUM,
				"# " + other + "\n\n" + other + "\n\n- " + other + "\n\n> " + other + "\n\n`" + other + "`\n\n```\n"
						+ other + "\n```\n\n" + "> ".repeat(60) + "deep\n\n" + "- ".repeat(40) + "deep",
				List.of(other), List.of(other), List.of(this.topic, "t".repeat(40)), QuestionStatus.PUBLISHED,
				Audience.EVERYONE, other);
	}

	@Test
	void fitsIntoEveryPageToRead(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			for (var address : List.of("/", "/questions?q=place&topic=" + this.topic, "/questions?q=" + WORD,
					"/questions?topic=" + WORD, "/questions/" + this.id, "/sign-in?to=/questions?q=" + WORD)) {
				open(page, address);
				assertFits(page, address);
			}
		}
	}

	@Test
	void fitsIntoEveryPageOfASession(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			open(page, "/practice/sessions?topic=" + this.topic);
			assertFits(page, "the start");
			page.locator("form:has([value=free]) button").click();
			assertFits(page, "the question");
			page.locator("#answer").fill(WORD);
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".grading")).isVisible();
			assertFits(page, "the answer");
			page.locator("button[value='1']").click();
			assertThat(page.locator(".answering")).isVisible();
			open(page, "/practice");
			assertFits(page, "/practice");
			page.locator(".open a").click();
			page.locator("form[action$=end] button").click();
			assertThat(page.locator(".graded")).isVisible();
			assertFits(page, "the end");
			for (var address : List.of("/practice/progress", "/practice/sessions",
					"/practice/sessions?question=" + this.id)) {
				open(page, address);
				assertFits(page, address);
			}
		}
	}

	@Test
	void fitsIntoEveryPageOfAnAdministrator(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			signIn(page, this.email);
			var question = "/questions/" + this.id;
			for (var address : List.of("/questions/desk?topic=" + this.topic, question, question + "/edit",
					question + "/revisions", question + "/revisions/1", question + "/revisions/1..2",
					"/questions/topics", "/questions/duplicates", "/questions/bulk?id=" + this.id, "/questions/new",
					"/account", "/people?q=" + this.topic)) {
				open(page, address);
				assertFits(page, address);
			}
			page.locator(".people a").click();
			assertFits(page, "a person");
			open(page, "/questions/bulk?id=" + this.id);
			page.locator("#addTopics").fill("x".repeat(40));
			page.locator("form.editor button").last().click();
			assertThat(page.locator(".change")).isVisible();
			assertFits(page, "the preview");
		}
	}

	@Test
	void isTheOnlyKindOfWordThatIsBroken(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			signIn(page, this.accounts.add(Role.ADMINISTRATOR).email());
			for (var address : List.of("/", "/questions", "/questions/7", "/practice/sessions",
					"/questions/desk?status=published", "/questions/7/edit", "/questions/7/revisions",
					"/questions/bulk?id=7", "/account")) {
				open(page, address);
				assertWhole(page, address);
			}
			open(page, "/practice");
			page.locator("#date").fill(LocalDate.now(this.clock).plusDays(9).toString());
			page.locator("form[action='/practice/plan'] button").click();
			page.locator(".now form button").click();
			page.locator("[data-reveal]").click();
			assertThat(page.locator(".grading")).isVisible();
			assertWhole(page, "the answer");
			page.locator("button[value='1']").click();
			assertThat(page.locator(".answering")).isVisible();
			assertWhole(page, "the question");
			for (var address : List.of("/practice", "/practice/progress")) {
				open(page, address);
				assertWhole(page, address);
			}
		}
	}

	@Test
	void leavesTheOtherColumnsOfTheDeskInSight(Browser browser) {
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

	private void signIn(Page page, String who) {
		open(page, "/sign-in");
		page.locator("#email").fill(who);
		page.locator("#password").fill(TestAccounts.PASSWORD);
		page.locator("main > form button.primary").click();
		assertThat(page.locator(".masthead .own")).isVisible();
	}

	private void open(Page page, String address) {
		page.navigate("http://localhost:" + this.port + address);
	}

	private static void assertFits(Page page, String where) {
		assertNone(page, where, """
				() => [document.documentElement, ...document.querySelectorAll('body *')]
					.filter((one) => one.scrollWidth > one.clientWidth && (one === document.documentElement
						|| ['auto', 'scroll'].includes(getComputedStyle(one).overflowX)))
					.map((one) => `${one.tagName} ${one.className} ${one.scrollWidth} > ${one.clientWidth}`)""");
	}

	/** No word of usual length stands on two lines; an e-mail address is a long one. */
	private static void assertWhole(Page page, String where) {
		assertNone(page, where, """
				() => {
					const broken = [];
					const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
					while (texts.nextNode()) {
						// What only a screen reader reads is a pixel wide.
						if (texts.currentNode.parentElement.getBoundingClientRect().width <= 1) {
							continue;
						}
						for (const [word, index] of [...texts.currentNode.data.matchAll(/\\S*@\\S*|[a-z0-9’]+/gi)]
							.map((match) => [match[0], match.index])) {
							const range = document.createRange();
							range.setStart(texts.currentNode, index);
							range.setEnd(texts.currentNode, index + word.length);
							const lines = new Set([...range.getClientRects()].map((one) => Math.round(one.top)));
							if (word.length < 20 && !word.includes('@') && lines.size > 1) {
								broken.push(word);
							}
						}
					}
					return broken;
				}""");
	}

	private static void assertNone(Page page, String where, String script) {
		page.evaluate("document.querySelectorAll('details').forEach((closed) => closed.open = true)");
		for (var width : WIDTHS) {
			page.setViewportSize(width, 900);
			assertThat(page.evaluate(script)).as("%s at %s px", where, width).isEqualTo(List.of());
		}
	}

}
