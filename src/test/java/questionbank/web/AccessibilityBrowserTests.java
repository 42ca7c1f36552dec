package questionbank.web;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class AccessibilityBrowserTests {

	@LocalServerPort
	private int port;

	/** Shares one window, since opening another takes longer than the checks. */
	@Test
	void everyPageIsAccessibleInEveryViewportAndLogsNoBrowserError(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			var messages = messages(page);
			for (var address : List.of("/", "/questions", "/questions?q=security&difficulty=medium&topic=security",
					"/questions?q=intergration", "/questions?q=security+nonsense",
					"/questions?difficulty=hardest&page=x", "/questions/7", "/questions/7?difficulty=hard",
					"/questions/999", "/questions?q=%25&page=7", "/questions;x=1")) {
				messages.clear();
				var answer = page.navigate("http://localhost:" + this.port + address);
				page.evaluate("document.querySelectorAll('details').forEach(closed => closed.open = true)");
				Viewport.assertFine(page, address);
				page.keyboard().press("?");
				assertThat(messages).as(address)
					.filteredOn((message) -> answer.ok() || !message.contains("status of 4"))
					.isEmpty();
			}
		}
	}

	private static List<String> messages(Page page) {
		var messages = new ArrayList<String>();
		page.onConsoleMessage((message) -> messages.add(message.text()));
		page.onPageError(messages::add);
		page.onRequestFailed((request) -> messages.add(request.url() + " " + request.failure()));
		return messages;
	}

}
