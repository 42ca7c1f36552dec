package questionbank.question;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Two people's changes to the same question, put together field by field: a field that
 * only one of them changed is theirs, and only one that both changed in different ways
 * has to be decided by a person.
 *
 * @param base what both started from
 * @param theirs what stands there now
 * @param mine what is to stand there
 */
public record DraftMerge(QuestionDraft base, QuestionDraft theirs, QuestionDraft mine) {

	/** The fields that both changed, and not to the same. */
	public Set<DraftField> conflicts() {
		return fields((field) -> !field.isSame(this.base, this.theirs) && !field.isSame(this.base, this.mine)
				&& !field.isSame(this.theirs, this.mine));
	}

	/** The fields that only they changed, which stay as they made them. */
	public Set<DraftField> kept() {
		return fields((field) -> !field.isSame(this.base, this.theirs) && field.isSame(this.base, this.mine));
	}

	/** Both changes in one; where they conflict, mine. */
	public QuestionDraft merged() {
		var kept = kept();
		return QuestionDraft.combined((field) -> kept.contains(field) ? this.theirs : this.mine);
	}

	/** Both changes in one; where they conflict, theirs. */
	QuestionDraft mergedWithTheirs() {
		return QuestionDraft.combined((field) -> field.isSame(this.base, this.theirs) ? this.mine : this.theirs);
	}

	/** The fields in which two drafts differ, as they stand in forms. */
	public static Set<DraftField> differences(QuestionDraft one, QuestionDraft other) {
		return fields((field) -> !field.isSame(one, other));
	}

	private static Set<DraftField> fields(Predicate<DraftField> wanted) {
		return Arrays.stream(DraftField.values())
			.filter(wanted)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(DraftField.class)));
	}

}
