package questionbank.desk;

import java.util.List;
import java.util.function.Function;

import questionbank.question.QuestionBulk;
import questionbank.question.QuestionDraft;

/**
 * A change to a question, as shown on pages.
 *
 * @param problems the messages of the rules that it breaks
 * @param warning what the published question should have; empty for nothing
 */
record ChangePreview(long question, String prompt, List<FieldDiff> changes, List<String> problems, String warning) {

	/**
	 * Creates the previews of planned or applied changes.
	 * @param title selects the draft whose prompt is the title
	 */
	static List<ChangePreview> of(List<QuestionBulk.PlannedChange> changes,
			Function<QuestionBulk.PlannedChange, QuestionDraft> title) {
		return changes.stream()
			.map((change) -> new ChangePreview(change.question(), title.apply(change).prompt(),
					FieldDiff.between(change.before(), change.after()), change.problems(),
					QuestionForm.warning(change.after()).strip()))
			.toList();
	}

	public boolean isFine() {
		return this.problems.isEmpty();
	}

}
