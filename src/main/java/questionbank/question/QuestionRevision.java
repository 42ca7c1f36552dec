package questionbank.question;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One version of a question, whole: what it said, who made it so, when and why. */
@Entity
@Immutable
class QuestionRevision {

	@Id
	private long id;

	private long questionId;

	private int number;

	/** The whole draft as JSON, so that a version outlives the columns of its day. */
	@Column(length = 100_000)
	private String draft;

	private String author;

	private String reason;

	private Instant createdAt;

	/**
	 * The first revision of those that were made at once; null if this was made alone.
	 */
	private @Nullable Long batch;

	protected QuestionRevision() {
	}

	QuestionRevision(Question question, String draft, String reason, @Nullable Long batch) {
		this.id = question.revision();
		this.questionId = question.id();
		this.number = question.version();
		this.draft = draft;
		this.author = question.changedBy();
		this.reason = reason;
		this.createdAt = question.changedAt();
		this.batch = batch;
	}

	long questionId() {
		return this.questionId;
	}

	String draft() {
		return this.draft;
	}

	int number() {
		return this.number;
	}

	String author() {
		return this.author;
	}

	String reason() {
		return this.reason;
	}

	Instant madeAt() {
		return this.createdAt;
	}

}
