package questionbank.desk;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
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
