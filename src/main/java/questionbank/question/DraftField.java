package questionbank.question;

import java.util.List;
import java.util.function.Function;

/** The fields of a {@link QuestionDraft}, which are compared and merged one by one. */
public enum DraftField {

	PROMPT("prompt", "question", QuestionDraft::prompt),
	DIFFICULTY("difficulty", "difficulty", QuestionDraft::difficulty),
	SAMPLE_ANSWER("sampleAnswer", "sample answer", QuestionDraft::sampleAnswer),
	KEY_POINTS("keyPoints", "key points", QuestionDraft::keyPoints),
	PROBES("probes", "follow-up questions", QuestionDraft::probes),
	TOPICS("topics", "topics", (draft) -> draft.topics().stream().sorted().toList()),
	STATUS("status", "status", QuestionDraft::status), AUDIENCE("audience", "audience", QuestionDraft::audience),
	SOURCE("source", "source", QuestionDraft::source);

	private final String parameter;

	private final String label;

	private final Function<QuestionDraft, Object> value;

	DraftField(String parameter, String label, Function<QuestionDraft, Object> value) {
		this.parameter = parameter;
		this.label = label;
		this.value = value;
	}

	/** Returns the name in forms and files. */
	public String parameter() {
		return this.parameter;
	}

	/** Returns the label on pages. */
	public String label() {
		return this.label;
	}

	/** Compares two drafts in this field, regardless of the order of topics. */
	boolean isSame(QuestionDraft first, QuestionDraft second) {
		return this.value.apply(first).equals(this.value.apply(second));
	}

	/** Returns the field as text, with a line for each item of a list. */
	public String text(QuestionDraft draft) {
		return switch (this) {
			case DIFFICULTY -> draft.difficulty().slug();
			case STATUS -> draft.status().slug();
			case AUDIENCE -> draft.audience().slug();
			case KEY_POINTS -> lines(draft.keyPoints());
			case PROBES -> lines(draft.probes());
			case TOPICS -> String.join(", ", draft.topics());
			default -> (String) this.value.apply(draft);
		};
	}

	private static String lines(List<String> items) {
		return String.join("\n", items);
	}

}
