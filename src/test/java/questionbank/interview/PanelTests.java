package questionbank.interview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import questionbank.PageTest;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Adding and removing panellists. */
@PageTest
class PanelTests extends InterviewFixture {

	@Test
	void removesAPanellistAndKeepsWhatTheyScoredInTheRecord() {
		var interview = create("Kim", this.ownerAccount.email(), this.otherAccount.email(), "guest@example.org");
		var link = link(interview, "guest@example.org");
		submitAll(this.other, interview + "/scorecard", "1");
		submitAll(this.owner, interview + "/scorecard", "3");
		remove(interview, "guest@example.org");
		remove(interview, this.otherAccount.email());
		assertThat(this.pages.visitor().open(link).status()).isEqualTo(404);
		assertThat(this.other.open(interview).status()).isEqualTo(404);
		assertThat(this.other.open(interview + "/scorecard").status()).isEqualTo(404);
		assertThat(this.other.open("/interviews").links(".entries-of-interviews a")).doesNotContain(interview);
		var page = this.owner.open(interview);
		assertThat(page.texts(".panel strong")).containsExactly(this.ownerAccount.name());
		assertThat(page.texts(".matrix tfoot td")).containsExactly("3", "3.0 (n = 1)", "–");
		var record = this.owner.open(interview + "/record").text("main");
		assertThat(record).contains(this.otherAccount.name() + " (removed from the panel): 1 not shown",
				"Panellist removed by " + this.ownerAccount.name() + ": " + this.otherAccount.name());
		assertThat(this.owner.open(interview + "/record.json").html().text()).contains("\"removed\":true");
		assertThat(this.owner.open(interview + "/record.csv")
			.html()
			.wholeText()
			.lines()
			.filter((line) -> line.endsWith(",true"))).hasSize(3);
		assertThat(page.html().select("form[action$='/removal'] button:not(.grave)")).isEmpty();
	}

	@Test
	void addsNoneAgainWhoWasRemovedWhateverTheyScored() {
		var interview = create("Kim", this.ownerAccount.email(), this.otherAccount.email(), "guest@example.org");
		assertThat(this.owner.open(interview).text(".panel")).contains("cannot be added to this interview again");
		submitAll(this.other, interview + "/scorecard", "1");
		for (var email : List.of("guest@example.org", this.otherAccount.email())) {
			remove(interview, email);
			var refused = add(interview, email);
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.text("#panel-mistake"))
				.isEqualTo("A panellist who was removed cannot be added to this interview again.");
		}
		assertThat(this.other.open(interview + "/scorecard").status()).isEqualTo(404);
	}

	@Test
	void keepsOwnerAndAdministratorsFromThePanelOnceTheyCouldSeeScores() {
		var account = this.accounts.add(Role.ADMINISTRATOR);
		var blind = create("Kim", this.otherAccount.email());
		assertThat(add(blind, this.ownerAccount.email() + "\n" + account.email()).status()).isEqualTo(302);
		var interview = create("Kim", this.otherAccount.email());
		submitAll(this.other, interview + "/scorecard", "1");
		assertThat(add(interview, this.accounts.add(Role.INTERVIEWER).email()).status()).isEqualTo(302);
		var administrator = signedIn(Role.ADMINISTRATOR);
		for (var email : List.of(this.ownerAccount.email(), account.email())) {
			var refused = administrator.send(administrator.open(interview + "/edit"), "main form", "panel", email);
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.text("#panel-mistake")).startsWith("The owner and administrators may have seen scores");
		}
	}

	@Test
	void keepsThoseWhoRemovedThemselvesFromThePanel() {
		var interview = create();
		remove(interview, this.ownerAccount.email());
		assertThat(this.owner.open(interview + "/scorecard").status()).isEqualTo(404);
		for (var manager : List.of(this.owner, signedIn(Role.ADMINISTRATOR))) {
			var refused = manager.send(manager.open(interview + "/edit"), "main form", "panel",
					this.ownerAccount.email());
			assertThat(refused.status()).isEqualTo(422);
			assertThat(refused.text("#panel-mistake")).startsWith("A panellist who was removed");
		}
	}

	@Test
	void keepsThoseWhoMayHaveSeenScoresFromThePanel() {
		var interview = create("Kim", this.otherAccount.email());
		close(interview);
		var administrator = signedIn(Role.ADMINISTRATOR);
		administrator.send(administrator.open(interview), "form[action$=reopening]", "reason", "Too early");
		var refused = this.owner.send(this.owner.open(interview + "/edit"), "main form", "panel",
				this.ownerAccount.email());
		assertThat(refused.status()).isEqualTo(422);
		assertThat(refused.text("#panel-mistake")).startsWith("The owner and administrators may have seen scores");
		assertThat(this.owner.open(interview + "/scorecard").status()).isEqualTo(404);
	}

	@Test
	void removesNeitherTheLastPanellistNorAnyOfAClosedInterview() {
		var interview = create();
		var page = this.owner.open(interview);
		var later = this.owner.open(interview);
		var own = "form[action$='/" + panellist(interview, this.ownerAccount.email()) + "/removal']";
		var others = "form[action$='/" + panellist(interview, this.otherAccount.email()) + "/removal']";
		this.owner.arrive(this.owner.send(page, own));
		assertThat(this.owner.arrive(this.owner.send(page, others)).text(".notice")).contains("at least one member");
		close(interview);
		assertThat(this.owner.arrive(this.owner.send(later, others)).text(".notice")).contains("is closed");
		assertThat(this.owner.open(interview).texts(".panel strong")).containsExactly(this.otherAccount.name());
		assertThat(this.owner.send(later, own).status()).isEqualTo(404);
	}

	@Test
	void takesEachPersonOnceAndTwentyInAll() {
		var interview = create("Kim", this.ownerAccount.email());
		this.database.sql("update interview_panellist set email = 'former@example.org' where interview_id = ?")
			.param(id(interview))
			.update();
		assertThat(add(interview, this.ownerAccount.email() + "\nFormer@example.org").status()).isEqualTo(302);
		assertThat(this.owner.open(interview).texts(".panel strong")).hasSize(1);
		assertThat(add(interview, guests(1, 19)).status()).isEqualTo(302);
		var full = add(interview, guests(20, 20));
		assertThat(full.status()).isEqualTo(422);
		assertThat(full.text("#panel-mistake")).isEqualTo("A panel can have at most 20 people.");
		assertThat(this.owner.open(interview).texts(".panel strong")).hasSize(20);
	}

	@Test
	void takesNoPanellistsWhenItIsClosed() {
		var interview = create("Kim", this.ownerAccount.email());
		close(interview);
		var closed = add(interview, "guest@example.org");
		assertThat(closed.status()).isEqualTo(422);
		assertThat(closed.text("#panel-mistake")).contains("is closed");
		assertThat(add(interview, this.ownerAccount.email()).status()).isEqualTo(302);
	}

	private void remove(String interview, String email) {
		var removed = this.owner.send(this.owner.open(interview),
				"form[action$='/" + panellist(interview, email) + "/removal']");
		assertThat(this.owner.arrive(removed).text(".notice")).isEqualTo("The panellist is removed.");
	}

	private static String guests(int first, int last) {
		return IntStream.rangeClosed(first, last)
			.mapToObj((number) -> "guest" + number + "@example.org")
			.collect(Collectors.joining("\n"));
	}

}
