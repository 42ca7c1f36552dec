package questionbank.interview;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.account.Role;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@PageTest
class ScorecardTests extends InterviewFixture {

	@Autowired
	private Scorecards scorecards;

	@Test
	void showsTheQuestionsOfTheKitWordForWord() {
		var page = this.owner.open(create() + "/scorecard");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.texts(".item h2")).hasSize(3).first().isEqualTo(this.owner.open("/questions/1").text("h1"));
		assertThat(page.texts(".item .probes li")).containsOnly("And if it fails?");
		assertThat(page.texts("#rating-1 label")).anyMatch((text) -> text.startsWith("3 solid covers most of the "));
	}

	@Test
	void savesWithoutScripts() {
		var scorecard = create() + "/scorecard";
		var saved = save(this.owner, this.owner.open(scorecard), "rating-1", "3", "rating-2", "not-asked", "points-1",
				"1,2", "notes-1", "Good <b>grip</b>", "recommendation", "4", "reason", "Calm", "seconds-1", "61");
		assertThat(saved.status()).isEqualTo(302);
		var page = this.owner.arrive(saved);
		assertThat(page.text(".notice")).isEqualTo("Saved.");
		assertThat(fields(page)).containsEntry("rating-1", "3")
			.containsEntry("rating-2", "not-asked")
			.containsEntry("rating-3", "")
			.containsEntry("points-1", "1,2")
			.containsEntry("notes-1", "Good <b>grip</b>")
			.containsEntry("recommendation", "4")
			.containsEntry("reason", "Calm")
			.containsEntry("seconds-1", "61")
			.containsEntry("version", "1");
		assertThat(fields(this.other.open(scorecard))).containsEntry("rating-1", "").containsEntry("reason", "");
	}

	@Test
	void isNotFoundWhenTheInterviewIsDeletedWhileItIsSaved() {
		var interview = create();
		var viewer = new Viewer(Role.INTERVIEWER, "", this.ownerAccount.id());
		var opened = this.scorecards.find(id(interview), viewer).orElseThrow();
		this.database.sql("delete from interview where id = ?").param(id(interview)).update();
		assertThatExceptionOfType(ResponseStatusException.class).isThrownBy(() -> this.scorecards.submit(opened, true))
			.satisfies((thrown) -> assertThat(thrown.getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND));
	}

	@Test
	void keepsTheStoredValueOfAFieldThatIsNotSent() {
		var scorecard = create() + "/scorecard";
		save(this.owner, this.owner.open(scorecard), "rating-1", "3", "notes-2", "Two");
		var csrf = fields(this.owner.open(scorecard)).get("_csrf");
		this.owner.post(scorecard, Map.of("_csrf", csrf, "version", "1", "rating-2", "1"));
		assertThat(fields(this.owner.open(scorecard))).containsEntry("rating-1", "3")
			.containsEntry("notes-2", "Two")
			.containsEntry("rating-2", "1");
	}

	@Test
	void mergesTwoWindowsFieldByField() {
		var scorecard = create() + "/scorecard";
		var first = this.owner.open(scorecard);
		var second = this.owner.open(scorecard);
		save(this.owner, first, "notes-1", "From the first", "rating-1", "2");
		assertThat(save(this.owner, second, "notes-2", "From the second", "rating-2", "4").status()).isEqualTo(302);
		assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "From the first")
			.containsEntry("rating-1", "2")
			.containsEntry("notes-2", "From the second")
			.containsEntry("rating-2", "4");
	}

	@Test
	void showsBothTextsOfAConflictAndKeepsMineWhenSavedAgain() {
		var scorecard = create() + "/scorecard";
		var first = this.owner.open(scorecard);
		var second = this.owner.open(scorecard);
		save(this.owner, first, "notes-1", "From the first", "rating-3", "1");
		var conflict = save(this.owner, second, "notes-1", "From the second", "notes-2", "Also");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.text(".conflict .typed-lines")).isEqualTo("From the first");
		assertThat(fields(conflict)).containsEntry("notes-1", "From the second")
			.containsEntry("notes-2", "Also")
			.containsEntry("rating-3", "1");
		assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "From the first")
			.containsEntry("notes-2", "");
		assertThat(save(this.owner, conflict).status()).isEqualTo(302);
		assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "From the second")
			.containsEntry("notes-2", "Also");
	}

	@Test
	void answersAScriptInJson() {
		var scorecard = create() + "/scorecard";
		var first = fields(this.owner.open(scorecard));
		first.put("notes-1", "Typed");
		first.put("window", "1-1");
		var saved = autosave(scorecard, first);
		assertThat(saved.status()).isEqualTo(200);
		assertThat(saved.html().text()).startsWith("{\"version\":1,").contains("\"notes-1\":\"Typed\"");
		first.put("notes-1", "Typed on");
		assertThat(autosave(scorecard, first).status()).as("the answer to the same window was lost").isEqualTo(200);
		first.put("window", "2-2");
		first.put("notes-1", "Typed elsewhere");
		var conflict = autosave(scorecard, first);
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.html().text()).contains("\"theirs\":{\"notes-1\":\"Typed on\"}");
		first.put("rating-1", "7");
		var rejected = autosave(scorecard, first);
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(rejected.html().text()).contains("\"errors\":{\"rating-1\":");
		submitAll(this.owner, scorecard, "3");
		first.put("rating-1", "1");
		var locked = autosave(scorecard, first);
		assertThat(locked.status()).isEqualTo(409);
		assertThat(locked.html().text()).contains("\"locked\":\"This scorecard was submitted by");
	}

	private HtmlPage autosave(String scorecard, Map<String, String> fields) {
		return this.owner.post(scorecard, fields, "X-Requested-With", "scorecard");
	}

	@Test
	void marksWhatIsNotRatedBeforeItIsSubmitted() {
		var interview = create();
		var page = this.owner.open(interview + "/scorecard");
		var incomplete = submit(this.owner, page, "rating-1", "3", "notes-3", "Kept");
		assertThat(incomplete.status()).isEqualTo(422);
		assertThat(incomplete.texts(".missing li")).hasSize(3).last().isEqualTo("There is no overall recommendation");
		assertThat(fields(this.owner.open(interview + "/scorecard"))).containsEntry("notes-3", "Kept");
		var submitted = this.owner.send(incomplete, "main form");
		assertThat(submitted.header("Location")).endsWith(interview);
		assertThat(this.owner.arrive(submitted).text(".notice")).isEqualTo("Your scorecard is submitted and locked.");
	}

	@Test
	void locksASubmittedScorecardAndKeepsWhatWasTyped() {
		var scorecard = create() + "/scorecard";
		var older = this.owner.open(scorecard);
		submitAll(this.owner, scorecard, "3");
		var late = save(this.owner, older, "notes-2", "Too late");
		assertThat(late.status()).isEqualTo(409);
		assertThat(late.text(".summary")).contains("was submitted by " + this.ownerAccount.name(), "is locked");
		assertThat(fields(late)).containsEntry("notes-2", "Too late");
		assertThat(late.html().select(".scoring button")).extracting((button) -> button.text())
			.doesNotContain("Save", "Submit scorecard");
		assertThat(submit(this.owner, older, "notes-2", "Too late").status()).isEqualTo(409);
		assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-2", "").containsEntry("rating-1", "3");
	}

	@Test
	void refusesAnEditFromBeforeASubmissionAfterTheScorecardIsReopened() {
		var interview = create();
		var scorecard = interview + "/scorecard";
		var older = this.owner.open(scorecard);
		submitAll(this.owner, scorecard, "3");
		var administrator = signedIn(Role.ADMINISTRATOR);
		administrator.send(administrator.open(interview),
				"form[action$='/" + panellist(interview, this.ownerAccount.email()) + "/reopening']", "reason",
				"Mixed up");
		var late = save(this.owner, older, "notes-1", "Typed before");
		assertThat(late.status()).isEqualTo(409);
		assertThat(fields(late)).containsEntry("notes-1", "Typed before");
		assertThat(late.texts(".conflict .typed-lines")).contains("Noted 3", "Because of 3");
		assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "Noted 3")
			.containsEntry("rating-1", "3");
		assertThat(save(this.owner, this.owner.open(scorecard), "notes-1", "Typed after").status()).isEqualTo(302);
		assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-1", "Typed after");
	}

	@Test
	void rejectsInvalidFieldsAndKeepsEverythingTyped() {
		var scorecard = create() + "/scorecard";
		for (var wrong : new String[][] { { "rating-1", "0" }, { "rating-1", "5" }, { "rating-2", "x" },
				{ "points-1", "99" }, { "points-1", "x" }, { "notes-2", "n".repeat(5001) }, { "seconds-1", "-1" },
				{ "recommendation", "5" }, { "reason", "r".repeat(5001) }, { "version", "99" } }) {
			var rejected = save(this.owner, this.owner.open(scorecard), "notes-3", "Typed", wrong[0], wrong[1]);
			assertThat(rejected.status()).as(wrong[0] + "=" + wrong[1]).isEqualTo(422);
			assertThat(rejected.texts(".mistake")).isNotEmpty();
			if (!wrong[0].equals("version")) {
				assertThat(rejected.html().select("#" + wrong[0] + "-mistake")).as(wrong[0]).hasSize(1);
			}
			assertThat(fields(rejected)).containsEntry("notes-3", "Typed");
			assertThat(fields(this.owner.open(scorecard))).containsEntry("notes-3", "").containsEntry("version", "0");
		}
	}

}
