package questionbank.practice;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;

/** The administrators' list shows the number of learners of each question. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class LearnerCountsTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private MovingClock clock;

	@Autowired
	private JdbcClient database;

	@Test
	void countEachLearnerWithAGradeOnce() {
		var id = add("herons", 1).get(0);
		var first = this.pages.visitor();
		practise(first, id);
		practise(first, id);
		practise(this.pages.visitor(), id);
		var third = this.pages.visitor();
		third.arrive(third.send(third.open("/practice/sessions?question=" + id), "form.answering"));
		assertThat(desk("topic=herons").texts("td[data-name=Learners]")).containsExactly("2");
		first.send(first.open("/practice/progress"), "form[action$=removal]", "sure", "true");
		assertThat(desk("topic=herons").texts("td[data-name=Learners]")).containsExactly("1");
	}

	@Test
	void shareOfMissedAnswersIsShownWithItsNumber() {
		var ids = add("puffins", 3);
		grade(this.pages.visitor(), ids.get(1), "1");
		grade(this.pages.visitor(), ids.get(1), "3");
		grade(this.pages.visitor(), ids.get(1), "3");
		grade(this.pages.visitor(), ids.get(2), "1");
		var list = desk("topic=puffins&by=-missed");
		assertThat(numbers(list)).containsExactly(ids.get(2), ids.get(1), ids.get(0));
		assertThat(list.texts("td[data-name=Missed]")).containsExactly("100 % of 1", "33 % of 3", "–");
	}

	@Test
	void sortFilteredLists() {
		var ids = add("egrets", 4);
		practise(this.pages.visitor(), ids.get(1));
		practise(this.pages.visitor(), ids.get(1));
		practise(this.pages.visitor(), ids.get(3));
		practise(this.pages.visitor(), ids.get(0));
		this.bank.write("Ada", (questions) -> questions.retire(List.of(ids.get(0)), "Wrong"));
		var list = desk("topic=egrets&by=-practisers");
		assertThat(numbers(list)).containsExactly(ids.get(1), ids.get(0), ids.get(3), ids.get(2));
		assertThat(list.texts("td[data-name=Learners]")).containsExactly("2", "1", "1", "0");
		assertThat(list.one("th[aria-sort]").attr("aria-sort")).isEqualTo("descending");
		assertThat(numbers(this.pages.open(list.links("th[aria-sort] a").get(0), Role.ADMINISTRATOR)))
			.containsExactly(ids.get(2), ids.get(0), ids.get(3), ids.get(1));
		assertThat(numbers(desk("topic=egrets&status=published&by=practisers"))).containsExactly(ids.get(2), ids.get(3),
				ids.get(1));
	}

	@Test
	void sortListsLongerThanAPage() {
		var ids = add("bitterns", 53);
		practise(this.pages.visitor(), ids.get(52));
		assertThat(numbers(desk("topic=bitterns&by=-practisers"))).startsWith(ids.get(52), ids.get(0)).hasSize(50);
		assertThat(numbers(desk("topic=bitterns&by=-practisers&page=2"))).containsExactly(ids.get(49), ids.get(50),
				ids.get(51));
	}

	@Test
	void areADashWhileCountingFails(CapturedOutput log) {
		var id = add("curlews", 1).get(0);
		practise(this.pages.visitor(), id);
		this.database.sql("alter table attempt rename column grade to missing_grade").update();
		try {
			for (var query : List.of("topic=curlews", "topic=curlews&by=-practisers")) {
				var list = desk(query);
				assertThat(list.status()).isEqualTo(200);
				assertThat(list.texts("td[data-name=Learners]")).containsExactly("–");
			}
		}
		finally {
			this.database.sql("alter table attempt rename column missing_grade to grade").update();
		}
		assertThat(log.getAll().split("Usage counts of column practisers failed", -1)).hasSize(2);
		assertThat(desk("topic=curlews").texts("td[data-name=Learners]")).containsExactly("1");
	}

	private List<Long> add(String topic, int count) {
		return IntStream.range(0, count)
			.mapToObj((number) -> this.world.add(World.question("Who knows?", Difficulty.EASY, "Nobody.", topic)))
			.toList();
	}

	private void practise(Visitor visitor, long id) {
		grade(visitor, id, "3");
	}

	private void grade(Visitor visitor, long id, String grade) {
		var asked = visitor.open("/practice/sessions?question=" + id);
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		visitor.send(revealed, "form.grading", "grade", grade);
	}

	/** Opens the list after the counts have been recomputed. */
	private HtmlPage desk(String query) {
		this.clock.advance(Duration.ofMinutes(11));
		return this.pages.open("/questions/desk?" + query, Role.ADMINISTRATOR);
	}

	private static List<Long> numbers(HtmlPage list) {
		return list.links("td.prompt a").stream().map((link) -> Long.valueOf(link.replace("/questions/", ""))).toList();
	}

}
