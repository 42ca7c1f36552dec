package questionbank.question;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A three-way merge of two changes to a question, field by field. A field that both
 * changed differently is a conflict, which the editor resolves.
 *
 * @param base the draft that both changes started from
 * @param theirs the present draft
 * @param mine the draft to be saved
 */
public record DraftMerge(QuestionDraft base, QuestionDraft theirs, QuestionDraft mine) {

	/** Returns the fields that both changed differently. */
	public Set<DraftField> conflicts() {
		return fields((field) -> !field.isSame(this.base, this.theirs) && !field.isSame(this.base, this.mine)
				&& !field.isSame(this.theirs, this.mine));
	}

	/** Returns the fields that only they changed. */
	public Set<DraftField> kept() {
		return fields((field) -> !field.isSame(this.base, this.theirs) && field.isSame(this.base, this.mine));
	}

	/** Merges both changes; conflicts are resolved as mine. */
	public QuestionDraft merged() {
		var kept = kept();
		return QuestionDraft.combined((field) -> kept.contains(field) ? this.theirs : this.mine);
	}

	/** Merges both changes; conflicts are resolved as theirs. */
	QuestionDraft mergedWithTheirs() {
		return QuestionDraft.combined((field) -> field.isSame(this.base, this.theirs) ? this.mine : this.theirs);
	}

	/** Returns the fields in which two drafts differ, in the order of forms. */
	public static Set<DraftField> differences(QuestionDraft before, QuestionDraft after) {
		return fields((field) -> !field.isSame(before, after));
	}

	private static Set<DraftField> fields(Predicate<DraftField> condition) {
		return Arrays.stream(DraftField.values())
			.filter(condition)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(DraftField.class)));
	}

}
