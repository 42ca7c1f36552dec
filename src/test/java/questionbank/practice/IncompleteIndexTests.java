package questionbank.practice;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.LostIndex;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sessions and due questions are available while the search index is incomplete, as after
 * the loss of its folder.
 */
@PageTest
class IncompleteIndexTests {

	@Autowired
	private Pages pages;

	@Autowired
	private LostIndex index;

	@AfterEach
	void repair() {
		this.index.repair();
	}

	@Test
	void aSessionReadsItsQuestionsFromTheDatabase() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var prompt = first.text("h1");
		var second = grade(visitor, first, "4");
		this.index.lose();
		var same = visitor.open(second.one("form.answering").attr("action").replaceAll("/attempts.*", ""));
		assertThat(same.text(".progress span")).isEqualTo("2 of 10");
		assertThat(same.html().select(".leftout")).isEmpty();
		assertThat(visitor.open("/practice").texts(".open a")).containsExactly("Continue today’s session (1 of 10)");
		assertThat(visitor.open("/practice/sessions").text(".past li .hint")).endsWith("1 of 10 · open");
		var over = visitor.arrive(visitor.send(same, "form[action$=end]"));
		assertThat(over.text(".graded .prompt")).isEqualTo(prompt);
		assertThat(visitor.open("/practice/progress").text(".graded .prompt")).isEqualTo(prompt);
	}

	@Test
	void thePlanIncludesDueQuestions() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		visitor.send(grade(visitor, first, "1"), "form[action$=end]");
		this.index.lose();
		var plan = visitor.open("/practice");
		assertThat(plan.text(".now .load")).endsWith(", 1 done");
		assertThat(visitor.arrive(visitor.send(plan, ".now form")).text("h1")).isEqualTo(first.text("h1"));
	}

	@Test
	void theReadinessIsHiddenUntilTheIndexIsComplete() {
		var visitor = this.pages.visitor();
		grade(visitor, begin(visitor), "4");
		this.index.lose();
		this.index.duringRepair(() -> {
			for (var address : new String[] { "/practice", "/practice/progress" }) {
				var page = visitor.open(address);
				assertThat(page.text(".notice")).startsWith("The search index is being rebuilt.");
				assertThat(page.texts(".percent")).isEmpty();
			}
			assertThat(visitor.open("/practice").texts(".open a"))
				.containsExactly("Continue today’s session (1 of 10)");
		});
	}

	private HtmlPage begin(Visitor visitor) {
		return visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
	}

	private HtmlPage grade(Visitor visitor, HtmlPage asked, String grade) {
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		return visitor.arrive(visitor.send(revealed, "form.grading", "grade", grade));
	}

}
