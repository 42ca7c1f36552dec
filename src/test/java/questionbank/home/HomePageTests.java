package questionbank.home;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.LostIndex;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class HomePageTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private MovingClock clock;

	@Autowired
	private LostIndex index;

	@Test
	void showsTheNumberOfQuestions() {
		assertThat(this.pages.open("/").text(".lede")).startsWith("10 interview questions,");
		this.world.add(World.question("One more?", "Yes."));
		assertThat(this.pages.open("/").text(".lede")).startsWith("11 interview questions,");
	}

	@Test
	void countsByDifficultyAndTopic() {
		var counts = this.pages.open("/").texts(".counts a");
		assertThat(counts).startsWith("easy 1", "medium 7", "hard 2")
			.contains("data quality 2", "security 1")
			.hasSize(17);
	}

	@Test
	void linksToAsManyQuestionsAsItCounts() {
		var counts = this.pages.open("/").html().select(".counts a");
		assertThat(counts).isNotEmpty()
			.allSatisfy((link) -> assertThat(this.pages.open(link.attr("href")).listed())
				.hasSize(Integer.parseInt(link.select(".count").text())));
	}

	@Test
	void saysThatCountsAreIncompleteWhileTheIndexIsRepaired() {
		this.index.lose();
		try {
			this.index.duringRepair(() -> {
				var home = this.pages.open("/");
				assertThat(home.text(".lede"))
					.startsWith("0 interview questions so far (the search index is being rebuilt), each");
				assertThat(home.text("#by-difficulty")).isEqualTo("By difficulty, counted so far");
				var list = this.pages.open("/questions");
				assertThat(list.text("#count")).isEqualTo("No questions so far: the search index is being rebuilt");
				assertThat(list.text(".facets > .hint")).startsWith("Counts so far");
			});
		}
		finally {
			this.index.repair();
		}
		assertThat(this.pages.open("/").text("#by-difficulty")).isEqualTo("By difficulty");
	}

	@Test
	void linksToListRandomQuestionAndSearch() {
		var home = this.pages.open("/");
		assertThat(home.status()).isEqualTo(200);
		assertThat(home.links("main a, nav a")).contains("/questions", "/questions/random")
			.allSatisfy((address) -> assertThat(this.pages.open(address).status()).isLessThan(400));
		assertThat(home.one("form[role=search]").attr("action")).isEqualTo("/questions");
		assertThat(home.one("form[role=search] input").attr("name")).isEqualTo("q");
	}

	@Test
	void showsAnotherQuestionEachDay() {
		var today = ofTheDay();
		assertThat(today).hasSize(1).isEqualTo(ofTheDay());
		var days = new HashSet<>(today);
		for (int day = 0; day < 10; day++) {
			this.clock.advance(Duration.ofDays(1));
			days.addAll(ofTheDay());
		}
		assertThat(days).hasSizeGreaterThan(5);
	}

	private List<String> ofTheDay() {
		return this.pages.open("/").links(".today .prompt a");
	}

}
