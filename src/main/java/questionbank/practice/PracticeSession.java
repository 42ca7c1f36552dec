package questionbank.practice;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** Some questions that somebody practises in one go, or goes on with later. */
@Entity
class PracticeSession {

	static final int TITLE_LENGTH = 200;

	/**
	 * For so long after the end of a mock interview, the answer to the question that was
	 * open counts: browsers run the timers of a hidden tab once a minute, and a slow
	 * network takes its time.
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
	 * A session that begins now.
	 * @param time how long it may take, or {@code null} for as long as it takes
	 */
	PracticeSession(long id, long learner, Kind kind, String title, boolean counted, ZoneId zone, Instant now,
			@Nullable Duration time) {
		this.id = id;
		this.learnerId = learner;
		this.kind = kind;
		this.title = title;
		this.counted = counted;
		this.zone = zone.getId();
		this.startedAt = now;
		this.endsAt = (time != null) ? now.plus(time) : null;
	}

	/**
	 * Takes its questions from a list.
	 * @param address from which the list is practised
	 * @param asOf the state of the bank in which its topics have these names
	 * @param first the session with which the list was begun, or {@code null} if it is
	 * this
	 */
	void takeFrom(String address, long asOf, @Nullable Long first) {
		this.list = address;
		this.listAsOf = asOf;
		this.firstSessionId = (first != null) ? first : Long.valueOf(this.id);
	}

	/**
	 * Ends it. A mock interview ends in two steps: first nothing is answered any more,
	 * and then nothing is graded.
	 */
	void finish(Instant now) {
		this.closed = this.kind != Kind.MOCK || !isHidingAnswers(now);
		if (this.finishedAt == null) {
			this.finishedAt = now;
		}
	}

	/** Ends the time for answers of a mock interview, so that they can be graded. */
	void revealAnswers(Instant now) {
		if (isHidingAnswers(now)) {
			this.finishedAt = now;
		}
	}

	/**
	 * Goes on after it was ended early; a mock interview does not become silent again.
	 */
	void goOn() {
		this.closed = false;
		if (this.kind != Kind.MOCK) {
			this.finishedAt = null;
		}
	}

	/** Whether it was ended, and nothing is to be graded any more. */
	boolean isOver() {
		return this.closed;
	}

	/** Whether the time was over, and the grace period after it, at a moment. */
	boolean isLate(Instant moment) {
		return this.endsAt != null && moment.isAfter(this.endsAt.plus(GRACE));
	}

	/**
	 * Whether the time ran out at the server's clock, and nothing else ended it before.
	 */
	boolean hasRunOut(Instant now) {
		return this.endsAt != null && this.finishedAt == null && !now.isBefore(this.endsAt);
	}

	/** Whether it is a mock interview that still takes answers, and shows none. */
	boolean isHidingAnswers(Instant now) {
		return this.kind == Kind.MOCK && this.finishedAt == null && (this.endsAt == null || now.isBefore(this.endsAt));
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

	/** What a session is for. */
	enum Kind {

		/** What the plan says. */
		TODAY,

		/** As in an interview: answers at the end. */
		MOCK,

		/** Any questions. */
		FREE;

		/** The name in addresses and forms. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
