package questionbank.kit;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.textanalysis.WordDiff;

/**
 * A question of a kit with the content of its pinned revision.
 *
 * @param pinned the question in the kit
 * @param content the pinned revision
 * @param present the present question, or {@code null} if interviewers do not see it any
 * more
 */
record PinnedQuestion(KitQuestion pinned, QuestionDraft content, @Nullable QuestionDetails present) {

	/** Whether the question was changed since it was pinned. */
	public boolean isChanged() {
		return this.present != null && this.present.version() != this.pinned.revision();
	}

	/** Whether the question was retired or unpublished since it was pinned. */
	public boolean isWithdrawn() {
		return this.present == null;
	}

	/**
	 * Returns the changed fields since the question was pinned, each with its word diff.
	 */
	public List<Change> changes() {
		return Optional.ofNullable(this.present)
			.map(QuestionDetails::content)
			.stream()
			.flatMap((now) -> this.content.differences(now)
				.stream()
				.map((field) -> new Change(field, WordDiff.between(field.text(this.content), field.text(now)))))
			.toList();
	}

	/** A changed field. */
	record Change(Field field, WordDiff words) {
	}

}
