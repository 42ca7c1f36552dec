package questionbank.home;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PageTest
class SitemapTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private JdbcClient database;

	/** Waits for the index, which may still be repaired in the background. */
	@BeforeEach
	void awaitContent() {
		await().until(() -> this.catalogue.overview(Viewer.ANONYMOUS).complete());
	}

	@Test
	void robotsAreToldTheSitemapAndKeptFromRandomQuestions() {
		var answer = this.pages.ask("GET", "/robots.txt");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=UTF-8");
		var lines = new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
		assertThat(lines).startsWith("User-agent: *").contains("Disallow: /questions/random");
		assertThat(lines.get(lines.size() - 1)).matches("Sitemap: http://localhost:\\d+/sitemap.xml");
	}

	/** Without questionbank.address, they contain the host that a client names. */
	@ParameterizedTest
	@ValueSource(strings = { "/robots.txt", "/sitemap.xml", "/sitemap-1.xml", "/feed.atom" })
	void aResponseForAnotherHostHasAnotherETag(String address) {
		var evil = this.pages.ask("GET", address, "X-Forwarded-Host", "evil.example", "X-Forwarded-For", "192.0.2.1");
		assertThat(new String(evil.body(), StandardCharsets.UTF_8)).contains("evil.example");
		var etag = evil.headers().firstValue("ETag").orElseThrow();
		assertThat(this.pages.ask("GET", address, "If-None-Match", etag).statusCode()).isEqualTo(200);
		var own = this.pages.ask("GET", address).headers().firstValue("ETag").orElseThrow();
		assertThat(this.pages.ask("GET", address, "If-None-Match", own).statusCode()).isEqualTo(304);
	}

	@Test
	void listsPublishedQuestionsForEveryoneAndTheirTopics() throws Exception {
		var hidden = this.world.hide(World.question("What is secret?", "This."));
		var shown = this.world.add(World.question("What is public?", "This."));
		var answer = this.pages.ask("GET", "/sitemap.xml");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/xml;charset=UTF-8");
		var sitemap = parse(answer);
		assertThat(sitemap.getDocumentElement().getNamespaceURI())
			.isEqualTo("http://www.sitemaps.org/schemas/sitemap/0.9");
		var addresses = texts(sitemap, "loc").stream()
			.map((loc) -> loc.replaceFirst("^http://localhost:\\d+", ""))
			.toList();
		assertThat(addresses).contains("/", "/questions", "/questions?topic=data-quality", "/questions/" + shown)
			.doesNotHaveDuplicates();
		for (long id = 1; id <= 10; id++) {
			assertThat(addresses).contains("/questions/" + id);
		}
		for (var id : List.of(hidden.draft(), hidden.retired(), hidden.forInterviewers())) {
			assertThat(addresses).doesNotContain("/questions/" + id);
		}
		assertThat(addresses).allSatisfy((address) -> assertThat(this.pages.open(address).status()).isEqualTo(200));
		assertThat(texts(sitemap, "lastmod"))
			.hasSize((int) addresses.stream().filter((a) -> a.matches("/questions/\\d+")).count())
			.allMatch((time) -> time.matches("\\d{4}-\\d\\d-\\d\\dT.*Z"));
	}

	@Test
	void aPartHasItsRangeOfNumbers() throws Exception {
		assertThat(texts(parse(this.pages.ask("GET", "/sitemap-1.xml")), "loc"))
			.anyMatch((loc) -> loc.endsWith("/questions/7"));
		assertThat(texts(parse(this.pages.ask("GET", "/sitemap-2.xml")), "loc")).isEmpty();
	}

	@Test
	void isAnIndexOfPartsIfThereAreMoreQuestionsThanAPartHas() throws Exception {
		this.database.sql("update bank set question = question + 90000").update();
		var id = this.world.add(World.question("What is far away?", "This."));
		this.database.sql("update bank set question = question - 90001").update();
		var index = parse(this.pages.ask("GET", "/sitemap.xml"));
		assertThat(index.getDocumentElement().getLocalName()).isEqualTo("sitemapindex");
		var parts = texts(index, "loc").stream().map((loc) -> loc.replaceFirst("^http://localhost:\\d+", "")).toList();
		assertThat(parts).containsExactly("/sitemap-1.xml", "/sitemap-2.xml", "/sitemap-3.xml");
		assertThat(texts(parse(this.pages.ask("GET", parts.get(0))), "loc")).noneMatch((loc) -> loc.endsWith("/" + id));
		assertThat(texts(parse(this.pages.ask("GET", parts.get(2))), "loc")).singleElement()
			.asString()
			.endsWith("/questions/" + id);
	}

	@Test
	void theFeedHasTheNewestQuestionsFirst() throws Exception {
		this.world.hide(World.question("What is secret?", "This."));
		var id = this.world.add(World.question("Is a < b & c?", "Yes."));
		var answer = this.pages.ask("GET", "/feed.atom");
		assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/atom+xml;charset=UTF-8");
		var feed = parse(answer);
		assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
		assertThat(texts(feed, "title")).startsWith("Question Bank: new questions", "Is a < b & c?")
			.doesNotContain("What is secret?")
			.hasSize(12);
		assertThat(texts(feed, "id").get(1)).endsWith("/questions/" + id);
		assertThat(texts(feed, "updated")).hasSize(12).allMatch((time) -> time.endsWith("Z"));
		assertThat(this.pages.open("/questions/7").links("link[rel=alternate][type=application/atom+xml]"))
			.containsExactly("/feed.atom");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sitemap.xml", "/feed.atom", "/robots.txt" })
	void isRevalidatedAndSentAgainAfterAChange(String address) {
		var first = this.pages.ask("GET", address);
		var tag = first.headers().firstValue("ETag").orElseThrow();
		assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
		assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
		assertThat(this.pages.ask("GET", address, "If-None-Match", tag).statusCode()).isEqualTo(304);
		this.world.add(World.question("What is new?", "This."));
		assertThat(this.pages.ask("GET", address, "If-None-Match", tag).statusCode()).isEqualTo(200);
		assertThat(this.pages.open(address, Role.CANDIDATE).header("Cache-Control")).contains("no-store");
	}

	private static Document parse(HttpResponse<byte[]> answer) throws Exception {
		assertThat(answer.statusCode()).isEqualTo(200);
		var parsers = DocumentBuilderFactory.newDefaultNSInstance();
		return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(answer.body()));
	}

	private static List<String> texts(Document document, String name) {
		var found = document.getElementsByTagNameNS("*", name);
		return IntStream.range(0, found.getLength()).mapToObj((i) -> found.item(i).getTextContent()).toList();
	}

}
