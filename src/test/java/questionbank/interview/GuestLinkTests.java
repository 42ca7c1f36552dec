package questionbank.interview;

import java.util.List;

import org.junit.jupiter.api.Test;

import questionbank.PageTest;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** The links that open scorecards without an account. */
@PageTest
class GuestLinkTests extends InterviewFixture {

	@Test
	void opensAGuestsScorecardByALinkThatIsShownOnce() {
		var interview = create("Kim", this.ownerAccount.email(), "guest@example.org");
		var link = link(interview, "guest@example.org");
		assertThat(this.owner.open(interview).html().text()).doesNotContain("/scorecards/");
		var guest = this.pages.visitor();
		assertThat(guest.open(link).status()).isEqualTo(200);
		assertThat(save(guest, guest.open(link), "rating-1", "2").status()).isEqualTo(302);
		assertThat(fields(guest.open(link))).containsEntry("rating-1", "2");
		for (var closed : List.of("", "/record", "/scorecard")) {
			assertThat(guest.open(interview + closed).status()).isEqualTo(302);
		}
		assertThat(this.database.sql("select count(*) from interview_panellist where token_hash = ?")
			.param(link.replaceFirst(".*/", ""))
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void opensNothingByAReplacedAWithdrawnAndAClosedLink() {
		var interview = create("Kim", this.ownerAccount.email(), "guest@example.org");
		var replaced = link(interview, "guest@example.org");
		var link = link(interview, "guest@example.org");
		var guest = this.pages.visitor();
		var page = guest.open(link);
		assertThat(guest.open(replaced).status()).isEqualTo(404);
		close(interview);
		assertThat(guest.open(link).status()).isEqualTo(410);
		var late = save(guest, page, "rating-1", "2");
		assertThat(late.status()).isEqualTo(410);
		assertThat(late.text("main")).contains("The interview is closed.");
		var another = create("Kim", "guest@example.org");
		var withdrawn = link(another, "guest@example.org");
		this.owner.send(this.owner.open(another), "form[action$=withdrawal]");
		assertThat(guest.open(withdrawn).status()).isEqualTo(404);
		assertThat(guest.open(withdrawn).text("main")).contains("withdrawn");
	}

	@Test
	void opensAnEmptyScorecardByAFurtherLinkOfThoseWhoMayNotSeeTheScores() {
		var interview = create("Kim", this.ownerAccount.email(), "guest@example.org");
		var first = link(interview, "guest@example.org");
		var guest = this.pages.visitor();
		save(guest, guest.open(first), "rating-1", "2", "notes-1", "Noted first");
		var second = link(interview, "guest@example.org");
		assertThat(guest.open(first).status()).isEqualTo(404);
		assertThat(fields(guest.open(second))).containsEntry("rating-1", "").containsEntry("notes-1", "");
		save(guest, guest.open(second), "rating-1", "3");
		submitAll(this.owner, interview + "/scorecard", "3");
		assertThat(fields(guest.open(link(interview, "guest@example.org")))).containsEntry("rating-1", "3");
		close(interview);
		assertThat(this.owner.open(interview + "/record").text("main"))
			.contains("guest@example.org (removed from the panel): 2 partly", "Noted first");
		assertThat(this.owner.open(interview).texts(".panel strong")).containsExactly(this.ownerAccount.name(),
				"guest@example.org");
	}

	@Test
	void endsALinkWithTheRightsOfItsCreator() {
		var interview = create("Kim", this.ownerAccount.email(), "guest@example.org");
		var link = link(interview, "guest@example.org");
		var guest = this.pages.visitor();
		var page = guest.open(link);
		for (var change : List.of("enabled = false", "role = 'CANDIDATE'")) {
			this.database.sql("update person set " + change + " where email = ?")
				.param(this.ownerAccount.email())
				.update();
			assertThat(guest.open(link).status()).isEqualTo(404);
			assertThat(save(guest, page, "rating-1", "2").status()).isEqualTo(404);
			this.database.sql("update person set enabled = true, role = 'INTERVIEWER' where email = ?")
				.param(this.ownerAccount.email())
				.update();
			assertThat(guest.open(link).status()).isEqualTo(200);
		}
		this.database.sql("delete from person where email = ?").param(this.ownerAccount.email()).update();
		assertThat(guest.open(link).status()).isEqualTo(404);
	}

	@Test
	void opensOnlyTheLinkOfTheReopenedGuestAgain() {
		var interview = create("Kim", "guest@example.org", "other@example.org");
		var link = link(interview, "guest@example.org");
		var other = link(interview, "other@example.org");
		close(interview);
		assertThat(this.pages.visitor().open(link).status()).isEqualTo(410);
		assertThat(this.pages.visitor().open(other).status()).isEqualTo(410);
		var administrator = signedIn(Role.ADMINISTRATOR);
		administrator.send(administrator.open(interview),
				"form[action$='/" + panellist(interview, "guest@example.org") + "/reopening']", "reason", "Too early");
		assertThat(this.pages.visitor().open(link).status()).isEqualTo(200);
		assertThat(this.pages.visitor().open(other).status()).isEqualTo(404);
	}

	@Test
	void bindsALinkToTheBrowserOfTheGuest() {
		var interview = create("Kim", this.ownerAccount.email(), "guest@example.org");
		var link = link(interview, "guest@example.org");
		assertThat(this.pages.visitor().open(link).status()).isEqualTo(200);
		var guest = this.pages.visitor();
		save(guest, guest.open(link), "notes-1", "For my eyes");
		assertThat(fields(guest.open(link))).containsEntry("notes-1", "For my eyes");
		var maker = this.pages.visitor();
		var refused = maker.open(link);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.text("main")).contains("begun in another browser").doesNotContain("For my eyes");
		assertThat(save(maker, guest.open(link), "notes-1", "Forged").status()).isEqualTo(403);
		assertThat(fields(guest.open(link))).containsEntry("notes-1", "For my eyes");
	}

	@Test
	void limitsGuessesOfLinks() {
		var guest = this.pages.visitor();
		for (int count = 0; count < 40; count++) {
			assertThat(guest.open("/scorecards/" + "a".repeat(43)).status()).isEqualTo(404);
		}
		var limited = guest.open("/scorecards/" + "a".repeat(43));
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.header("Retry-After")).matches("[1-9][0-9]*");
		var interview = create("Kim", "guest@example.org");
		var link = link(interview, "guest@example.org");
		assertThat(this.pages.visitor().beside(guest).open(link).status()).isEqualTo(200);
	}

}
