package questionbank.interview;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.support.GeneratedKeyHolder;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Difficulty;

import static org.assertj.core.api.Assertions.assertThat;

/** What interviewers and administrators see of the difficulty and the severity. */
@PageTest
class CalibrationTests extends InterviewFixture {

	private static final String ADDRESS = "/interviews/calibration";

	@Autowired
	private World world;

	@Autowired
	private MovingClock clock;

	private long question;

	/** The model pools all ratings: those of other tests would shift its estimates. */
	@BeforeEach
	void removeOtherInterviews() {
		this.database.sql("delete from interview").update();
	}

	@BeforeEach
	void addQuestion() {
		this.question = this.world.add(World.question("What is a hawser?", Difficulty.EASY, "A thick rope."));
		this.kit = addKit(this.question);
	}

	@Test
	void showsQuestionsAndRatersFromThirtyRatings() {
		for (int count = 0; count < 29; count++) {
			store(true, true, 1, this.ownerAccount);
		}
		assertThat(row(open(this.owner))).isNull();
		assertThat(open(this.owner).text("main")).contains("You appear here from 30 ratings. You have 29 so far.");
		store(true, true, 1, this.ownerAccount);
		var page = open(this.owner);
		assertThat(row(page)).contains("What is a hawser? easy").endsWith(" 30");
		assertThat(page.texts(".raters tbody th")).containsExactly(this.ownerAccount.name());
		assertThat(page.text(".raters tbody td:last-child")).isEqualTo("30");
	}

	@Test
	void saysHowManyRatingsAreMissing() {
		var page = open(this.owner);
		assertThat(page.text("main")).contains("Questions and raters appear from 30 ratings.",
				"You appear here from 30 ratings. You have 0 so far.", "changes no score and decides nothing");
	}

	@Test
	void marksQuestionsThatContradictTheirDeclaredDifficulty() {
		var hard = this.world.add(World.question("What is a belay?", Difficulty.HARD, "A kind of knot."));
		this.kit = addKit(this.question, hard);
		for (int count = 0; count < 40; count++) {
			storeRatings(true, true, new int[] { 1 + count % 2, 3 + count % 2 }, this.ownerAccount, this.otherAccount);
		}
		var page = open(this.owner);
		assertThat(row(page)).contains("harder ◆ harder than declared");
		assertThat(page.text("main")).contains("The ratings contradict the order of the declared difficulties.");
		assertThat(page.text(".calibrated tr:has(th:contains(belay)) td:nth-child(3)"))
			.isEqualTo("easier ◆ easier than declared");
	}

	@Test
	void namesRatersToAdministratorsAndThemselvesAlone() {
		for (int count = 0; count < 30; count++) {
			store(true, true, 1 + count % 3, this.ownerAccount, this.otherAccount, null);
		}
		assertThat(open(this.owner).texts(".raters tbody th")).containsExactly(this.ownerAccount.name());
		assertThat(open(this.owner).html().html()).doesNotContain(this.otherAccount.name() + "<",
				this.otherAccount.email(), "guest@example.org");
		assertThat(open(this.other).texts(".raters tbody th")).containsExactly(this.otherAccount.name());
		assertThat(open(signedIn(Role.INTERVIEWER)).html().select(".raters")).isEmpty();
		var administrator = open(signedIn(Role.ADMINISTRATOR));
		assertThat(administrator.texts(".raters tbody th")).contains(this.ownerAccount.name(),
				this.otherAccount.name());
		assertThat(administrator.html().html()).doesNotContain("guest@example.org");
	}

	@Test
	void countsNoRatingsThatAPanellistMayNotSeeYet() {
		for (int count = 0; count < 29; count++) {
			store(true, true, 2, this.ownerAccount);
		}
		var total = total();
		store(false, false, 2, this.ownerAccount, this.otherAccount);
		store(false, true, 2, this.ownerAccount, this.otherAccount);
		store(false, false, 2, this.ownerAccount, null);
		assertThat(total()).isEqualTo(total);
		assertThat(row(open(this.owner))).isNull();
		store(false, true, 2, this.ownerAccount, null);
		assertThat(total()).isEqualTo(total + 1);
		assertThat(row(open(this.owner))).endsWith(" 30");
		store(true, false, 2, this.ownerAccount, this.otherAccount);
		assertThat(total()).isEqualTo(total + 3);
	}

	@Test
	void doesNotCountQuestionsThatWereNotAskedNorReopenedScorecards() {
		var interview = create("Kim", this.ownerAccount.email(), this.otherAccount.email());
		submit(this.owner, this.owner.open(interview + "/scorecard"), "rating-1", "3", "recommendation", "3");
		var total = total();
		submit(this.other, this.other.open(interview + "/scorecard"), "rating-1", "not-asked", "recommendation", "3");
		assertThat(total()).isEqualTo(total + 1);
		var administrator = signedIn(Role.ADMINISTRATOR);
		var reopening = "form[action$='scorecards/" + panellist(interview, this.otherAccount.email()) + "/reopening']";
		administrator.send(administrator.open(interview), reopening, "reason", "A slip.");
		assertThat(total()).isEqualTo(total);
	}

	@Test
	void isForInterviewersAlone() {
		assertThat(signedIn(Role.CANDIDATE).open(ADDRESS).status()).isEqualTo(403);
		assertThat(this.pages.visitor().open(ADDRESS).status()).isEqualTo(302);
		assertThat(this.owner.open("/interviews").links("main a")).contains(ADDRESS);
		assertThat(this.owner.open(ADDRESS + "?page=99999").status()).isEqualTo(404);
		assertThat(this.owner.open(ADDRESS + "?page=x").status()).isEqualTo(404);
	}

	/** Opens the page after the cached estimates expired. */
	private HtmlPage open(Visitor visitor) {
		this.clock.advance(Duration.ofDays(2));
		return visitor.open(ADDRESS);
	}

	private int total() {
		return Integer.parseInt(open(this.owner).text("main > .hint")
			.replaceFirst("Estimated from ([0-9,]+) .*", "$1")
			.replace(",", ""));
	}

	private static String row(HtmlPage page) {
		var row = page.html().select(".calibrated tr:has(th:contains(hawser))");
		return row.isEmpty() ? null : row.text();
	}

	private void store(boolean allSubmitted, boolean closed, int rating, TestAccount... panel) {
		storeRatings(allSubmitted, closed, new int[] { rating }, panel);
	}

	/**
	 * Stores an interview with the same ratings of each panellist.
	 * @param allSubmitted whether the last of the panel has submitted the scorecard, as
	 * all others have
	 * @param panel {@code null} for a guest
	 */
	private void storeRatings(boolean allSubmitted, boolean closed, int[] ratings, TestAccount... panel) {
		var interview = insert(
				"""
						insert into interview (owner_name, kit_id, kit_revision, title, role, notes, candidate, candidate_hash, held_on,
							zone, place, created_at, closed_at) values ('The test', ?, 1, '', '', '', 'Kim', 'kim', current_date,
							'UTC', '', current_timestamp, case when cast(? as boolean) then current_timestamp end)""",
				this.kit, closed);
		this.database.sql("""
				insert into interview_question (interview_id, position, question_id, revision, minutes, probes)
				select ?, row_number() over (order by id), id, 1, 5, cast(array[] as varchar(300) array) from question
				where id >= ? order by id limit ?""").params(interview, this.question, ratings.length).update();
		for (int at = 0; at < panel.length; at++) {
			var member = panel[at];
			var panellist = insert(
					"""
							insert into interview_panellist (interview_id, person_id, guest, email, name, version, reason,
								submitted_at) values (?, ?, ?, ?, ?, 1, '', case when cast(? as boolean) then current_timestamp end)""",
					interview, (member != null) ? member.id() : null, member == null,
					(member != null) ? member.email() : "guest@example.org",
					(member != null) ? member.name() : "guest@example.org", allSubmitted || at < panel.length - 1);
			for (int position = 1; position <= ratings.length; position++) {
				insertAnswer(panellist, position, ratings[position - 1]);
			}
		}
	}

	private void insertAnswer(long panellist, int position, int rating) {
		this.database.sql("""
				insert into interview_answer (panellist_id, position, rating, not_asked, points, notes, seconds)
				values (?, ?, ?, false, cast(array[] as integer array), '', 0)""")
			.params(panellist, position, rating)
			.update();
	}

	private long insert(String sql, Object... parameters) {
		var key = new GeneratedKeyHolder();
		this.database.sql(sql).params(parameters).update(key, "id");
		return key.getKey().longValue();
	}

}
