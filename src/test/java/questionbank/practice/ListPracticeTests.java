package questionbank.practice;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;

import static org.assertj.core.api.Assertions.assertThat;

/** A list is practised in parts of twenty questions. */
@PageTest
class ListPracticeTests {

	private static final String LIST = "/practice/sessions?topic=cartography&sort=newest";

	private static final String NEXT = "form[action$=continuation]";

	private static final String END = "form[action$=end]";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	/** The number of questions added to the list. */
	private int added;

	@Test
	void continuesWithUngradedQuestionsInTheCurrentOrderOfTheList() {
		var visitor = this.pages.visitor();
		var ids = add(22);
		var over = visitor.arrive(visitor.send(grade(visitor, begin(visitor)), END));
		assertThat(over.text(NEXT)).isEqualTo("Practise the next 20 of this list");
		assertThat(over.text("main .actions + p")).isEqualTo("21 questions of the list left.");
		this.bank.write("Ada", (questions) -> questions.retire(List.of(ids.get(20)), "Wrong"));
		add(1);
		var page = visitor.arrive(visitor.send(over, NEXT));
		assertThat(page.text(".where strong")).isEqualTo("Free practice: cartography, part 2");
		assertThat(page.text(".progress span")).isEqualTo("1 of 20");
		assertThat(page.text("h1")).isEqualTo("Where is 23?");
		assertThat(grade(visitor, page).text("h1")).isEqualTo("Where is 20?");
	}

	@Test
	void startsTheNextPartOnce() {
		var visitor = this.pages.visitor();
		add(2);
		var over = visitor.arrive(visitor.send(grade(visitor, begin(visitor)), END));
		assertThat(over.text(NEXT)).isEqualTo("Practise the last one of this list");
		var next = visitor.send(over, NEXT).header("Location");
		assertThat(visitor.send(over, NEXT).header("Location")).isEqualTo(next);
		assertThat(visitor.send(visitor.arrive(visitor.send(visitor.open(next), END)), NEXT).header("Location"))
			.isNotEqualTo(next);
	}

	@Test
	void reportsTheEndOfTheList() {
		var visitor = this.pages.visitor();
		add(2);
		var over = grade(visitor, grade(visitor, begin(visitor)));
		assertThat(over.html().select(NEXT)).isEmpty();
		assertThat(over.text("main .actions + p")).startsWith("You have practised the whole list.");
		assertThat(over.links("main .actions + p a")).containsExactly(LIST);
		var refused = post(visitor, over.one("form[action$=reversal]").attr("action").replaceAll("/attempts.*", ""));
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.text("[role=alert]")).startsWith("The list of this session has no more questions.");
		assertThat(grade(visitor, begin(visitor)).text(".progress span")).isEqualTo("2 of 2");
	}

	@Test
	void rejectsTheContinuationOfASessionWithoutAList() {
		var visitor = this.pages.visitor();
		var today = visitor.send(visitor.open("/practice"), ".now form").header("Location");
		assertThat(post(visitor, today).status()).isEqualTo(409);
		assertThat(visitor.arrive(visitor.send(visitor.open(today), END)).html().select(NEXT)).isEmpty();
	}

	@Test
	void rejectsTheContinuationOfAnotherLearnersList() {
		var visitor = this.pages.visitor();
		add(2);
		var session = begin(visitor).one(END).attr("action").replace("/end", "");
		var stranger = this.pages.visitor();
		assertThat(post(stranger, session).status()).isEqualTo(404);
		assertThat(stranger.cookie("PRACTICE")).isEmpty();
		stranger.signIn(this.accounts.add(Role.CANDIDATE));
		assertThat(post(stranger, session).status()).isEqualTo(404);
	}

	private List<Long> add(int count) {
		var first = this.added + 1;
		this.added += count;
		return IntStream.range(first, first + count)
			.mapToObj((number) -> this.world
				.add(World.question("Where is " + number + "?", Difficulty.MEDIUM, "On the map.", "cartography")))
			.toList();
	}

	private HtmlPage begin(Visitor visitor) {
		return visitor.arrive(visitor.send(visitor.open(LIST), "form:has([value=free])"));
	}

	private HtmlPage grade(Visitor visitor, HtmlPage asked) {
		var revealed = visitor.arrive(visitor.send(asked, "form.answering"));
		return visitor.arrive(visitor.send(revealed, "form.grading", "grade", "3"));
	}

	private HtmlPage post(Visitor visitor, String session) {
		var token = visitor.open("/practice").html().select("[name=_csrf]").first().val();
		return visitor.post(session + "/continuation", Map.of("_csrf", token));
	}

}
