package questionbank.desk;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of all changes at the desk. */
@PageTest
class RecentChangesTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private Duplicates duplicates;

	@Test
	void listsEachChangeWithItsAuthorAndItsDiff() {
		var three = ThreeQuestions.add(this.world);
		this.bank.write("Grace", (questions) -> questions.change(List.of(three.hard()),
				(draft) -> draft.ofDifficulty(Difficulty.EASY), "Too hard"));
		var latest = changes("").html().select(".change").get(0);
		assertThat(latest.select("h2").text()).isEqualTo("No. " + three.hard() + ": Why a " + three.word() + "?");
		assertThat(latest.select("p.note").get(0).text()).startsWith("Too hard – Grace,");
		assertThat(latest.select("details del").text()).isEqualTo("hard");
		assertThat(latest.select("details ins").text()).isEqualTo("easy");
		var added = changes("").html().select(".change").get(1);
		assertThat(added.select("details ins").eachText()).contains("Why a " + three.word() + "?", "For the view.");
		assertThat(added.select("button").text()).isEqualTo("Retire");
	}

	@Test
	void undoesOneChangeAndKeepsLaterOnes() {
		var id = ThreeQuestions.add(this.world).hard();
		this.bank.write("Grace", (questions) -> questions.change(List.of(id),
				(draft) -> draft.ofDifficulty(Difficulty.EASY).about(List.of("sea")), "Too hard"));
		this.bank.write("Ada",
				(questions) -> questions.change(List.of(id), (draft) -> draft.about(List.of("air")), "No sea"));
		var undo = changes("").html().select(".change form").get(1).attr("action");
		assertThat(undo).isEqualTo("/questions/" + id + "/revisions/2/reversal");
		this.pages.submit(undo, Role.ADMINISTRATOR);
		assertThat(content(id).difficulty()).isEqualTo(Difficulty.HARD);
		assertThat(content(id).topics()).containsExactly("air");
	}

	@Test
	void undoesABatchLater() {
		var three = ThreeQuestions.add(this.world);
		this.bank
			.write("Grace",
					(questions) -> questions.changeAsBatch(List.of(three.draft(), three.hard()),
							(draft) -> draft.ofDifficulty(Difficulty.MEDIUM), Long.MAX_VALUE, "All the same"))
			.orElseThrow();
		this.bank.write("Ada",
				(questions) -> questions.change(List.of(three.hard()), (draft) -> draft.about(List.of("air")), "Air"));
		var batch = changes("").html().select(".change").get(1);
		assertThat(batch.select("h2").text()).isEqualTo("2 questions");
		assertThat(batch.select("p.note").text()).startsWith("All the same – Grace,");
		assertThat(batch.select(".actions a").text()).isEqualTo("See the change");
		this.pages.submit(batch.select("form").attr("action"), Role.ADMINISTRATOR);
		assertThat(content(three.hard()).difficulty()).isEqualTo(Difficulty.HARD);
		assertThat(content(three.draft()).difficulty()).isEqualTo(Difficulty.EASY);
		assertThat(content(three.hard()).topics()).containsExactly("air");
	}

	@Test
	void retiresANewQuestion() {
		var id = this.world.add(World.question("What is a buoy?", "It floats."));
		this.pages.submit("/questions/" + id + "/revisions/1/reversal", Role.ADMINISTRATOR);
		assertThat(content(id).status()).isEqualTo(QuestionStatus.RETIRED);
	}

	@Test
	void listsEveryChangeOnceOnItsPages() {
		var ids = IntStream.range(0, 25)
			.mapToObj((number) -> this.world.add(World.question("What is buoy " + number + "?", "It floats.")))
			.toList();
		var first = changes("");
		var second = changes("?" + first.links("a[rel=next]").get(0).replaceFirst(".*\\?", ""));
		assertThat(first.html().select(".change")).hasSize(20);
		assertThat(first.links(".change h2 a")).doesNotContainAnyElementsOf(second.links(".change h2 a").subList(0, 5));
		assertThat(second.links(".change h2 a").get(4)).isEqualTo("/questions/" + ids.get(0));
	}

	@Test
	void listsPairsThatWereMarkedAsDifferentAndUndoesTheMark() {
		var three = ThreeQuestions.add(this.world);
		var copy = this.world.add(World.question("Why " + three.word() + "s?", "For the view."));
		this.pages.submit("/questions/duplicates/differences", Role.ADMINISTRATOR, "one", "" + copy, "other",
				"" + three.hard());
		var before = changes("").html().select(".change").get(1).select("h2").text();
		assertThat(before).startsWith("No. " + copy);
		var mark = changes("").html().select(".change").get(0);
		assertThat(mark.select("h2").text())
			.isEqualTo("No. " + three.hard() + " and no. " + copy + " marked as different");
		assertThat(mark.select("li").eachText()).containsExactly(
				"No. " + three.hard() + ": Why a " + three.word() + "?",
				"No. " + copy + ": Why " + three.word() + "s?");
		assertThat(mark.select("p.note").text()).startsWith("user,");
		var undo = this.pages.submit(mark.select("form").attr("action"), Role.ADMINISTRATOR, "one",
				mark.select("[name=one]").val(), "other", mark.select("[name=other]").val());
		assertThat(undo.header("Location")).endsWith("/questions/changes");
		assertThat(changes("").html().select(".change").get(0).select("h2").text()).isEqualTo(before);
		assertThat(this.duplicates.unmark(three.hard(), copy)).isFalse();
	}

	@Test
	void listsMarksBetweenChangesOnceOnItsPages() {
		var ids = IntStream.range(0, 15)
			.mapToObj((number) -> this.world.add(World.question("What is beacon " + number + "?", "It shines.")))
			.toList();
		for (var id : ids) {
			this.duplicates.markDifferent(id, 1, "Ada");
		}
		var last = this.world.add(World.question("What is the last beacon?", "It shines."));
		var first = changes("");
		var second = changes("?" + first.links("a[rel=next]").get(0).replaceFirst(".*\\?", ""));
		var titles = Stream.concat(first.texts(".change h2").stream(), second.texts(".change h2").stream()).toList();
		assertThat(titles.subList(0, 16)).startsWith("No. " + last + ": What is the last beacon?",
				"No. 1 and no. " + ids.get(14) + " marked as different");
		assertThat(titles.subList(0, 31)).doesNotHaveDuplicates().endsWith("No. " + ids.get(0) + ": What is beacon 0?");
	}

	@Test
	void respondsNotFoundToUnknownRevisions() {
		assertThat(this.pages.submit("/questions/7/revisions/99/reversal", Role.ADMINISTRATOR).status()).isEqualTo(404);
		assertThat(this.pages.submit("/questions/999999/revisions/1/reversal", Role.ADMINISTRATOR).status())
			.isEqualTo(404);
	}

	private HtmlPage changes(String query) {
		return this.pages.open("/questions/changes" + query, Role.ADMINISTRATOR);
	}

	private QuestionDraft content(long id) {
		return this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
	}

}
