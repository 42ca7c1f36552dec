package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A series of questions that a learner practises, and may interrupt and resume. */
@Entity
class PracticeSession {

	static final int TITLE_LENGTH = 200;

	/**
	 * The grace period after a mock interview, in which the answer to the open question
	 * is not late: browsers run the timers of a hidden tab once a minute, and networks
	 * delay requests.
	 */
	static final Duration GRACE = Duration.ofMinutes(2);

	@Id
	private long id;

	private long learnerId;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private Kind kind;

	private String title;

	private boolean counted;

	private String zone;

	private Instant startedAt;

	private @Nullable Instant endsAt;

	private @Nullable Instant finishedAt;

	private boolean closed;

	private @Nullable String list;

	/** The state of the bank in which the topics of the list had these names. */
	private long listAsOf;

	private @Nullable Long firstSessionId;

	protected PracticeSession() {
	}

	/**
	 * Creates a session that starts now.
	 * @param timeLimit the time limit, or {@code null} for none
	 */
	PracticeSession(long id, long learner, Kind kind, String title, boolean counted, ZoneId zone, Instant now,
			@Nullable Duration timeLimit) {
		this.id = id;
		this.learnerId = learner;
		this.kind = kind;
		this.title = title;
		this.counted = counted;
		this.zone = zone.getId();
		this.startedAt = now;
		this.endsAt = (timeLimit != null) ? now.plus(timeLimit) : null;
	}

	/**
	 * Records the list that the questions are from.
	 * @param address the address from which the list is practised
	 * @param asOf the state of the bank in which its topics have these names
	 * @param first the session of the first part, or {@code null} if it is this
	 */
	void takeFrom(String address, long asOf, @Nullable Long first) {
		this.list = address;
		this.listAsOf = asOf;
		this.firstSessionId = (first != null) ? first : Long.valueOf(this.id);
	}

	/**
	 * Ends the session. A mock interview ends in two steps: the first ends answering, the
	 * second ends grading.
	 */
	void finish(Instant now) {
		this.closed = this.kind != Kind.MOCK || !isHidingAnswers(now);
		if (this.finishedAt == null) {
			this.finishedAt = now;
		}
	}

	/** Ends the answering of a mock interview, and reveals the sample answers. */
	void revealAnswers(Instant now) {
		if (isHidingAnswers(now)) {
			this.finishedAt = now;
		}
	}

	/**
	 * Reopens a session that was ended early; a mock interview stays revealed.
	 */
	void reopen() {
		this.closed = false;
		if (this.kind != Kind.MOCK) {
			this.finishedAt = null;
		}
	}

	/** Whether it was ended, and its page shows no more questions. */
	boolean isOver() {
		return this.closed;
	}

	/** Whether a time is after the grace period. */
	boolean isLate(Instant time) {
		return this.endsAt != null && time.isAfter(this.endsAt.plus(GRACE));
	}

	/**
	 * Whether the time limit has ended the answering, by the server's clock.
	 */
	boolean hasRunOut(Instant now) {
		return this.endsAt != null && this.finishedAt == null && !now.isBefore(this.endsAt);
	}

	/** Whether it is a mock interview that accepts answers and hides sample answers. */
	boolean isHidingAnswers(Instant now) {
		return this.kind == Kind.MOCK && this.finishedAt == null && (this.endsAt == null || now.isBefore(this.endsAt));
	}

	/** Whether the sample answer of an attempt is visible. */
	boolean isRevealed(Attempt attempt, Instant now) {
		return (this.kind == Kind.MOCK) ? !isHidingAnswers(now) : attempt.isAnswered();
	}

	/**
	 * Finds the question that was open when the time of a mock interview ran out.
	 * @param all the attempts of this session, by position
	 * @param visible the ids of the questions that the learner may see
	 * @return empty if the time did not run out, or no question was open
	 */
	Optional<Attempt> findOpenAtEnd(List<Attempt> all, Set<Long> visible, Instant now) {
		var end = this.endsAt;
		return (end == null || !hasRunOut(now)) ? Optional.empty()
				: all.stream()
					.filter((attempt) -> attempt.wasOpenAt(end) && visible.contains(attempt.questionId()))
					.findFirst();
	}

	long id() {
		return this.id;
	}

	long learnerId() {
		return this.learnerId;
	}

	Kind kind() {
		return this.kind;
	}

	String title() {
		return this.title;
	}

	boolean isCounted() {
		return this.counted;
	}

	ZoneId zone() {
		return ZoneId.of(this.zone);
	}

	Instant startedAt() {
		return this.startedAt;
	}

	@Nullable Instant endsAt() {
		return this.endsAt;
	}

	@Nullable Instant finishedAt() {
		return this.finishedAt;
	}

	@Nullable String list() {
		return this.list;
	}

	long listAsOf() {
		return this.listAsOf;
	}

	@Nullable Long firstSessionId() {
		return this.firstSessionId;
	}

	/** The kind of a session. */
	enum Kind {

		/** Daily practice: the questions of the plan. */
		TODAY,

		/** A mock interview: sample answers at the end. */
		MOCK,

		/** Free practice of any questions. */
		FREE;

		/** Returns the name in addresses and forms. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
