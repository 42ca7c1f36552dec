package questionbank.desk;

import java.util.List;

import questionbank.question.DraftField;
import questionbank.question.DraftMerge;
import questionbank.question.QuestionDraft;

/** What one field of a question said, and says. */
record FieldDiff(DraftField field, WordDiff words) {

	/** What changed from one draft to another, field by field. */
	static List<FieldDiff> between(QuestionDraft before, QuestionDraft after) {
		return DraftMerge.differences(before, after)
			.stream()
			.map((field) -> new FieldDiff(field, WordDiff.between(field.text(before), field.text(after))))
			.toList();
	}

}
