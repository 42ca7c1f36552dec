package questionbank.desk;

import java.util.LinkedHashMap;
import java.util.Map;

import questionbank.question.DraftField;
import questionbank.question.DraftMerge;
import questionbank.textanalysis.WordDiff;

/**
 * A conflict of two edits in one field.
 *
 * @param base the text before both edits
 * @param theirText the present text
 * @param theirs the difference that they made
 * @param mine the difference that I made
 */
record FieldConflict(DraftField field, String base, String theirText, WordDiff theirs, WordDiff mine) {

	/** Returns the conflicts of a merge, by the names of their fields in forms. */
	static Map<String, FieldConflict> between(DraftMerge merge) {
		var conflicts = new LinkedHashMap<String, FieldConflict>();
		merge.conflicts().forEach((field) -> conflicts.put(field.parameter(), of(field, merge)));
		return conflicts;
	}

	private static FieldConflict of(DraftField field, DraftMerge merge) {
		var base = field.text(merge.base());
		var theirs = field.text(merge.theirs());
		return new FieldConflict(field, base, theirs, WordDiff.between(base, theirs),
				WordDiff.between(base, field.text(merge.mine())));
	}

}
