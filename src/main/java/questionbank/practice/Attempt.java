package questionbank.practice;

import questionbank.scheduling.Grade;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A question in a session: first asked, then answered, then graded. Those that are graded
 * and count are the log of reviews.
 */
@Entity
class Attempt {

	/** The longest own answer. */
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

	/** The number of the question's revision whose key points are ticked. */
	private @Nullable Integer questionVersion;

	@Enumerated(EnumType.STRING)
	@JdbcTypeCode(SqlTypes.VARCHAR)
	private @Nullable Grade grade;

	private @Nullable Instant gradedAt;

	private @Nullable String gradedZone;

	protected Attempt() {
	}

	/**
	 * A question that waits for its turn.
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
	 * Takes what somebody answers, which may be nothing.
	 * @throws IllegalStateException if it has been answered
	 */
	void answer(String text, Instant now) {
		require(!isAnswered());
		this.answer = text;
		this.answeredAt = now;
	}

	/**
	 * Records the revision of the question that is revealed with the answer.
	 * @param version its number within the question
	 * @throws IllegalStateException if there is no answer yet, or a revision is recorded
	 */
	void reveal(int version) {
		require(isAnswered() && this.questionVersion == null);
		this.questionVersion = version;
	}

	/**
	 * Records the grade and the ticked key points.
	 * @param version the number of the revision that the key points are from
	 * @param covered the key points that the answer covered
	 * @param missed the others
	 * @param zone the time zone in which the learner is
	 * @throws IllegalStateException if it has been graded
	 */
	void grade(Grade given, int version, List<String> covered, List<String> missed, Instant now, ZoneId zone) {
		require(!isGraded());
		if (this.answeredAt == null) {
			this.answeredAt = now;
		}
		this.grade = given;
		this.questionVersion = version;
		this.covered = covered;
		this.missed = missed;
		this.gradedAt = now;
		this.gradedZone = zone.getId();
	}

	/**
	 * Removes the grade; the answer, the ticks and their revision stay.
	 * @throws IllegalStateException if it has none
	 */
	void takeBack() {
		require(isGraded());
		if (this.answer == null) {
			this.answeredAt = null;
		}
		this.grade = null;
		this.gradedAt = null;
		this.gradedZone = null;
	}

	boolean isAnswered() {
		return this.answeredAt != null;
	}

	/** Whether it had no answer at a moment. */
	boolean wasOpenAt(Instant moment) {
		return this.answeredAt == null || this.answeredAt.isAfter(moment);
	}

	/** Whether nothing was typed or graded. */
	boolean isEmpty() {
		return !isGraded() && (this.answer == null || this.answer.isEmpty());
	}

	boolean isGraded() {
		return this.grade != null;
	}

	private static void require(boolean isInTurn) {
		if (!isInTurn) {
			throw new IllegalStateException("The attempt is past that, or not there yet");
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

	@Nullable Integer questionVersion() {
		return this.questionVersion;
	}

	@Nullable Grade grade() {
		return this.grade;
	}

	@Nullable Instant gradedAt() {
		return this.gradedAt;
	}

	/**
	 * Returns the time zone in which it was graded, in which its practice day is counted
	 * for good; {@code null} without a grade.
	 */
	@Nullable ZoneId gradedZone() {
		return (this.gradedZone != null) ? ZoneId.of(this.gradedZone) : null;
	}

	long sessionId() {
		return this.sessionId;
	}

}
