package questionbank.kit;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A three-way merge of two changes to a kit, field by field. A field that both changed
 * differently is a conflict, which the editor resolves. The questions are one field, as
 * their order is a part of it.
 *
 * @param base the draft that both changes started from
 * @param theirs the present draft
 * @param mine the draft to be saved
 */
record KitMerge(KitDraft base, KitDraft theirs, KitDraft mine) {

	/** Returns the fields that both changed differently. */
	public Set<KitField> conflicts() {
		return fields((field) -> !field.isSame(this.base, this.theirs) && !field.isSame(this.base, this.mine)
				&& !field.isSame(this.theirs, this.mine));
	}

	/** Returns the fields that only they changed. */
	Set<KitField> kept() {
		return fields((field) -> !field.isSame(this.base, this.theirs) && field.isSame(this.base, this.mine));
	}

	/** Merges both changes; conflicts are resolved as mine. */
	KitDraft merged() {
		var kept = kept();
		return KitDraft.combined((field) -> kept.contains(field) ? this.theirs : this.mine);
	}

	private static Set<KitField> fields(Predicate<KitField> condition) {
		return Arrays.stream(KitField.values())
			.filter(condition)
			.collect(Collectors.toCollection(() -> EnumSet.noneOf(KitField.class)));
	}

}
