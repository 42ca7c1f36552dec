package questionbank.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.question.QuestionStatus;

/**
 * A change to many questions.
 *
 * @param difficulty the new difficulty, or {@code null} for no change
 * @param addedTopics slugs, added to the topics of each question
 * @param removedTopics slugs
 * @param status the new status, or {@code null} for no change
 * @param audience the new audience, or {@code null} for no change
 * @param find text to replace, in any Unicode normalization form; empty for none
 * @param replacement the text in its place
 * @param fields the fields in which text is replaced, of {@link #TEXTS}
 */
record BulkChange(@Nullable Difficulty difficulty, List<String> addedTopics, List<String> removedTopics,
		@Nullable QuestionStatus status, @Nullable Audience audience, String find, String replacement,
		Set<Field> fields) implements UnaryOperator<QuestionDraft> {

	/** The fields that hold text. */
	static final List<Field> TEXTS = List.of(Field.PROMPT, Field.SAMPLE_ANSWER, Field.KEY_POINTS, Field.PROBES,
			Field.SOURCE);

	/** Tells whether there is nothing to change. */
	boolean isEmpty() {
		return this.difficulty == null && this.addedTopics.isEmpty() && this.removedTopics.isEmpty()
				&& this.status == null && this.audience == null && this.find.isEmpty();
	}

	@Override
	public QuestionDraft apply(QuestionDraft draft) {
		var changed = draft.about(topics(draft.topics()));
		if (!this.find.isEmpty()) {
			changed = changed.withTexts(this.fields,
					(text) -> TextSearch.replaceAll(text, this.find, this.replacement));
		}
		if (this.difficulty != null) {
			changed = changed.ofDifficulty(this.difficulty);
		}
		if (this.status != null) {
			changed = changed.as(this.status);
		}
		return (this.audience != null) ? changed.meantFor(this.audience) : changed;
	}

	private List<String> topics(List<String> present) {
		var topics = new LinkedHashSet<>(present);
		topics.removeAll(this.removedTopics);
		topics.addAll(this.addedTopics);
		return List.copyOf(topics);
	}

}
