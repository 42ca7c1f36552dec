package questionbank.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.DraftField;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.web.UnicodeText;

/**
 * The same change to many questions.
 *
 * @param difficulty what it is to be, or {@code null} to leave it
 * @param addedTopics slugs; what a question has already stays
 * @param removedTopics slugs
 * @param status what it is to be, or {@code null} to leave it
 * @param audience what it is to be, or {@code null} to leave it
 * @param find text to be replaced, however it is encoded; empty for none
 * @param replacement what takes its place
 * @param fields the fields in which text is replaced, of those that hold text
 */
record BulkChange(@Nullable Difficulty difficulty, List<String> addedTopics, List<String> removedTopics,
		@Nullable QuestionStatus status, @Nullable Audience audience, String find, String replacement,
		Set<DraftField> fields) implements UnaryOperator<QuestionDraft> {

	/** The fields that hold text. */
	static final List<DraftField> TEXTS = List.of(DraftField.PROMPT, DraftField.SAMPLE_ANSWER, DraftField.KEY_POINTS,
			DraftField.PROBES, DraftField.SOURCE);

	/** Whether it asks for anything at all. */
	boolean isEmpty() {
		return this.difficulty == null && this.addedTopics.isEmpty() && this.removedTopics.isEmpty()
				&& this.status == null && this.audience == null && this.find.isEmpty();
	}

	@Override
	public QuestionDraft apply(QuestionDraft draft) {
		return new QuestionDraft(UnicodeText.strip(replaced(DraftField.PROMPT, draft.prompt())),
				(this.difficulty != null) ? this.difficulty : draft.difficulty(),
				replaced(DraftField.SAMPLE_ANSWER, draft.sampleAnswer()).stripTrailing(),
				replaced(DraftField.KEY_POINTS, draft.keyPoints()), replaced(DraftField.PROBES, draft.probes()),
				topics(draft.topics()), (this.status != null) ? this.status : draft.status(),
				(this.audience != null) ? this.audience : draft.audience(),
				UnicodeText.strip(replaced(DraftField.SOURCE, draft.source())));
	}

	private List<String> topics(List<String> present) {
		var topics = new LinkedHashSet<>(present);
		topics.removeAll(this.removedTopics);
		topics.addAll(this.addedTopics);
		return List.copyOf(topics);
	}

	private String replaced(DraftField field, String text) {
		return (this.find.isEmpty() || !this.fields.contains(field)) ? text
				: TextSearch.replaceAll(text, this.find, this.replacement);
	}

	/** A line of which nothing is left is no line any more. */
	private List<String> replaced(DraftField field, List<String> lines) {
		return (this.find.isEmpty() || !this.fields.contains(field)) ? lines
				: lines.stream()
					.map((line) -> UnicodeText.strip(replaced(field, line)))
					.filter((line) -> !line.isEmpty())
					.toList();
	}

}
