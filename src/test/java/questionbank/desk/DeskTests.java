package questionbank.desk;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** The administrators' list of questions. */
@PageTest
class DeskTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private MovingClock clock;

	private ThreeQuestions three;

	@BeforeEach
	void addThreeQuestions() {
		this.three = ThreeQuestions.add(this.world);
	}

	@Test
	void listsQuestionsOfEveryStatus() {
		assertThat(numbers("q=" + this.three.word())).containsExactlyInAnyOrder(this.three.draft(),
				this.three.forInterviewers(), this.three.hard());
	}

	@ParameterizedTest
	@CsvSource({ "status=draft,0", "audience=interviewers,1", "difficulty=hard,2", "topic=view,2",
			"changedBy=Ada&status=published,1" })
	void filtersByEveryField(String filter, int left) {
		this.bank.write("Ada", (questions) -> questions.change(List.of(this.three.forInterviewers()),
				(draft) -> draft.meantFor(Audience.EVERYONE), "Why not"));
		this.bank.write("Ada", (questions) -> questions.change(List.of(this.three.forInterviewers()),
				(draft) -> draft.meantFor(Audience.INTERVIEWERS), "Oh"));
		assertThat(numbers("q=" + this.three.word() + "&" + filter))
			.containsExactly(List.of(this.three.draft(), this.three.forInterviewers(), this.three.hard()).get(left));
	}

	@Test
	void filtersByDateOfChange() {
		assertThat(numbers("q=" + this.three.word() + "&changedSince=2000-01-01")).hasSize(3);
		assertThat(numbers("q=" + this.three.word() + "&changedSince=2999-01-01")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "number,012", "-number,210", "difficulty,012", "-difficulty,210", "status,012", "audience,021",
			"changed,012", "-changed,210" })
	void sortsByEveryColumn(String column, String order) {
		var three = List.of(this.three.draft(), this.three.forInterviewers(), this.three.hard());
		assertThat(numbers("q=" + this.three.word() + "&by=" + column))
			.containsExactlyElementsOf(order.chars().mapToObj((digit) -> three.get(digit - '0')).toList());
		var head = desk("q=" + this.three.word() + "&by=" + column).one("th[aria-sort]");
		assertThat(head.attr("aria-sort")).isEqualTo(column.startsWith("-") ? "descending" : "ascending");
	}

	@Test
	void showsTheDirectionOfTheDefaultOrderAndReversesIt() {
		var column = desk("").one("th[aria-sort]");
		assertThat(column.attr("aria-sort")).isEqualTo("ascending");
		assertThat(column.text()).isEqualTo("No.");
		assertThat(column.select("a").attr("href")).endsWith("by=-number");
		assertThat(desk("q=" + this.three.word()).html().select("th[aria-sort]")).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "status=x", "audience=x", "without=x", "changedSince=yesterday", "changedSince=%2B999999999-01-01",
			"by=x", "difficulty=x", "topic=nothing", "page=0" })
	void rejectsInvalidFilters(String filter) {
		var page = desk("q=" + this.three.word() + "&" + filter);
		assertThat(page.status()).isEqualTo(400);
		assertThat(page.texts(".mistake")).hasSize(1);
		assertThat(page.one("#q").val()).isEqualTo(this.three.word());
	}

	@Test
	void filtersByWhatNeedsWork() {
		var unanswered = this.world
			.add(World.question("No " + this.three.word() + "?", Difficulty.HARD, "", "view").as(QuestionStatus.DRAFT));
		var unsorted = this.world.add(World.question("Which " + this.three.word() + "?", "This."));
		var query = "q=" + this.three.word();
		assertThat(numbers(query + "&without=answer")).containsExactly(unanswered);
		assertThat(numbers(query + "&without=topic")).containsExactly(unsorted);
		assertThat(numbers(query + "&without=topic&without=answer")).containsExactlyInAnyOrder(unanswered, unsorted);
		assertThat(desk(query + "&without=topic").texts("[name=without][checked] + span")).containsExactly("no topic");
	}

	@Test
	void filtersByWhatHasNotChangedForAYear() {
		var almost = addBefore(Duration.ofDays(364));
		var longer = addBefore(Duration.ofDays(366));
		assertThat(numbers("q=" + this.three.word())).hasSize(5).contains(almost);
		assertThat(numbers("q=" + this.three.word() + "&without=change")).containsExactly(longer);
	}

	private long addBefore(Duration age) {
		this.clock.advance(age.negated());
		try {
			return this.world.add(World.question("When is a " + this.three.word() + "?", "Long ago."));
		}
		finally {
			this.clock.advance(age);
		}
	}

	@Test
	void offersToEditEachRow() {
		var page = desk("q=" + this.three.word() + "&by=number");
		assertThat(page.texts("tbody td:last-child a")).containsExactly("Edit", "Edit", "Edit");
		assertThat(page.links("tbody td:last-child a").get(0))
			.isEqualTo("/questions/" + this.three.draft() + "/edit?list=q%3D" + this.three.word() + "%26by%3Dnumber");
	}

	@Test
	void selectsAllThatMatchTheFilters() {
		var page = desk("q=" + this.three.word() + "&status=published");
		var all = page.html().select("a[href^=/questions/bulk]").attr("href");
		assertThat(this.pages.open(all, Role.ADMINISTRATOR).one("[name=ids]").val())
			.isEqualTo(this.three.forInterviewers() + "," + this.three.hard());
	}

	@Test
	void linksAStylesheetThatOtherPagesDoNot() {
		var stylesheets = "link[rel=stylesheet]";
		var own = desk("q=" + this.three.word()).links(stylesheets).get(1);
		assertThat(own).matches("/css/desk-[0-9a-f]{32}\\.css");
		assertThat(new String(this.pages.ask("GET", own).body(), StandardCharsets.UTF_8)).startsWith("@layer rooms");
		assertThat(this.pages.open("/questions/" + this.three.hard(), Role.ADMINISTRATOR).links(stylesheets))
			.hasSize(1);
	}

	private HtmlPage desk(String query) {
		return this.pages.open("/questions/desk?" + query, Role.ADMINISTRATOR);
	}

	private List<Long> numbers(String query) {
		return desk(query).links("td.prompt a")
			.stream()
			.map((link) -> Long.valueOf(link.replace("/questions/", "")))
			.toList();
	}

}
