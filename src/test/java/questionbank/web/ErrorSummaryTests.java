package questionbank.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A form with errors starts with a summary that has the focus. */
@PageTest
class ErrorSummaryTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** A form that is bound to an object and posts it. */
	private static final Pattern BOUND = Pattern.compile("<form\\b[^>]*method=\"post\"[^>]*th:object");

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			/sign-in                    | form[action='/sign-in']                | email      | x
			/sign-up                    | main > form                            | email      | x
			/account                    | form[action='/account/name']           | name       | ''
			/account                    | form[action='/account/password']       | present    | wrong
			/account                    | form[action='/account/removal']        | confirmation | wrong
			/people                     | form[action='/people/invitations']     | email      | x
			/people/1                   | form[action='/people/1']               | role       | king
			/questions/new              | form.editor                            | prompt     | ''
			/questions/1/edit           | form.editor                            | prompt     | ''
			/questions/topics           | form[action$=renamings]                | to         | ''
			/kits/new                   | form[action='/kits']                   | title      | ''
			/interviews/new             | form[action='/interviews']             | candidate  | ''
			/practice                   | form[action='/practice/plan']          | date       | x
			""")
	void hasTheFocusOnceAFormIsRefused(String address, String form, String field, String wrong) {
		var visitor = this.pages.visitor();
		var account = this.accounts.add(Role.ADMINISTRATOR);
		if (!address.startsWith("/sign")) {
			visitor.signIn(account);
		}
		var own = address.replace("/people/1", "/people/" + account.id());
		assertHasSummary(visitor.send(visitor.open(own), form.replace("/people/1", own), field, wrong));
	}

	@Test
	void hasTheFocusOnceAReasonOrAConfirmationIsMissing() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.CANDIDATE));
		startSession(visitor);
		assertHasSummary(visitor.send(visitor.open("/practice/progress"), "form[action$=removal]"));
	}

	private static void startSession(Visitor visitor) {
		visitor.arrive(visitor.send(visitor.open("/practice"), "form[action$=sessions]"));
	}

	private static void assertHasSummary(HtmlPage page) {
		assertThat(page.status()).isBetween(400, 422);
		var focused = page.html().select("[autofocus]");
		assertThat(focused).as(page.html().body().html()).hasSize(1);
		assertThat(focused.attr("class")).isEqualTo("summary");
		assertThat(focused.attr("tabindex")).isEqualTo("-1");
		assertThat(focused.text()).isNotEmpty();
	}

	/** Holds for the forms that the table above lacks, too. */
	@Test
	void isPartOfEveryTemplateWithABoundForm() {
		assertThat(templates()).isNotEmpty().allSatisfy((file) -> {
			var template = Files.readString(file);
			if (BOUND.matcher(template).find()) {
				assertThat(template).containsAnyOf("web/input :: mistakes", "web/input :: problems");
			}
		});
	}

	@Test
	void isTheOnlyPlaceOfAlertsInForms() {
		assertThat(templates()).filteredOn((file) -> !file.endsWith("web/input.html") && !file.endsWith("sign-in.html"))
			.allSatisfy(
					(file) -> assertThat(Files.readString(file)).doesNotContain("class=\"mistake\" role=\"alert\""));
	}

	@Test
	@Tag("browser")
	@ExtendWith(BrowserWindow.class)
	void hasTheFocusInABrowser(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			for (var address : List.of("/sign-in", "/sign-up")) {
				page.navigate("http://localhost:" + this.port + address);
				page.locator("main form .actions button").first().click();
				assertThat(page.locator(".summary")).isFocused();
			}
		}
	}

	private static List<Path> templates() {
		try (Stream<Path> files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
