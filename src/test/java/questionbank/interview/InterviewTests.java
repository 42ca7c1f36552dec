package questionbank.interview;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import questionbank.PageTest;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class InterviewTests extends InterviewFixture {

	@Test
	void prefillsTheKitAndTheOwnAddress() {
		var page = this.owner.open("/interviews/new?kit=" + this.kit);
		assertThat(page.one("#kit option[selected]").val()).isEqualTo(Long.toString(this.kit));
		assertThat(page.text("#panel")).isEqualTo(this.ownerAccount.email());
	}

	@Test
	void showsWhoIsOnThePanelAndWhatIsAsked() {
		var page = this.owner
			.open(create("Kim", this.ownerAccount.email(), this.otherAccount.email(), "Guest@Example.org"));
		assertThat(page.text("h1")).isEqualTo("Kim");
		assertThat(page.text(".facts")).contains("Engineer", shown(this.date) + ", 14:30", "Room 7",
				"Integration engineers");
		assertThat(page.texts(".panel strong")).containsExactly(this.ownerAccount.name(), this.otherAccount.name(),
				"guest@example.org");
		assertThat(page.texts(".asked li")).hasSize(3);
	}

	@Test
	void isVisibleToItsPanelItsOwnerAndAdministratorsOnly() {
		var interview = create("Kim", this.otherAccount.email());
		var stranger = signedIn(Role.INTERVIEWER);
		assertThat(stranger.open(interview).status()).isEqualTo(404);
		assertThat(stranger.open("/interviews").links(".entries-of-interviews a")).isEmpty();
		for (var visitor : List.of(this.owner, this.other, signedIn(Role.ADMINISTRATOR))) {
			assertThat(visitor.open(interview).status()).isEqualTo(200);
			assertThat(visitor.open("/interviews").links(".entries-of-interviews a")).contains(interview);
		}
		assertThat(this.owner.open(interview + "/scorecard").status()).isEqualTo(404);
		assertThat(this.other.open(interview + "/scorecard").status()).isEqualTo(200);
	}

	@Test
	void keepsTheQuestionsAsTheyWereWhenTheKitIsGone() {
		var interview = create();
		this.database.sql("delete from kit where id = ?").param(this.kit).update();
		assertThat(this.owner.open(interview).texts(".asked li")).hasSize(3);
	}

	@Test
	void saysWhatClosingDoesAndNamesThePendingOnlyToThoseWhoMaySeeIt() {
		var interview = create();
		submitAll(this.other, interview + "/scorecard", "1");
		var blind = this.owner.open(interview + "/closing");
		assertThat(blind.text("main")).contains("links of guests stop working", "Your own scorecard.")
			.doesNotContain(this.otherAccount.name(), "All have submitted");
		submitAll(this.owner, interview + "/scorecard", "1");
		assertThat(this.owner.open(interview + "/closing").text("main")).contains("All have submitted.");
		add(interview, "guest@example.org");
		assertThat(this.owner.open(interview + "/closing").texts("main section li"))
			.containsExactly("guest@example.org");
		assertThat(this.other.open(interview + "/closing").status()).isEqualTo(404);
		close(interview);
		assertThat(this.owner.open(interview + "/closing").status()).isEqualTo(302);
	}

	@Test
	void isDeletedUntilItsDayWhateverIsScored() {
		var interview = create();
		submitAll(this.other, interview + "/scorecard", "1");
		this.database.sql("update interview set created_at = held_on - 60 where id = ?").param(id(interview)).update();
		var page = this.owner.open(interview);
		for (var changed : List.of(today(), this.date)) {
			this.owner
				.arrive(this.owner.send(this.owner.open(interview + "/edit"), "main form", "date", changed.toString()));
		}
		var refused = this.owner.arrive(this.owner.send(page, "form[action$=deletion]"));
		assertThat(refused.text(".notice")).startsWith("The interview is not deleted");
		assertThat(refused.html().select("form[action$=deletion]")).isEmpty();
		assertThat(refused.text("main")).contains("can no longer be deleted");
		var another = create();
		submitAll(this.other, another + "/scorecard", "1");
		assertThat(this.other
			.post(another + "/deletion", Map.of("_csrf", this.other.open(another).html().select("[name=_csrf]").val()))
			.status()).isEqualTo(404);
		var list = this.owner.arrive(this.owner.send(this.owner.open(another), "form[action$=deletion]"));
		assertThat(list.text(".notice")).isEqualTo("The interview is deleted.");
		assertThat(this.owner.open(another).status()).isEqualTo(404);
		assertThat(this.database.sql("select count(*) from interview_panellist where interview_id = ?")
			.param(id(another))
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void isPlannedAgainWithAnotherKit() {
		var interview = create("Kim", this.ownerAccount.email(), "guest@example.org");
		var address = "/interviews/new?copy=" + id(interview);
		assertThat(this.owner.open(interview).links("main a")).contains(address);
		var copy = this.owner.open(address);
		assertThat(copy.one("#candidate").val()).isEqualTo("Kim");
		assertThat(copy.one("#date").val()).isEqualTo(this.date.toString());
		assertThat(copy.one("#panel").val()).isEqualTo(this.ownerAccount.email() + "\nguest@example.org");
		assertThat(this.other.open(address).one("#candidate").val()).isEmpty();
	}

	@Test
	void asksBeforeACandidateIsAskedTheSameAgainAndKeepsWhatWasTyped() {
		create("Lou Repeated", this.ownerAccount.email());
		this.kit = addKit(2, 7);
		var asked = fill(" lou  repeated", this.ownerAccount.email());
		assertThat(asked.status()).isEqualTo(422);
		assertThat(asked.text(".summary")).contains("was asked 1 of these 2 questions before");
		assertThat(asked.texts(".warning li")).hasSize(1).first().asString().endsWith(shown(this.date));
		assertThat(asked.one("#place").val()).isEqualTo("Room 7");
		assertThat(this.owner.open("/interviews").texts(".entries-of-interviews li")).hasSize(1);
		var key = asked.one("[name=confirmed]").val();
		this.kit = addKit(3, 7);
		assertThat(this.owner.send(asked, "main form", "confirmed", key, "kit", Long.toString(this.kit)).status())
			.isEqualTo(422);
		assertThat(this.owner.send(asked, "main form", "confirmed", key).status()).isEqualTo(302);
	}

	@Test
	void letsNoAdministratorReopenTheirOwnScorecard() {
		var account = this.accounts.add(Role.ADMINISTRATOR);
		var administrator = signedIn(account);
		var interview = create("Kim", account.email());
		submitAll(administrator, interview + "/scorecard", "3");
		var page = administrator.open(interview);
		assertThat(page.html().select("form[action$=reopening]")).isEmpty();
		var address = interview + "/scorecards/" + panellist(interview, account.email()) + "/reopening";
		assertThat(
				administrator.post(address, Map.of("reason", "Mine", "_csrf", page.html().select("[name=_csrf]").val()))
					.status())
			.isEqualTo(404);
	}

	@Test
	void warnsOfQuestionsThatTheCandidateWasAskedBefore() {
		create("Kim  O’Hara", this.ownerAccount.email());
		this.kit = addKit(2, 7);
		var warned = this.owner.open(create(" kim o’hara", this.ownerAccount.email()));
		assertThat(warned.texts(".warning li")).hasSize(1)
			.first()
			.matches((text) -> text.startsWith("1. ") && text.endsWith(shown(this.date)));
		assertThat(this.owner.open(create("Kim O’Hare", this.ownerAccount.email())).texts(".warning")).isEmpty();
	}

	@Test
	void takesTheLongestLabelOfACandidate() {
		// U+FDFA is 18 characters when its compatibility variant is folded.
		var label = "\uFDFA".repeat(200);
		create(label, this.ownerAccount.email());
		assertThat(this.owner.open(create(label, this.ownerAccount.email())).texts(".warning li")).hasSize(3);
	}

	@Test
	void rejectsInvalidInputAndKeepsWhatWasTyped() {
		var page = this.owner.open("/interviews/new?kit=" + this.kit);
		for (var wrong : new String[][] { { "kit", "999999" }, { "kit", "x" }, { "candidate", "" },
				{ "candidate", "k".repeat(10_000) }, { "date", "2036-02-30" }, { "date", "" },
				{ "date", "+999999-01-01" }, { "date", today().plusYears(1).plusDays(2).toString() },
				{ "time", "25:00" }, { "place", "p".repeat(501) }, { "panel", "" }, { "panel", "not an address" } }) {
			var fields = new HashMap<>(Map.of("candidate", "Kim", "date", this.date.toString(), "time", "14:30",
					"place", "Room 7", "panel", this.ownerAccount.email()));
			fields.put(wrong[0], wrong[1]);
			var rejected = this.owner.send(page, "main form",
					fields.entrySet()
						.stream()
						.flatMap((field) -> Stream.of(field.getKey(), field.getValue()))
						.toArray(String[]::new));
			assertThat(rejected.status()).as(wrong[0]).isEqualTo(422);
			assertThat(rejected.html().select("#" + wrong[0] + "-mistake")).as(wrong[0]).hasSize(1);
			assertThat(rejected.one("#place").val()).isEqualTo(fields.get("place"));
			assertThat(rejected.one("#candidate").val()).isEqualTo(fields.get("candidate"));
		}
		assertThat(this.owner.open("/interviews").texts(".entries-of-interviews li")).isEmpty();
	}

	@Test
	void changesTheDateAndAddsPanellists() {
		var interview = create("Kim", this.ownerAccount.email());
		var saved = this.owner.send(this.owner.open(interview + "/edit"), "main form", "date",
				this.date.plusDays(1).toString(), "panel",
				this.otherAccount.email() + "\n" + this.ownerAccount.email());
		assertThat(saved.status()).isEqualTo(302);
		var page = this.owner.open(interview);
		assertThat(page.text(".facts")).contains(shown(this.date.plusDays(1)) + ", 14:30");
		assertThat(page.texts(".panel strong")).containsExactly(this.ownerAccount.name(), this.otherAccount.name());
		assertThat(this.other.open(interview + "/edit").status()).isEqualTo(404);
		assertThat(this.owner.send(this.owner.open(interview + "/edit"), "main form", "date", "soon").status())
			.isEqualTo(422);
	}

	@Test
	void rejectsAnEditOfAnOlderVersionAndKeepsWhatWasTyped() {
		var interview = create("Kim", this.ownerAccount.email());
		var older = this.owner.open(interview + "/edit");
		this.owner.send(this.owner.open(interview + "/edit"), "main form", "place", "Room 8");
		var stale = this.owner.send(older, "main form", "candidate", "Lee");
		assertThat(stale.status()).isEqualTo(409);
		assertThat(stale.text(".summary")).contains("changed while you were editing");
		assertThat(stale.one("#candidate").val()).isEqualTo("Lee");
		assertThat(this.owner.open(interview).text("main")).contains("Kim", "Room 8");
		assertThat(this.owner.send(stale, "main form").status()).isEqualTo(302);
		assertThat(this.owner.open(interview).text("h1")).isEqualTo("Lee");
	}

	@Test
	void reopensASubmittedScorecardWithAReason() {
		var interview = create();
		submitAll(this.owner, interview + "/scorecard", "3");
		var administrator = signedIn(Role.ADMINISTRATOR);
		var form = "form[action$='" + panellist(interview, this.ownerAccount.email()) + "/reopening']";
		var rejected = administrator.send(administrator.open(interview), form, "reason", " ");
		assertThat(rejected.status()).isEqualTo(422);
		assertThat(rejected.text("details[open] .mistake")).startsWith("Please write why");
		var reopened = administrator.send(administrator.open(interview), form, "reason", "Mixed up two answers");
		assertThat(reopened.status()).isEqualTo(302);
		assertThat(save(this.owner, this.owner.open(interview + "/scorecard"), "rating-1", "1").status())
			.isEqualTo(302);
		assertThat(this.owner
			.post(interview + "/scorecards/" + panellist(interview, this.ownerAccount.email()) + "/reopening", Map
				.of("_csrf", this.owner.open(interview).html().select("[name=_csrf]").first().val(), "reason", "x"))
			.status()).isEqualTo(403);
	}

}
