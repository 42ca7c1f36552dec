package questionbank.practice;

import questionbank.scheduling.PracticeDays;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionBank;

/** The sessions that somebody has had, and those that wait to be gone on with. */
@Component
class SessionList {

	private final Learners learners;

	private final PracticeSessionRepository sessions;

	private final JdbcClient database;

	private final QuestionBank bank;

	private final Clock clock;

	SessionList(Learners learners, PracticeSessionRepository sessions, JdbcClient database, QuestionBank bank,
			Clock clock) {
		this.learners = learners;
		this.sessions = sessions;
		this.database = database;
		this.bank = bank;
		this.clock = clock;
	}

	/** The latest sessions of whoever asks, from the latest on. */
	@Transactional(readOnly = true)
	List<Entry> latest(LearnerIdentity who, int limit) {
		var found = this.learners.find(who)
			.map((learner) -> this.sessions.findLatest(learner.id(), Timestamps.latest(this.clock.instant()), limit))
			.orElse(List.of());
		return entries(found, who);
	}

	/** The sessions of a list that are not over. */
	List<Entry> open(List<PracticeSession> sessions, LearnerIdentity who) {
		return entries(sessions, who).stream().filter((one) -> !one.over()).toList();
	}

	private List<Entry> entries(List<PracticeSession> found, LearnerIdentity who) {
		if (found.isEmpty()) {
			return List.of();
		}
		var ids = found.stream().map(PracticeSession::id).toList();
		var graded = count(ids, "grade is not null");
		var left = left(ids, who);
		return found.stream().map((session) -> {
			var done = graded.getOrDefault(session.id(), 0);
			var open = left.getOrDefault(session.id(), 0);
			return new Entry(session.id(), session.kind(), session.title(), session.zone(), session.startedAt(), done,
					done + open, open == 0 || session.isOver());
		}).toList();
	}

	/** How many attempts there are of each session. */
	private Map<Long, Integer> count(List<Long> sessions, String which) {
		var counts = new HashMap<Long, Integer>();
		this.database
			.sql("select session_id, count(*) as attempts from attempt where session_id in (:sessions) and " + which
					+ " group by session_id")
			.param("sessions", sessions)
			.query((row) -> {
				counts.put(row.getLong("session_id"), row.getInt("attempts"));
			});
		return counts;
	}

	/** How much is left to do of each session, without what was withdrawn. */
	private Map<Long, Integer> left(List<Long> sessions, LearnerIdentity who) {
		var left = new HashMap<Long, Set<Long>>();
		this.database
			.sql("select session_id, question_id from attempt where session_id in (:sessions) and grade is null")
			.param("sessions", sessions)
			.query((row) -> {
				left.computeIfAbsent(row.getLong("session_id"), (absent) -> new HashSet<>())
					.add(row.getLong("question_id"));
			});
		var seen = this.bank.summaries(left.values().stream().flatMap(Set::stream).distinct().toList(), who.viewer());
		var counts = new HashMap<Long, Integer>();
		left.forEach((session, questions) -> counts.put(session,
				(int) questions.stream().filter(seen::containsKey).count()));
		return counts;
	}

	/** The session of the plan that was begun on the learner's day and is not over. */
	List<Entry> openToday(LearnerIdentity who, PracticeDays days) {
		var today = days.dayOf(this.clock.instant());
		return latest(who, 5).stream()
			.filter((one) -> one.kind() == Kind.TODAY && !one.over() && days.dayOf(one.startedAt()).equals(today))
			.toList();
	}

	/**
	 * A session in a list.
	 *
	 * @param over whether nothing is left to do in it
	 */
	record Entry(long id, Kind kind, String title, ZoneId zone, Instant startedAt, int graded, int total,
			boolean over) {

		/** Whether somebody might want to go on with it on a day. */
		public boolean isOpenOn(PracticeDays days, Instant now) {
			return !this.over && (this.kind != Kind.TODAY || days.dayOf(this.startedAt).equals(days.dayOf(now)));
		}

	}

}
