package questionbank.desk;

import java.util.List;

import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.textanalysis.WordDiff;

/** The difference between a field in two revisions. */
record FieldDiff(Field field, WordDiff words) {

	/** Returns the changed fields of two drafts, each with its difference. */
	static List<FieldDiff> between(QuestionDraft before, QuestionDraft after) {
		return before.differences(after)
			.stream()
			.map((field) -> new FieldDiff(field, WordDiff.between(field.text(before), field.text(after))))
			.toList();
	}

}
