package questionbank.question;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.DatabaseTest;
import questionbank.World;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue.Slice;
import questionbank.question.QuestionFilter.Sort;

import static org.assertj.core.api.Assertions.assertThat;

@DatabaseTest
class HighlightTests {

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private World world;

	@Test
	void marksTheWordInThePrompt() {
		assertThat(first("stakeholder").prompt()).contains("difficult <mark>stakeholder</mark> or another team");
	}

	@Test
	void marksTheWordInTheBestSentenceOfTheAnswer() {
		var found = first("OAuth");
		assertThat(found.excerpt()).contains("whether that means <mark>OAuth</mark>, certificates");
		assertThat(found.prompt()).isEqualTo("What steps do you take to make an integration secure?");
	}

	@Test
	void marksTheWordInKeyPointsAndTopicsIfPromptAndAnswerLackIt() {
		this.world
			.add(new QuestionDraft("What is a wamble?", Difficulty.EASY, "A rumble.", List.of("Before a borborygm"),
					List.of(), List.of("stomach-trouble"), QuestionStatus.PUBLISHED, Audience.EVERYONE, ""));
		assertThat(first("borborygm").excerpt()).isEqualTo("Before a <mark>borborygm</mark>");
		assertThat(first("stomach").excerpt()).isEqualTo("Topic: <mark>stomach</mark> trouble");
		assertThat(this.catalogue.list(Filters.words("monitoring"), Viewer.ANONYMOUS, 0, 10).entries())
			.allSatisfy((entry) -> assertThat(entry.prompt() + entry.excerpt()).contains("<mark>"));
	}

	@Test
	void marksStemsTyposAndPrefixes() {
		assertThat(first("secured").prompt()).contains("<mark>secure</mark>");
		assertThat(first("difficukt").prompt()).contains("<mark>difficult</mark>");
		assertThat(first("difficu").prompt()).contains("<mark>difficult</mark>");
	}

	@Test
	void showsTheWholeOfALongPrompt() {
		var prompt = "Which gallimaufry " + "is longer than a fragment ".repeat(17) + "and ends well?";
		this.world.add(World.question(prompt, "This."));
		assertThat(first("gallimaufry").prompt().replaceAll("</?mark>", "")).isEqualTo(prompt);
	}

	@Test
	void escapesHtmlInPrompts() {
		this.world.add(World.question("Is <script>alert(1)</script> & \"snollygoster\" safe?", "Yes."));
		var safe = "Is &lt;script&gt;alert(1)&lt;";
		assertThat(first("snollygoster").prompt()).startsWith(safe)
			.contains("&amp; &quot;<mark>snollygoster</mark>&quot;")
			.doesNotContain("<script");
		var unmarked = this.catalogue.list(Filters.sorted(Sort.NEWEST), Viewer.ANONYMOUS, 0, 1).entries().get(0);
		assertThat(unmarked.prompt()).startsWith(safe).doesNotContain("<script");
		assertThat(unmarked.excerpt()).isNull();
	}

	@Test
	void escapesHtmlInAnswers() {
		this.world.add(World.question("Safe?", "Even `<script>alert(1)</script>` & a <b>taradiddle</b> are text."));
		var found = first("taradiddle");
		assertThat(found.excerpt()).contains("&lt;script&gt;alert(1)&lt;")
			.contains("&amp; a &lt;b&gt;<mark>taradiddle</mark>&lt;")
			.doesNotContain("<script", "<b>");
	}

	@Test
	void excerptsTextWithoutMarkup() {
		this.world
			.add(World.question("Which list?", "* a **collywobble** of [things](https://example.org)\n* another"));
		assertThat(first("collywobble").excerpt()).contains("<mark>collywobble</mark> of ").doesNotContain("**", "](");
	}

	private Slice.Entry first(String words) {
		return this.catalogue.list(Filters.words(words), Viewer.ANONYMOUS, 0, 1).entries().get(0);
	}

}
