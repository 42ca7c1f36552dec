package questionbank.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.interview.Scorecards.SubmitResult;
import questionbank.kit.Kits;

import static org.assertj.core.api.Assertions.assertThat;

/** Two requests at the same moment, which wait for each other or exclude each other. */
@PageTest
class ConcurrentScoringTests extends InterviewFixture {

	private static final int ROUNDS = 30;

	private static final String GUEST = "guest@example.org";

	@Autowired
	private Interviews interviews;

	@Autowired
	private GuestLinks links;

	@Autowired
	private Scorecards scorecards;

	@Autowired
	private Retention retention;

	@Autowired
	private Kits kits;

	@Test
	void changeNothingAfterAClosing() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			var id = addInterview();
			var scorecard = guest(id);
			var results = atOnce(() -> {
				this.interviews.close(id, viewer());
				return version(scorecard.id());
			}, () -> this.scorecards.save(scorecard, form("Typed")));
			assertThat(version(scorecard.id())).isEqualTo(results.get(0));
		}
	}

	@Test
	void leaveNoNotesBehindARemoval() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			var id = addInterview();
			var scorecard = guest(id);
			atOnce(() -> this.retention.remove(id, viewer()),
					() -> this.scorecards.save(scorecard, form("Typed-marker")));
			assertThat(this.database
				.sql("select notes from interview_answer where panellist_id = ? and notes like '%marker%'")
				.param(scorecard.id())
				.query()
				.listOfRows()).isEmpty();
			assertThat(
					this.database.sql("select removed_at from interview where id = ?").param(id).query().singleValue())
				.isNotNull();
			assertThat(this.database.sql("select token_hash from interview_panellist where id = ?")
				.param(scorecard.id())
				.query()
				.listOfRows()).allSatisfy((row) -> assertThat(row.get("token_hash")).isNull());
		}
	}

	@Test
	void keepASubmissionWhenTheLinkIsReplaced() throws Exception {
		for (int round = 0; round < ROUNDS; round++) {
			var id = addInterview();
			var scorecard = guest(id);
			var results = atOnce(() -> this.links.create(id, scorecard.id(), viewer()),
					() -> this.scorecards.submit(scorecard, true));
			var isSubmitted = results.get(1) instanceof SubmitResult.Submitted;
			var stored = this.database.sql("select token_hash, submitted_at from interview_panellist where id = ?")
				.param(scorecard.id())
				.query()
				.singleRow();
			assertThat(stored.get("submitted_at") != null).isEqualTo(isSubmitted);
			assertThat(stored.get("token_hash")).isNotEqualTo(scorecard.tokenHash());
		}
	}

	private long addInterview() {
		return this.interviews.create(this.kits.find(this.kit).orElseThrow(),
				new InterviewDraft("Kim", LocalDate.of(2026, 5, 31), null, "", "", List.of(GUEST)), viewer());
	}

	private Viewer viewer() {
		return new Viewer(Role.INTERVIEWER, this.ownerAccount.name(), this.ownerAccount.id());
	}

	/** Opens the scorecard of the guest. */
	private ScorecardView guest(long id) {
		var panellist = panellist("/interviews/" + id, GUEST);
		var link = this.links.create(id, panellist, viewer()).orElseThrow();
		return this.scorecards.find(link.token()).orElseThrow();
	}

	private static ScorecardForm form(String notes) {
		return new ScorecardForm(Map.of("notes-1", notes, "notes-3", notes, "reason", notes), "0", "");
	}

	private int version(long panellist) {
		return this.database.sql("select version from interview_panellist where id = ?")
			.param(panellist)
			.query(Integer.class)
			.single();
	}

	private static List<Object> atOnce(Callable<?> first, Callable<?> second) throws Exception {
		var start = new CyclicBarrier(2);
		var threads = Executors.newFixedThreadPool(2);
		try {
			var started = new ArrayList<Future<Object>>();
			for (var work : List.<Callable<?>>of(first, second)) {
				started.add(threads.submit(() -> {
					start.await(1, TimeUnit.MINUTES);
					return work.call();
				}));
			}
			return List.of(started.get(0).get(), started.get(1).get());
		}
		finally {
			threads.shutdownNow();
		}
	}

}
