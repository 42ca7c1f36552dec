package questionbank.desk;

import java.util.List;
import java.util.function.Function;

import questionbank.question.QuestionBulk;
import questionbank.question.QuestionDraft;

/**
 * What a change makes of a question, as it is shown.
 *
 * @param problems the rules that it would break
 */
record ChangePreview(long question, String prompt, List<FieldDiff> changes, List<String> problems) {

	/**
	 * Shows what a change makes of some questions.
	 * @param named by which of the two drafts a question is called
	 */
	static List<ChangePreview> of(List<QuestionBulk.PlannedChange> effects,
			Function<QuestionBulk.PlannedChange, QuestionDraft> named) {
		return effects.stream()
			.map((effect) -> new ChangePreview(effect.question(), named.apply(effect).prompt(),
					FieldDiff.between(effect.before(), effect.after()), effect.problems()))
			.toList();
	}

	public boolean isFine() {
		return this.problems.isEmpty();
	}

}
