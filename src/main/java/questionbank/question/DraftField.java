package questionbank.question;

import java.util.List;
import java.util.function.Function;

/** The parts of a {@link QuestionDraft}, each of which is compared and merged alone. */
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

	/** What it is called in forms and files. */
	public String parameter() {
		return this.parameter;
	}

	/** What it is called on pages. */
	public String label() {
		return this.label;
	}

	/** Whether two drafts say the same here; the order of topics means nothing. */
	boolean isSame(QuestionDraft one, QuestionDraft other) {
		return this.value.apply(one).equals(this.value.apply(other));
	}

	/** What a draft says here, with a line for each item of a list. */
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
