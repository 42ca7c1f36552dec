package questionbank.caching;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * HTTP caching of pages by browsers and proxies, with an empty and a filled page cache.
 */
@PageTest
class CachingTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private MovingClock clock;

	@Autowired
	private ContentVersion version;

	/** Waits for the index, which may still be repaired in the background. */
	@BeforeEach
	void awaitContent() {
		await().until(() -> this.version.current().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions?q=OAuth", "/questions/6" })
	void answersNotModifiedToTheCurrentETag(String address) {
		var first = this.pages.ask("GET", address);
		assertThat(first.statusCode()).isEqualTo(200);
		assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
		assertThat(String.join(",", first.headers().allValues("Vary")).toLowerCase(Locale.ROOT))
			.contains("accept-encoding", "cookie");
		for (int times = 0; times < 2; times++) {
			var again = this.pages.ask("GET", address, "If-None-Match", header(first, "ETag"));
			assertThat(again.statusCode()).isEqualTo(304);
			assertThat(again.body()).isEmpty();
			assertThat(header(again, "ETag")).isEqualTo(header(first, "ETag"));
		}
	}

	@Test
	void sendsAPageAgainAfterAChange() {
		var before = this.pages.ask("GET", "/questions");
		this.world.add(World.question("What is new?", "This."));
		var after = this.pages.ask("GET", "/questions", "If-None-Match", header(before, "ETag"));
		assertThat(after.statusCode()).isEqualTo(200);
		assertThat(header(after, "ETag")).isNotEqualTo(header(before, "ETag"));
		assertThat(text(after)).contains("What is new?");
		assertThat(text(before)).doesNotContain("What is new?");
	}

	@Test
	void keepsTheETagAfterAChangeThatReadersCannotSee() {
		var before = this.pages.ask("GET", "/questions");
		var hidden = this.world.hide(World.question("What is secret?", "This."));
		this.bank.write("The world", (questions) -> questions.change(List.of(hidden.draft(), hidden.retired()),
				(draft) -> draft.meantFor(Audience.INTERVIEWERS), "A test needs it"));
		assertThat(this.pages.ask("GET", "/questions", "If-None-Match", header(before, "ETag")).statusCode())
			.isEqualTo(304);
		assertThat(this.pages.open("/questions/desk?by=-number", Role.ADMINISTRATOR).texts(".table td.prompt"))
			.contains("What is secret?");
	}

	@Test
	void changesTheETagWhenAQuestionIsHiddenOrShown() {
		var question = this.world.add(World.question("What comes and goes?", "This."));
		var names = new HashSet<String>();
		names.add(header(this.pages.ask("GET", "/questions"), "ETag"));
		for (UnaryOperator<QuestionDraft> change : List.<UnaryOperator<QuestionDraft>>of(
				(draft) -> draft.as(QuestionStatus.DRAFT), (draft) -> draft.as(QuestionStatus.PUBLISHED),
				(draft) -> draft.meantFor(Audience.INTERVIEWERS), (draft) -> draft.meantFor(Audience.EVERYONE))) {
			this.bank.write("The world", (questions) -> questions.change(List.of(question), change, "A test needs it"));
			assertThat(names.add(header(this.pages.ask("GET", "/questions"), "ETag"))).isTrue();
		}
	}

	@Test
	void sendsAPageAgainOnTheNextDay() {
		var before = this.pages.ask("GET", "/");
		this.clock.advance(Duration.ofDays(1));
		assertThat(this.pages.ask("GET", "/", "If-None-Match", header(before, "ETag")).statusCode()).isEqualTo(200);
	}

	@Test
	void compressesForClientsThatAcceptGzip() throws IOException {
		for (int times = 0; times < 2; times++) {
			var plain = this.pages.ask("GET", "/questions?q=compressed");
			var compressed = this.pages.ask("GET", "/questions?q=compressed", "Accept-Encoding", "br, gzip");
			assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
			assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
			assertThat(compressed.body()).hasSizeLessThan(plain.body().length / 2);
			assertThat(new GZIPInputStream(new ByteArrayInputStream(compressed.body())).readAllBytes())
				.isEqualTo(plain.body());
			assertThat(header(compressed, "ETag")).isEqualTo(header(plain, "ETag"));
			assertThat(this.pages
				.ask("GET", "/questions?q=compressed", "Accept-Encoding", "gzip", "If-None-Match",
						header(compressed, "ETag"))
				.statusCode()).isEqualTo(304);
		}
	}

	@Test
	void doesNotCompressForClientsThatRefuseGzip() {
		assertThat(this.pages.ask("GET", "/questions", "Accept-Encoding", "gzip;q=0, identity")
			.headers()
			.firstValue("Content-Encoding")).isEmpty();
	}

	@Test
	void answersHeadLikeGetWithoutTheBody() {
		var cold = this.pages.ask("HEAD", "/questions?q=headless");
		var get = this.pages.ask("GET", "/questions?q=headless");
		var warm = this.pages.ask("HEAD", "/questions?q=headless");
		assertThat(cold.body()).isEmpty();
		assertThat(get.body()).isNotEmpty();
		assertThat(warm.body()).isEmpty();
		assertThat(headers(cold)).isEqualTo(headers(get));
		assertThat(headers(warm)).isEqualTo(headers(get));
	}

	@Test
	void answersTheSameFromTheCache() {
		var cold = this.pages.ask("GET", "/questions?q=memory");
		var warm = this.pages.ask("GET", "/questions?q=memory");
		assertThat(warm.body()).isEqualTo(cold.body());
		assertThat(headers(warm)).isEqualTo(headers(cold));
	}

	@Test
	void answersEveryBrowserInEnglish() {
		for (int times = 0; times < 2; times++) {
			var answer = this.pages.ask("GET", "/questions?q=language", "Accept-Language", "de-AT");
			assertThat(header(answer, "Content-Language")).isEqualTo("en");
		}
	}

	@Test
	void answersTheSameToABrowserWithACookie() {
		var without = this.pages.ask("GET", "/questions");
		var with = this.pages.ask("GET", "/questions", "Cookie", "a=b");
		assertThat(with.body()).isEqualTo(without.body());
		assertThat(header(with, "ETag")).isEqualTo(header(without, "ETag"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/questions", "/questions/6" })
	void forbidsStoringPagesOfSignedInUsers(String address) {
		var page = this.pages.open(address, Role.CANDIDATE);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.header("Cache-Control")).contains("no-store");
		assertThat(page.header("ETag")).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions/999", "/questions?page=7", "/questions?difficulty=x", "/nothing" })
	void forbidsStoringErrors(String address) {
		var answer = this.pages.ask("GET", address);
		assertThat(answer.headers().firstValue("ETag")).isEmpty();
		assertThat(header(answer, "Cache-Control")).contains("no-store");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/practice", "/practice/progress/export", "/sign-in", "/questions/random" })
	void forbidsStoringPagesThatDifferByUser(String address) {
		assertThat(header(this.pages.ask("GET", address), "Cache-Control")).contains("no-store");
	}

	private static String headers(HttpResponse<byte[]> response) {
		return response.headers()
			.map()
			.entrySet()
			.stream()
			.filter((header) -> !header.getKey().equals("date") && !header.getKey().equals("keep-alive")
					&& !header.getKey().equals("connection"))
			.map(Object::toString)
			.sorted()
			.toList()
			.toString();
	}

	private static String header(HttpResponse<byte[]> response, String name) {
		return response.headers().firstValue(name).orElseThrow();
	}

	private static String text(HttpResponse<byte[]> response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
