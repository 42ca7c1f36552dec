package questionbank.practice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

import questionbank.scheduling.Grade;
import questionbank.scheduling.Timestamps;

/**
 * A question of a session: asked, then answered, then graded. The graded attempts that
 * count towards the plan are the review log.
 */
@Entity
class Attempt {

	/** The maximum length of an answer. */
	static final int ANSWER_LENGTH = 20_000;

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private long id;

	private long sessionId;

	private int position;

	private long learnerId;

	private long questionId;

	private boolean counted;

	private @Nullable String answer;

	private @Nullable Instant answeredAt;

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> covered = List.of();

	@JdbcTypeCode(SqlTypes.ARRAY)
	private List<String> missed = List.of();

	/** The number of the revision that was shown, whose key points are ticked. */
	@Column(name = "question_version")
	private @Nullable Integer questionRevision;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private @Nullable Grade grade;

	private @Nullable Instant gradedAt;

	private @Nullable String gradedZone;

	protected Attempt() {
	}

	/**
	 * Creates an attempt without an answer.
	 * @param position in the session, from 1
	 */
	Attempt(PracticeSession session, int position, long question) {
		this.sessionId = session.id();
		this.position = position;
		this.learnerId = session.learnerId();
		this.questionId = question;
		this.counted = session.isCounted();
	}

	/**
	 * Records the answer, which may be empty.
	 * @throws IllegalStateException if it has been answered
	 */
	void answer(String text, Instant now) {
		require(!isAnswered());
		this.answer = text;
		this.answeredAt = now;
	}

	/**
	 * Records the revision of the question that is revealed with the answer.
	 * @param revision its number within the question
	 * @throws IllegalStateException if there is no answer yet, or a revision is recorded
	 */
	void reveal(int revision) {
		require(isAnswered() && this.questionRevision == null);
		this.questionRevision = revision;
	}

	/**
	 * Records the grade and the ticked key points.
	 * @param revision the number of the revision that the key points are from
	 * @param covered the key points that the answer covered
	 * @param missed the others
	 * @param zone the time zone in which the learner is
	 * @throws IllegalStateException if it has been graded
	 */
	void grade(Grade given, int revision, List<String> covered, List<String> missed, Instant now, ZoneId zone) {
		require(!isGraded());
		if (this.answeredAt == null) {
			this.answeredAt = now;
		}
		this.grade = given;
		this.questionRevision = revision;
		this.covered = covered;
		this.missed = missed;
		this.gradedAt = now;
		this.gradedZone = zone.getId();
	}

	/**
	 * Removes the grade; the answer, the ticks and their revision stay.
	 * @throws IllegalStateException if there is no grade
	 */
	void undoGrade() {
		require(isGraded());
		if (this.answer == null) {
			this.answeredAt = null;
		}
		this.grade = null;
		this.gradedAt = null;
		this.gradedZone = null;
	}

	/**
	 * Returns the attempt with the latest grade. Grades dated in the future count as the
	 * earliest: they were given before the clock was corrected.
	 */
	static Optional<Attempt> findLastGraded(List<Attempt> attempts, Instant now) {
		return attempts.stream()
			.filter(Attempt::isGraded)
			.max(Comparator.comparing((Attempt attempt) -> !Timestamps.isAhead(attempt.requireGradedAt(), now))
				.thenComparing(Attempt::requireGradedAt)
				.thenComparing(Attempt::position));
	}

	/**
	 * Whether the ticks tell which key points were missed. A recalled answer without
	 * ticks does not: its learner has probably not looked at the key points.
	 */
	boolean hasTicks() {
		return !this.covered.isEmpty() || this.grade == Grade.AGAIN;
	}

	private Instant requireGradedAt() {
		return Objects.requireNonNull(this.gradedAt);
	}

	boolean isAnswered() {
		return this.answeredAt != null;
	}

	/** Whether there was no answer at a time. */
	boolean wasOpenAt(Instant time) {
		return this.answeredAt == null || this.answeredAt.isAfter(time);
	}

	/** Whether there is neither text nor a grade. */
	boolean isEmpty() {
		return !isGraded() && (this.answer == null || this.answer.isEmpty());
	}

	boolean isGraded() {
		return this.grade != null;
	}

	private static void require(boolean isAllowed) {
		if (!isAllowed) {
			throw new IllegalStateException("Illegal state transition of an attempt");
		}
	}

	int position() {
		return this.position;
	}

	long questionId() {
		return this.questionId;
	}

	boolean isCounted() {
		return this.counted;
	}

	@Nullable String answer() {
		return this.answer;
	}

	@Nullable Instant answeredAt() {
		return this.answeredAt;
	}

	List<String> covered() {
		return this.covered;
	}

	List<String> missed() {
		return this.missed;
	}

	@Nullable Integer questionRevision() {
		return this.questionRevision;
	}

	@Nullable Grade grade() {
		return this.grade;
	}

	@Nullable Instant gradedAt() {
		return this.gradedAt;
	}

	/**
	 * Returns the time zone of the grade, which determines its practice day permanently;
	 * {@code null} without a grade.
	 */
	@Nullable ZoneId gradedZone() {
		return (this.gradedZone != null) ? ZoneId.of(this.gradedZone) : null;
	}

	long sessionId() {
		return this.sessionId;
	}

}
