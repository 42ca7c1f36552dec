package questionbank.kit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Making, editing and copying a kit. */
@PageTest
class KitTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private Kits kits;

	private Visitor interviewer;

	private long question;

	@BeforeEach
	void signIn() {
		this.interviewer = this.pages.visitor();
		this.interviewer.signIn(this.accounts.add(Role.INTERVIEWER));
		this.question = this.world.add(World.question("What is a capstan?", Difficulty.HARD, "A winch.", "security"));
	}

	@Test
	void isMadeOfThePickedQuestions() {
		pick(7);
		pick(this.question);
		var form = this.interviewer.open("/kits/new");
		assertThat(form.html().select("[name=question]").eachAttr("value")).containsExactly("7",
				Long.toString(this.question));
		assertThat(form.html().select("[name=minutes]").eachAttr("value")).containsExactly("8", "8");
		var kit = save(form, "title", "Senior engineer", "slot", "20");
		assertThat(kit.text("h1")).isEqualTo("Senior engineer");
		assertThat(kit.text("#minutes")).isEqualTo("16 of 20 min");
		assertThat(kit.texts(".pinned h2")).element(1).isEqualTo("What is a capstan?");
		assertThat(this.interviewer.open("/kits/new").html().select("[name=question]")).isEmpty();
		assertThat(this.interviewer.open("/kits").texts(".kit-list h2")).contains("Senior engineer");
	}

	@Test
	void isPostedByAScriptWithoutRevisions() {
		var answer = this.pages.submit("/kits", Role.INTERVIEWER, "title", "By script", "question", "7", "minutes", "4",
				"question", "9", "minutes", "", "probes-1", "Why?\r\n\r\nWhen? ");
		var questions = this.kits.find(id(answer)).orElseThrow().content().questions();
		assertThat(questions).extracting(KitQuestion::question).containsExactly(7L, 9L);
		assertThat(questions).extracting(KitQuestion::minutes).containsExactly(4, 3);
		assertThat(questions.get(0).probes()).containsExactly("Why?", "When?");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "title||title|Please write a title.",
					"slot|soon|slot|The slot is a whole number of minutes from 1 to 480, or empty.",
					"slot|0|slot|The slot is a whole number of minutes from 1 to 480, or empty.",
					"slot|481|slot|The slot is a whole number of minutes from 1 to 480, or empty.",
					"minutes|0|rows[0].minutes|The minutes of a question are a whole number from 1 to 120.",
					"minutes|many|rows[0].minutes|The minutes of a question are a whole number from 1 to 120.",
					"question|999999|rows[0].question|Question 999999 is not available.",
					"revision|99|rows[0].question|Question 7 is not available." })
	void showsErrorsAtTheirFields(String field, String typed, String at, String message) {
		pick(7);
		var page = this.interviewer.send(this.interviewer.open("/kits/new"), "#kit", "title", "Kept", "notes",
				"Typed with care.", field, (typed != null) ? typed : "");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.html().getElementById(at + "-mistake").text()).isEqualTo(message);
		assertThat(page.one("#notes").wholeText().strip()).isEqualTo("Typed with care.");
		assertThat(this.interviewer.open("/kits/basket").texts(".picked li")).hasSize(1);
	}

	@Test
	void showsNoQuestionThatInterviewersMayNotSee() {
		var hidden = this.world.hide(World.question("What is a scupper?", "A hole."));
		change(World.question("What is a secret capstan?", Difficulty.HARD, "A winch.").as(QuestionStatus.DRAFT));
		change(World.question("What is a capstan?", Difficulty.HARD, "A winch."));
		for (var revision : List.of(new long[] { hidden.draft(), 1 }, new long[] { hidden.retired(), 1 },
				new long[] { this.question, 2 })) {
			for (var address : List.of("/kits", "/kits/arrangement")) {
				var page = this.pages.submit(address, Role.INTERVIEWER, "question", Long.toString(revision[0]),
						"revision", Long.toString(revision[1]), "minutes", "5", "title", "Peep");
				assertThat(page.html().text()).doesNotContain("scupper", "secret");
				assertThat(page.status()).isNotEqualTo(302);
			}
		}
	}

	@Test
	void needsAQuestion() {
		var page = this.pages.submit("/kits", Role.INTERVIEWER, "title", "Empty");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#rows-mistake")).isEqualTo("Please add at least one question.");
	}

	@Test
	void hasAtMostFiftyQuestions() {
		var fields = new String[2 + 2 * 200];
		fields[0] = "title";
		fields[1] = "Long";
		for (int at = 1; at <= 200; at++) {
			fields[2 * at] = "question";
			fields[2 * at + 1] = Long.toString(at);
		}
		var page = this.pages.submit("/kits", Role.INTERVIEWER, fields);
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text("#rows-mistake")).isEqualTo("A kit can have at most 50 questions.");
	}

	@Test
	void arrangesItsQuestionsWithoutScriptsAndKeepsWhatIsTyped() {
		pick(7);
		pick(9);
		pick(this.question);
		var form = this.interviewer.open("/kits/new");
		var moved = arrange(form, "up-3");
		assertThat(order(moved)).containsExactly("7", Long.toString(this.question), "9");
		assertThat(moved.one("#title").val()).isEqualTo("Typed");
		moved = arrange(moved, "removal-1");
		assertThat(order(moved)).containsExactly(Long.toString(this.question), "9");
		moved = arrange(moved, "down-1");
		assertThat(order(moved)).containsExactly("9", Long.toString(this.question));
		assertThat(order(arrange(moved, "addition"))).containsExactly("9", Long.toString(this.question), "7");
		assertThat(order(arrange(moved, "down-9999999999999999999"))).hasSize(2);
	}

	@Test
	void marksAChangedQuestionAndTakesItsNewRevision() {
		pick(this.question);
		var kit = save(this.interviewer.open("/kits/new"), "title", "Pinned");
		assertThat(kit.texts(".state")).isEmpty();
		change(World.question("What is a capstan?", Difficulty.HARD, "A vertical winch.", "security"));
		assertThat(listed(kit)).contains("1 question changed or retired");
		var changed = this.interviewer.open(address(kit));
		assertThat(changed.texts(".state")).containsExactly("changed since");
		assertThat(changed.text(".changed ins")).isEqualTo("vertical");
		var taken = this.interviewer.arrive(this.interviewer.send(changed, ".changed form"));
		assertThat(taken.texts(".state")).isEmpty();
		assertThat(listed(kit)).doesNotContain("changed or retired");
		assertThat(taken.text(".notice"))
			.isEqualTo("The kit now has revision 2 of question %d.".formatted(this.question));
	}

	/** Returns the entry of a kit in the list. */
	private String listed(HtmlPage kit) {
		return this.interviewer.open("/kits").text(".kit-list li:has(a[href='" + address(kit) + "'])");
	}

	@Test
	void keepsAQuestionThatIsRetiredAndMarksIt() {
		pick(this.question);
		var kit = save(this.interviewer.open("/kits/new"), "title", "With a retired one");
		this.bank.write("Ada", (questions) -> questions.retire(List.of(this.question), "Old"));
		assertThat(this.interviewer.open(address(kit)).texts(".state")).containsExactly("no longer published");
		assertThat(listed(kit)).contains("1 question changed or retired");
		var edited = save(this.interviewer.open(address(kit) + "/edit"), "title", "Edited");
		assertThat(edited.texts(".pinned h2")).containsExactly("What is a capstan?");
	}

	@Test
	void mergesEditsOfDifferentFields() {
		var kit = save(form(), "title", "Shared", "notes", "Before");
		var first = this.interviewer.open(address(kit) + "/edit");
		var second = this.interviewer.open(address(kit) + "/edit");
		save(first, "notes", "Theirs");
		var merged = save(second, "role", "Mine");
		assertThat(merged.text(".notice"))
			.isEqualTo("Saved as revision 3, merged with changes that others made to: notes.");
		var content = this.kits.find(id(merged)).orElseThrow().content();
		assertThat(content.notes()).isEqualTo("Theirs");
		assertThat(content.role()).isEqualTo("Mine");
	}

	@Test
	void showsAConflictAndTakesTheirsIfChosen() {
		var kit = save(form(), "title", "Contested");
		var first = this.interviewer.open(address(kit) + "/edit");
		var second = this.interviewer.open(address(kit) + "/edit");
		save(first, "title", "Theirs");
		var conflict = this.interviewer.send(second, "#kit", "title", "Mine", "notes", "Also mine");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.text(".conflict .typed-lines")).isEqualTo("Theirs");
		assertThat(conflict.one("#title").val()).isEqualTo("Mine");
		var saved = save(conflict, "theirs", "title");
		assertThat(saved.text("h1")).isEqualTo("Theirs");
		assertThat(saved.text(".typed-lines")).isEqualTo("Also mine");
	}

	@Test
	void isCopiedAndDeleted() {
		var kit = save(form(), "title", "Original");
		var copy = save(this.interviewer.open("/kits/new?copy=" + id(kit)));
		assertThat(copy.text("h1")).isEqualTo("Original (copy)");
		var list = this.interviewer.arrive(this.interviewer.send(copy, "form.removal"));
		assertThat(list.text(".notice")).isEqualTo("“Original (copy)” is deleted.");
		assertThat(this.interviewer.open(address(copy)).status()).isEqualTo(404);
		assertThat(this.interviewer.open(address(kit)).status()).isEqualTo(200);
	}

	@Test
	void printsPromptsAloneOrWithRoomForNotes() {
		var kit = save(form(), "title", "Printed", "role", "Engineer", "notes", "Be kind.");
		var whole = this.interviewer.open(address(kit) + "/print");
		assertThat(whole.texts(".sheet > h2")).hasSize(1);
		assertThat(whole.texts(".sheet .points li")).isNotEmpty();
		assertThat(whole.html().select(".ruled")).hasSize(1);
		assertThat(whole.texts(".boxes li")).hasSize(5).element(2).asString().startsWith("3 solid covers most of the");
		assertThat(whole.texts(".paper-head p")).containsExactly("Printed, Engineer", "Candidate", "Date",
				"Interviewer");
		var prompts = this.interviewer.open(address(kit) + "/print?parts=prompts");
		assertThat(prompts.texts(".sheet h2")).hasSize(1);
		assertThat(prompts.html().select(".points, .ruled, .probes, .boxes")).isEmpty();
		assertThat(prompts.text("main")).doesNotContain("Be kind.");
	}

	private void change(QuestionDraft draft) {
		this.bank.write("Ada", (questions) -> questions.rewrite(this.question, draft, "Clearer"));
	}

	private void pick(long id) {
		this.interviewer.send(this.interviewer.open("/questions/" + id), "form.pick");
	}

	private HtmlPage form() {
		pick(7);
		return this.interviewer.open("/kits/new");
	}

	private HtmlPage save(HtmlPage form, String... fields) {
		var answer = this.interviewer.send(form, "#kit", fields);
		assertThat(answer.status()).as(answer.html().text()).isEqualTo(302);
		return this.interviewer.arrive(answer);
	}

	private HtmlPage arrange(HtmlPage form, String step) {
		return this.interviewer.send(form.one("#kit"), "/kits/arrangement", "step", step, "title", "Typed");
	}

	private static List<String> order(HtmlPage form) {
		return form.html().select("[name=question]").eachAttr("value");
	}

	private static String address(HtmlPage kit) {
		return kit.one("a[href$=/edit]").attr("href").replace("/edit", "");
	}

	private static long id(HtmlPage kit) {
		var address = (kit.header("Location") != null) ? kit.header("Location") : address(kit);
		return Long.parseLong(address.replace("/kits/", ""));
	}

}
