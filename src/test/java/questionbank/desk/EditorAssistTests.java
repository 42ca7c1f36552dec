package questionbank.desk;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.UriUtils;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** The preview of an answer, and similar questions. */
@PageTest
class EditorAssistTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Test
	void namesNewTopicsAndTheClosestOnes() {
		this.world.add(World.question("What is a term?", Difficulty.EASY, "A word.", "glossaries", "web-hooks"));
		assertThat(hint("glossaries,web hooks")).isEmpty();
		assertThat(hint("webhooks")).isEqualTo("New topic: webhooks. Did you mean web hooks?");
		assertThat(hint("Glossary, web hooks, glossarie")).isEqualTo(
				"New topic: glossary. " + "Did you mean glossaries? New topic: glossarie. Did you mean glossaries?");
		assertThat(hint("zeppelins")).isEqualTo("New topic: zeppelins.");
	}

	@Test
	void listsTheTopicsBelowTheirField() {
		this.world.add(World.question("What is a term?", Difficulty.EASY, "A word.", "web-hooks"));
		var page = this.pages.open("/questions/new", Role.ADMINISTRATOR);
		assertThat(page.texts("[data-topics] li")).contains("web hooks").isSorted();
	}

	private String hint(String topics) {
		return String.join("",
				this.pages
					.open("/questions/topics/hints?topics=" + UriUtils.encode(topics, StandardCharsets.UTF_8),
							Role.ADMINISTRATOR)
					.texts("#new-topics"));
	}

	@Test
	void previewsMarkdownWithoutUnsafeHtml() {
		var page = this.pages.submit("/questions/preview", Role.ADMINISTRATOR, "sampleAnswer",
				"**bold** <script>alert(1)</script>");
		assertThat(page.text("#previewed strong")).isEqualTo("bold");
		assertThat(page.html().select("#previewed script")).isEmpty();
	}

	@Test
	void findsSimilarQuestions() {
		var word = Words.unheard();
		var alike = this.world.add(World.question("What is a " + word + "?", "A word."));
		var similar = "/questions/similar?prompt=";
		assertThat(this.pages.open(similar + "What%20is%20a%20" + word + "%20for", Role.ADMINISTRATOR)
			.links("#similar-questions a")).containsExactly("/questions/" + alike);
		assertThat(this.pages.open(similar + "Completely%20unheard%20of%20before", Role.ADMINISTRATOR)
			.texts("#similar-questions")).isEmpty();
	}

}
