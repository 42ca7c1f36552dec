package questionbank.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.World;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Typed text has the direction of its own script (right-to-left or left-to-right). */
@PageTest
@Tag("browser")
@ExtendWith(BrowserWindow.class)
class TextDirectionTests {

	private static final Path TEMPLATES = Path.of("src/main/resources/templates");

	/** Template expressions of typed text. */
	private static final Pattern TYPED = Pattern
		.compile("\\b(prompt|excerpt|email|author|changedBy|source|base)\\b|(person|viewer|passkey)\\.name\\b"
				+ "|(revision|after)\\.reason\\b|\\$\\{(point|probe|answer)}|(one\\.point|point\\.(text|words))\\b"
				+ "|(field\\.value|(run|one)\\.title)\\b|:: diff \\(");

	/** Elements with plain text, or without a place on the page. */
	private static final Set<String> PLAIN = Set.of("title", "meta");

	@LocalServerPort
	private int port;

	@Autowired
	private World world;

	@Test
	void isMarkedInEveryTemplate() throws IOException {
		var unmarked = new ArrayList<String>();
		for (var template : templates()) {
			for (var element : parsed(template).select("[^th:]")) {
				var expression = element.attr("th:text") + element.attr("th:utext") + diff(element);
				if (TYPED.matcher(expression).find() && !PLAIN.contains(element.tagName()) && !isMarked(element)) {
					unmarked.add(TEMPLATES.relativize(template) + ": " + expression);
				}
			}
		}
		assertThat(unmarked).isEmpty();
	}

	@Test
	void isMarkedInEveryField() throws IOException {
		var unmarked = new ArrayList<String>();
		for (var template : templates()) {
			parsed(template).select("textarea, input[type=text], input[type=search], input[type=email]:not([readonly])")
				.stream()
				.filter((field) -> !field.attr("dir").equals("auto"))
				.forEach((field) -> unmarked.add(TEMPLATES.relativize(template) + ": " + field.id()));
		}
		assertThat(unmarked).isEmpty();
	}

	@Test
	void isThatOfTheFirstLetterOfEachParagraph(Browser browser) {
		var id = this.world.add(World.question("מהו תור הודעות?", "תור שומר הודעות.\n\nA queue keeps messages."));
		try (var window = browser.newContext(Viewport.still())) {
			var page = window.newPage();
			page.navigate("http://localhost:" + this.port + "/questions/" + id);
			assertThat(page.locator("article h1")).hasCSS("direction", "rtl");
			page.locator(".answer summary").click();
			assertThat(page.locator(".answer .prose")).hasCSS("direction", "rtl");
			assertThat(page.locator(".answer .prose p").nth(1)).hasCSS("unicode-bidi", "plaintext");
			assertThat(page.locator("main > nav")).hasCSS("direction", "ltr");
			Viewport.assertFine(page, "a question from right to left");
		}
	}

	/** Returns whether an element, or the parent of a th:block, sets the direction. */
	private static boolean isMarked(Element element) {
		var rendered = element;
		while (rendered.tagName().equals("th:block") && rendered.parent() != null) {
			rendered = rendered.parent();
		}
		return rendered.tagName().equals("bdi") || rendered.attr("dir").equals("auto");
	}

	/** Returns the call of the diff fragment, which is marked at the call. */
	private static String diff(Element element) {
		var fragment = element.attr("th:replace");
		return fragment.contains(":: diff (") ? fragment : "";
	}

	private static List<Path> templates() throws IOException {
		try (var files = Files.walk(TEMPLATES)) {
			return files.filter((file) -> file.toString().endsWith(".html")).toList();
		}
	}

	private static Element parsed(Path template) throws IOException {
		return Jsoup.parse(Files.readString(template), "", Parser.htmlParser());
	}

}
