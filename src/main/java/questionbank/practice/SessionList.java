package questionbank.practice;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import questionbank.practice.PracticeSession.Kind;
import questionbank.practice.SessionView.Count;
import questionbank.question.QuestionBank;
import questionbank.scheduling.PracticeDays;
import questionbank.scheduling.Timestamps;

/** Lists the sessions of a learner. */
@Component
class SessionList {

	private static final int LATEST = 5;

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

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

	/** Finds the latest sessions, the latest first. */
	@Transactional(readOnly = true)
	List<Entry> findLatest(LearnerIdentity identity, int limit) {
		var found = this.learners.find(identity)
			.map((learner) -> this.sessions.findLatest(learner.id(), Timestamps.latest(this.clock.instant()), limit))
			.orElse(List.of());
		return entries(found, identity);
	}

	/** Finds those of the latest sessions that can be continued now. */
	List<Entry> findOpen(LearnerIdentity identity, PracticeStatus status) {
		return findLatest(identity, LATEST).stream()
			.filter((session) -> session.isOpenOn(status.days(), status.now()))
			.toList();
	}

	/** Finds the first of some sessions that is not over. */
	Optional<Entry> findOpen(List<PracticeSession> sessions, LearnerIdentity identity) {
		return entries(sessions, identity).stream().filter((session) -> !session.over()).findFirst();
	}

	private List<Entry> entries(List<PracticeSession> found, LearnerIdentity identity) {
		if (found.isEmpty()) {
			return List.of();
		}
		var ids = found.stream().map(PracticeSession::id).toList();
		var graded = questions(ids, "grade is not null");
		var open = questions(ids, "grade is null");
		var answered = questions(ids, "grade is null and answered_at is not null");
		var now = this.clock.instant();
		var visible = this.bank.summaries(open.values().stream().flatMap(Set::stream).distinct().toList(),
				identity.viewer());
		return found.stream().map((session) -> {
			var left = new HashSet<>(open.getOrDefault(session.id(), Set.of()));
			left.retainAll(visible.keySet());
			return new Entry(session.id(), session.kind(), session.title(), session.zone(), session.startedAt(),
					Count.of(graded.getOrDefault(session.id(), Set.of()), left), left.isEmpty() || session.isOver(),
					running(session, answered.getOrDefault(session.id(), Set.of()), left, now));
		}).toList();
	}

	/** Returns the state of a mock interview that accepts answers, else {@code null}. */
	private static @Nullable Running running(PracticeSession session, Set<Long> answered, Set<Long> left, Instant now) {
		var endsAt = session.endsAt();
		if (endsAt == null || !session.isHidingAnswers(now)) {
			return null;
		}
		return new Running((int) answered.stream().filter(left::contains).count(),
				(Timestamps.millisUntil(endsAt, now) + 59_999) / 60_000);
	}

	/** Finds the questions of the attempts of each session that meet a condition. */
	private Map<Long, Set<Long>> questions(List<Long> sessions, String condition) {
		var questions = new HashMap<Long, Set<Long>>();
		this.database
			.sql("select session_id, question_id from attempt where session_id in (:sessions) and " + condition)
			.param("sessions", sessions)
			.query((row) -> {
				questions.computeIfAbsent(row.getLong("session_id"), (absent) -> new HashSet<>())
					.add(row.getLong("question_id"));
			});
		return questions;
	}

	/** Finds the daily practice of the current practice day that is not over. */
	Optional<Entry> findOpenToday(LearnerIdentity identity, PracticeDays days) {
		var today = days.dayOf(this.clock.instant());
		return findLatest(identity, LATEST).stream()
			.filter((session) -> session.isToday() && !session.over() && days.dayOf(session.startedAt()).equals(today))
			.findFirst();
	}

	/**
	 * A mock interview that accepts answers.
	 *
	 * @param minutesLeft the minutes to its end, rounded up
	 */
	record Running(int answered, long minutesLeft) {
	}

	/**
	 * A session in a list.
	 *
	 * @param count its questions, except withdrawn ones without a grade
	 * @param over whether it has no more questions, or was ended
	 * @param running the state of a mock interview that accepts answers, else
	 * {@code null}
	 */
	record Entry(long id, Kind kind, String title, ZoneId zone, Instant startedAt, Count count, boolean over,
			@Nullable Running running) {

		/** Returns its progress in words: "3 of 10, started 1 May". */
		public String progress() {
			if (this.running != null) {
				return "%d of %d answered, %d min left".formatted(this.running.answered, this.count.total(),
						this.running.minutesLeft);
			}
			return this.count.label() + ((this.kind == Kind.MOCK) ? " graded" : "") + ", started "
					+ DAY.format(this.startedAt.atZone(this.zone));
		}

		/** Whether it is daily practice. */
		public boolean isToday() {
			return this.kind == Kind.TODAY;
		}

		/** Whether it can be continued; daily practice only on its own day. */
		public boolean isOpenOn(PracticeDays days, Instant now) {
			return !this.over && (!isToday() || days.dayOf(this.startedAt).equals(days.dayOf(now)));
		}

	}

}
