package questionbank.question;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A revision of a question: its whole content, with author, time and reason. */
@Entity
@Immutable
class QuestionRevision {

	@Id
	private long id;

	private long questionId;

	private int number;

	/** The whole draft as JSON, independent of later columns. */
	@Column(length = 100_000)
	private String draft;

	private String author;

	private String reason;

	private Instant createdAt;

	/**
	 * The first revision of its batch; {@code null} if it belongs to none.
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

	long id() {
		return this.id;
	}

	@Nullable Long batch() {
		return this.batch;
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

	Instant createdAt() {
		return this.createdAt;
	}

}
