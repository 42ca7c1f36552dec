package questionbank.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class AccessibilityBrowserTests {

	@LocalServerPort
	private int port;

	static Stream<String> everyPage() {
		return Stream.of("/", "/questions", "/questions?q=security&difficulty=medium&topic=security",
				"/questions?q=intergration", "/questions?q=security+nonsense", "/questions?difficulty=hardest&page=x",
				"/questions/7", "/questions/7?difficulty=hard", "/questions/999", "/questions?q=%25&page=7",
				"/questions;x=1");
	}

	@ParameterizedTest
	@EnumSource
	void axeHasNothingToSay(Look look, Browser browser) {
		try (var window = browser.newContext(look.options())) {
			var page = window.newPage();
			for (var address : everyPage().toList()) {
				page.navigate("http://localhost:" + this.port + address);
				page.locator("details").all().forEach((closed) -> closed.evaluate("details => details.open = true"));
				assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
					.as("%s %s", address, look)
					.isEmpty();
			}
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 320, 390, 820, 1280 })
	void nothingIsWiderThanThePage(int width, Browser browser) {
		try (var window = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 800))) {
			var page = window.newPage();
			for (var address : everyPage().toList()) {
				page.navigate("http://localhost:" + this.port + address);
				assertThat(page.evaluate("document.documentElement.scrollWidth")).as(address).isEqualTo(width);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("everyPage")
	void theBrowserHasNothingToComplainOf(String address, Browser browser) {
		try (var window = browser.newContext()) {
			var page = window.newPage();
			var complaints = complaints(page);
			var answer = page.navigate("http://localhost:" + this.port + address);
			page.keyboard().press("?");
			assertThat(complaints).filteredOn((complaint) -> answer.ok() || !complaint.contains("status of 4"))
				.isEmpty();
		}
	}

	private static List<String> complaints(Page page) {
		var complaints = new ArrayList<String>();
		page.onConsoleMessage((message) -> complaints.add(message.text()));
		page.onPageError(complaints::add);
		page.onRequestFailed((request) -> complaints.add(request.url() + " " + request.failure()));
		return complaints;
	}

}
