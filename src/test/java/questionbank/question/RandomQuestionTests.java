package questionbank.question;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class RandomQuestionTests {

	@Autowired
	private Pages pages;

	@Test
	void redirectsToAQuestion() {
		var page = this.pages.open("/questions/random");
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Location")).matches("/questions/([1-9]|10)");
		assertThat(page.header("Cache-Control")).contains("no-store");
	}

	@Test
	void redirectsToAMatchAndKeepsTheFilter() {
		var locations = IntStream.range(0, 50)
			.mapToObj((i) -> this.pages.open("/questions/random?difficulty=hard").header("Location"))
			.collect(Collectors.toSet());
		assertThat(locations).containsExactlyInAnyOrder("/questions/2?difficulty=hard", "/questions/7?difficulty=hard");
		assertThat(this.pages.open("/questions/random?q=OAuth&sort=newest").header("Location"))
			.isEqualTo("/questions/6?q=OAuth&sort=newest");
	}

	@Test
	void redirectsToTheEmptyListIfNothingMatches() {
		var page = this.pages.open("/questions/random?q=OAuth&difficulty=hard");
		assertThat(page.status()).isEqualTo(302);
		assertThat(page.header("Location")).isEqualTo("/questions?q=OAuth&difficulty=hard");
	}

	@Test
	void rejectsAnInvalidFilter() {
		var page = this.pages.open("/questions/random?difficulty=impossible");
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.text("#difficulty-mistake")).contains("“impossible” is not a difficulty");
	}

	@Test
	void doesNotSplitTheResponseAtALineBreak() {
		var page = this.pages.open("/questions/random?q=OAuth%0D%0ASet-Cookie:%20a=b");
		assertThat(page.headers()).doesNotContainKey("Set-Cookie");
	}

}
