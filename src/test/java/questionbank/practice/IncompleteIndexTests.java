package questionbank.practice;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sessions and due questions are available while the search index is incomplete, as after
 * the loss of its folder.
 */
@PageTest
class IncompleteIndexTests {

	@Autowired
	private Pages pages;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private EntityManagerFactory sessions;

	@Autowired
	private JdbcClient database;

	@Autowired
	private TransactionTemplate transaction;

	/** Repairs the index as a start does, and waits for it up to two seconds. */
	@Autowired
	@Qualifier("questionIndex")
	private SmartInitializingSingleton start;

	@AfterEach
	void repair() {
		this.start.afterSingletonsInstantiated();
		await().until(() -> this.catalogue.overview(Viewer.ANONYMOUS).complete());
	}

	@Test
	void aSessionReadsItsQuestionsFromTheDatabase() {
		var visitor = this.pages.visitor();
		var first = begin(visitor);
		var prompt = first.text("h1");
		var second = grade(visitor, first, "4");
		lose();
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
		lose();
		var plan = visitor.open("/practice");
		assertThat(plan.text(".now .load")).endsWith(", 1 done");
		assertThat(visitor.arrive(visitor.send(plan, ".now form")).text("h1")).isEqualTo(first.text("h1"));
	}

	@Test
	void theReadinessIsHiddenUntilTheIndexIsComplete() {
		var visitor = this.pages.visitor();
		grade(visitor, begin(visitor), "4");
		lose();
		this.transaction.executeWithoutResult((status) -> {
			// Holds the lock of the repair, as if the repair took long.
			this.database.sql("select id from bank for update").query().singleRow();
			this.start.afterSingletonsInstantiated();
			for (var address : new String[] { "/practice", "/practice/progress" }) {
				var page = visitor.open(address);
				assertThat(page.text(".notice")).startsWith("The search index is being rebuilt.");
				assertThat(page.texts(".percent")).isEmpty();
			}
			assertThat(visitor.open("/practice").texts(".open a"))
				.containsExactly("Continue today’s session (1 of 10)");
		});
	}

	private void lose() {
		var index = Search.mapping(this.sessions).scope(Object.class).workspace();
		index.purge();
		index.refresh();
	}

	private HtmlPage begin(Visitor visitor) {
		return visitor.arrive(visitor.send(visitor.open("/practice"), ".now form"));
	}

	private HtmlPage grade(Visitor visitor, HtmlPage asked, String grade) {
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		return visitor.arrive(visitor.send(revealed, "form.grading", "grade", grade));
	}

}
