package questionbank.interview;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.People;
import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.interview.InterviewLog.Kind;

/**
 * Reads, saves, submits and reopens scorecards. Does not check ownership; callers must.
 */
@Service
class Scorecards {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter
		.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final InterviewRepository interviews;

	private final PanellistRepository panellists;

	private final People people;

	private final QuestionTexts texts;

	private final InterviewLog log;

	private final JdbcClient database;

	private final Clock clock;

	Scorecards(InterviewRepository interviews, PanellistRepository panellists, People people, QuestionTexts texts,
			InterviewLog log, JdbcClient database, Clock clock) {
		this.interviews = interviews;
		this.panellists = panellists;
		this.people = people;
		this.texts = texts;
		this.log = log;
		this.database = database;
		this.clock = clock;
	}

	/** Finds the viewer's own scorecard of an interview. */
	@Transactional(readOnly = true)
	Optional<ScorecardView> find(long interview, Viewer viewer) {
		return this.panellists.findOnPanel(interview, Interviews.person(viewer)).map(this::view);
	}

	/**
	 * Finds the scorecard that a guest's link opens. A right does not outlive the one
	 * that it comes from: the creator of the link must still be the enabled owner or an
	 * administrator.
	 */
	@Transactional(readOnly = true)
	Optional<ScorecardView> find(String token) {
		return this.panellists.findByTokenHash(SecretTokens.hash(token))
			.filter((guest) -> Optional.ofNullable(guest.linkCreatedBy())
				.flatMap(this.people::findInterviewer)
				.filter((creator) -> creator.administrator() || interview(guest).isOwnedBy(creator.id()))
				.isPresent())
			.map(this::view);
	}

	/**
	 * Binds a guest's link to the browser in which the guest begins to score. The person
	 * who created the link knows it, and must not read the scores with it.
	 * @param browser the hash of a cookie of the browser
	 * @return whether the link is bound to this browser
	 */
	@Transactional
	boolean bind(long scorecard, String browser) {
		return this.panellists.findForChange(scorecard).filter((guest) -> guest.bind(browser)).isPresent();
	}

	private ScorecardView view(Panellist panellist) {
		var interview = interview(panellist);
		return new ScorecardView(panellist.id(), interview.details(), panellist.name(), panellist.isGuest(),
				this.texts.of(interview.questions()), panellist.content(), panellist.version(), panellist.submittedAt(),
				panellist.tokenHash(), panellist.browserHash());
	}

	/**
	 * Merges the edit of a window into a scorecard (a three-way merge by field). If
	 * another window changed the same field differently, nothing is written. Neither is
	 * an edit from before a submission, of which the changes are no longer known.
	 * @param opened the scorecard as it was found for the request
	 * @param form a valid form
	 */
	@Transactional
	SaveResult save(ScorecardView opened, ScorecardForm form) {
		var panellist = findForChange(opened);
		var scorecard = opened.id();
		var locked = locked(panellist, opened);
		if (locked.isPresent()) {
			return locked.get();
		}
		var stored = panellist.content().fields();
		var mine = form.fields(panellist.content());
		var merge = panellist.isSubmittedSince(form.base()) ? ScorecardMerge.withoutBase(stored, mine)
				: ScorecardMerge.of(stored, mine, bases(scorecard, form));
		if (!merge.theirs().isEmpty()) {
			return new SaveResult.Conflict(panellist.version(), merge.merged(), merge.theirs());
		}
		if (!merge.merged().equals(stored)) {
			panellist.score(ScorecardContent.of(merge.merged(), panellist.content().answers().size()));
			this.panellists.saveAndFlush(panellist);
			record(panellist, stored, merge.merged(), form.window());
		}
		return new SaveResult.Saved(panellist.version(), merge.merged(), merge.kept());
	}

	/** Locks a scorecard; 404 if its interview was deleted since it was found. */
	private Panellist findForChange(ScorecardView opened) {
		return this.interviews.findForChange(opened.details().id())
			.flatMap((interview) -> this.panellists.findForChange(opened.id()))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** Tells why a scorecard can no longer be changed; empty if it can. */
	private Optional<SaveResult.Locked> locked(Panellist panellist, ScorecardView opened) {
		if (panellist.isRemoved() && !panellist.isGuest()) {
			return Optional.of(new SaveResult.Locked(
					"You are no longer on the panel of this interview. Your changes since then are not saved."));
		}
		if (!Objects.equals(panellist.tokenHash(), opened.tokenHash())) {
			return Optional.of(new SaveResult.Locked("The link was withdrawn or replaced by a newer one. "
					+ "Your changes since then are not saved. Ask the sender for a new link."));
		}
		if (panellist.submittedAt() != null) {
			return Optional.of(new SaveResult.Locked("This scorecard was submitted by " + panellist.name() + " on "
					+ MOMENT.format(panellist.submittedAt())
					+ " and is locked. Your changes since then are not saved. An administrator can reopen it."));
		}
		return interview(panellist).isClosed()
				? Optional.of(new SaveResult.Locked("The interview is closed. Your changes since then are not saved."))
				: Optional.empty();
	}

	/** Returns the hashes of fields before other windows changed them. */
	private Map<String, String> bases(long scorecard, ScorecardForm form) {
		var bases = new LinkedHashMap<String, String>();
		this.database.sql("""
				select field, before_hash from interview_change
				where panellist_id = ? and version > ? and (window_id = '' or window_id <> ?) order by version""")
			.params(scorecard, form.base(), form.window())
			.query((row) -> {
				bases.putIfAbsent(row.getString("field"), row.getString("before_hash"));
			});
		return bases;
	}

	/**
	 * Records what a merge needs: it takes the greater of two times, whatever was before.
	 */
	private void record(Panellist panellist, Map<String, String> before, Map<String, String> after, String window) {
		before.forEach((field, value) -> {
			if (!value.equals(after.get(field)) && !field.startsWith(ScorecardContent.SECONDS)) {
				this.database.sql("""
						insert into interview_change (panellist_id, version, field, before_hash, window_id)
						values (?, ?, ?, ?, ?)""")
					.params(panellist.id(), panellist.version(), field, SecretTokens.hash(value), window)
					.update();
			}
		});
	}

	/**
	 * Submits a scorecard, which locks it.
	 * @param opened the scorecard as it was found for the request
	 * @param isIncompleteAllowed whether to submit it with unscored questions
	 */
	@Transactional
	SubmitResult submit(ScorecardView opened, boolean isIncompleteAllowed) {
		var panellist = findForChange(opened);
		var locked = locked(panellist, opened);
		if (locked.isPresent()) {
			return locked.get();
		}
		var content = panellist.content();
		if (!isIncompleteAllowed && (!content.unscored().isEmpty() || content.recommendation() == null)) {
			return new SubmitResult.Incomplete(content.unscored(), content.recommendation() == null);
		}
		panellist.submit(this.clock.instant());
		this.log.add(panellist.interviewId(), panellist.id(), Kind.SUBMITTED, panellist.name(), "", null);
		new Panel(interview(panellist), this.panellists.listPanel(panellist.interviewId()), Viewer.ANONYMOUS)
			.recordVisibility();
		this.database.sql("delete from interview_change where panellist_id = ?").param(opened.id()).update();
		return new SubmitResult.Submitted();
	}

	/**
	 * Reopens a scorecard and, if it is closed, the interview. A scorecard that was
	 * submitted is logged as it was. The links of other guests, which ended when the
	 * interview was closed, are withdrawn. The result is the same for an unsubmitted
	 * scorecard, to keep the administrator blind.
	 * @return the panellist's name; empty if there is no such panellist, or it is the
	 * administrator
	 */
	@Transactional
	Optional<String> reopen(long id, long panellist, String reason, Viewer administrator) {
		return this.interviews.findForChange(id)
			.filter((interview) -> !interview.isRemoved())
			.flatMap((interview) -> this.panellists.findForChange(panellist)
				// An administrator could rate anew after seeing the scores of others.
				.filter((found) -> found.interviewId() == id && !found.isRemoved() && !found.is(administrator))
				.map((found) -> reopen(interview, found, reason, administrator)));
	}

	private String reopen(Interview interview, Panellist panellist, String reason, Viewer administrator) {
		if (panellist.isSubmitted() || interview.isClosed()) {
			this.log.add(interview.id(), panellist.id(), Kind.REOPENED, administrator.name(), reason,
					panellist.isSubmitted() ? panellist.content() : null);
		}
		if (interview.isClosed()) {
			this.panellists.listPanel(interview.id())
				.stream()
				.filter((other) -> other.isGuest() && other.id() != panellist.id())
				.forEach(Panellist::withdrawLink);
		}
		panellist.reopen();
		interview.reopen();
		return panellist.name();
	}

	private Interview interview(Panellist panellist) {
		return this.interviews.findById(panellist.interviewId()).orElseThrow();
	}

	/** The result of saving a scorecard. */
	sealed interface SaveResult {

		/**
		 * The edit is saved.
		 *
		 * @param fields all fields as stored
		 * @param kept the fields that only another window changed
		 */
		record Saved(int version, Map<String, String> fields, Set<String> kept) implements SaveResult {
		}

		/**
		 * Nothing is saved, as another window changed the same fields.
		 *
		 * @param fields all fields with both edits, conflicts as in this window
		 * @param theirs the other window's value of each conflict
		 */
		record Conflict(int version, Map<String, String> fields, Map<String, String> theirs) implements SaveResult {
		}

		/** Nothing is saved, as the scorecard or the interview is closed. */
		record Locked(String message) implements SaveResult, SubmitResult {
		}

	}

	/** The result of submitting a scorecard. */
	sealed interface SubmitResult permits SubmitResult.Submitted, SubmitResult.Incomplete, SaveResult.Locked {

		/** The scorecard is submitted. */
		record Submitted() implements SubmitResult {
		}

		/** Something is not scored. */
		record Incomplete(List<Integer> questions, boolean withoutRecommendation) implements SubmitResult {
		}

	}

}
