package questionbank.transfer;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionFormat;
import questionbank.question.Audience;
import questionbank.question.QuestionStatus;

/**
 * An import: a file of questions, and what became of it.
 *
 * @param fileName as uploaded; empty for pasted text
 * @param status of new questions whose row states none
 * @param audience of new questions whose row states none
 * @param progress the number of rows that the present work has done
 * @param progressAt when the work reported it
 * @param problem why the work failed; empty if it did not
 * @param batch the batch of revisions that it made; {@code null} before it is applied
 */
record Import(long id, String author, Instant createdAt, String fileName, QuestionFormat format, QuestionStatus status,
		Audience audience, State state, int progress, Instant progressAt, String problem, @Nullable Long batch) {

	/** The time without progress after which the work is taken for dead. */
	private static final Duration ABANDONED = Duration.ofMinutes(2);

	/** Returns the name on pages. */
	public String title() {
		return this.fileName.isEmpty() ? "pasted text" : this.fileName;
	}

	private boolean isAbandoned(Instant now) {
		return this.progressAt.plus(ABANDONED).isBefore(now);
	}

	/** Returns the state, where work that has died counts as not begun. */
	State state(Instant now) {
		if (!this.state.isWork() || !isAbandoned(now)) {
			return this.state;
		}
		return switch (this.state) {
			case APPLYING -> State.READY;
			case UNDOING -> State.APPLIED;
			default -> State.FAILED;
		};
	}

	/** Returns the import in its state at a time. */
	Import at(Instant now) {
		return new Import(this.id, this.author, this.createdAt, this.fileName, this.format, this.status, this.audience,
				state(now), this.progress, this.progressAt, this.problem, this.batch);
	}

	/** The states of an import. */
	enum State {

		/** The file is being read and compared. */
		READING,

		/** The preview is complete. */
		READY,

		/** The rows are being applied. */
		APPLYING,

		/** The rows are applied. */
		APPLIED,

		/** The batch is being undone. */
		UNDOING,

		/** The batch is undone. */
		UNDONE,

		/** The file cannot be read. */
		FAILED;

		boolean isWork() {
			return this == READING || this == APPLYING || this == UNDOING;
		}

	}

}
