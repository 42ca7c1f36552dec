package questionbank.question;

import java.util.Set;

import questionbank.question.QuestionDraft.Field;

/**
 * A three-way merge of two changes to a question, field by field. A field that both
 * changed differently is a conflict, which the editor resolves.
 *
 * @param base the draft that both changes started from
 * @param theirs the present draft
 * @param mine the draft to be saved
 */
record DraftMerge(QuestionDraft base, QuestionDraft theirs, QuestionDraft mine) {

	/** Returns the fields that both changed differently. */
	Set<Field> conflicts() {
		return Field.matching((field) -> !field.isSame(this.base, this.theirs) && !field.isSame(this.base, this.mine)
				&& !field.isSame(this.theirs, this.mine));
	}

	/** Returns the fields that only they changed. */
	Set<Field> kept() {
		return Field.matching((field) -> !field.isSame(this.base, this.theirs) && field.isSame(this.base, this.mine));
	}

	/** Merges both changes; conflicts are resolved as mine. */
	QuestionDraft merged() {
		var kept = kept();
		return QuestionDraft.combined((field) -> kept.contains(field) ? this.theirs : this.mine);
	}

	/** Merges both changes; conflicts are resolved as theirs. */
	QuestionDraft mergedWithTheirs() {
		return QuestionDraft.combined((field) -> field.isSame(this.base, this.theirs) ? this.mine : this.theirs);
	}

}
