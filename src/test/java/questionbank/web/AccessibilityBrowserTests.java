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

	/** One window for all: another takes a browser longer than all that is looked at. */
	@Test
	void everyPageIsFineInEveryLookAndTheBrowserHasNothingToComplainOf(Browser browser) {
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			var complaints = complaints(page);
			for (var address : List.of("/", "/questions", "/questions?q=security&difficulty=medium&topic=security",
					"/questions?q=intergration", "/questions?q=security+nonsense",
					"/questions?difficulty=hardest&page=x", "/questions/7", "/questions/7?difficulty=hard",
					"/questions/999", "/questions?q=%25&page=7", "/questions;x=1")) {
				complaints.clear();
				var answer = page.navigate("http://localhost:" + this.port + address);
				page.evaluate("document.querySelectorAll('details').forEach(closed => closed.open = true)");
				Viewport.assertFine(page, address);
				page.keyboard().press("?");
				assertThat(complaints).as(address)
					.filteredOn((complaint) -> answer.ok() || !complaint.contains("status of 4"))
					.isEmpty();
			}
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
