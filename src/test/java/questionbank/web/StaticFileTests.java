package questionbank.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class StaticFileTests {

	@Autowired
	private Pages pages;

	@Test
	void haveAContentHashOrVersionInTheirName() {
		assertThat(files()).hasSizeGreaterThan(3)
			.allSatisfy((file) -> assertThat(file).startsWith("/")
				.containsPattern("-[0-9a-f]{32}\\.(css|js|svg)$|^/webjars/htmx\\.org/[0-9.]+/"));
	}

	@Test
	void areCachedForAYear() {
		assertThat(files()).allSatisfy((file) -> {
			var answer = this.pages.ask("GET", file);
			assertThat(answer.statusCode()).isEqualTo(200);
			assertThat(answer.headers().firstValue("Cache-Control")).hasValueSatisfying(
					(cache) -> assertThat(cache.split(", ")).containsExactlyInAnyOrder("max-age=31536000", "public"));
			assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
		});
	}

	@Test
	void includeOneStylesheetWithAllComponents() {
		var stylesheet = files().stream().filter((file) -> file.endsWith(".css")).toList();
		assertThat(stylesheet).hasSize(1);
		var answer = this.pages.ask("GET", stylesheet.get(0));
		assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/css");
		var css = new String(answer.body(), StandardCharsets.UTF_8);
		assertThat(css).contains("@layer", "@media print").doesNotContain("@import", "url(http", "url(//");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions?q=OAuth", "/questions?page=x", "/questions?q=zzzzzz",
			"/questions/6", "/questions/999", "/nothing" })
	void areTheOnlyScriptsAndStylesOfAPage(String address) {
		var html = this.pages.open(address).html();
		assertThat(html
			.select("style, [style], script:not([src]):not([type=application/ld+json]), base, iframe, object, embed"))
			.isEmpty();
		assertThat(html.select("*").stream().flatMap((element) -> element.attributes().asList().stream()))
			.noneMatch((attribute) -> attribute.getKey().startsWith("on")
					|| attribute.getValue().strip().startsWith("javascript:"));
		assertThat(html.select("script[src], link[href], img[src]")
			.stream()
			.map((element) -> element.attr("src") + element.attr("href")))
			.allMatch((file) -> file.startsWith("/") && !file.startsWith("//"));
	}

	private List<String> files() {
		return Stream.of("/", "/questions", "/questions/6")
			.map((address) -> this.pages.open(address).html())
			.flatMap((html) -> html.select("link[rel=stylesheet], link[rel=icon], script[src]").stream())
			.map((element) -> element.attr("src") + element.attr("href"))
			.distinct()
			.toList();
	}

}
