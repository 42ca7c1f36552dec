package questionbank.desk;

import java.util.LinkedHashMap;
import java.util.Map;

import questionbank.question.DraftField;
import questionbank.question.DraftMerge;

/**
 * Two answers to what a field is to say.
 *
 * @param base what it said
 * @param theirText what it says now
 * @param theirs how they changed it
 * @param mine how it is to be changed
 */
record FieldConflict(DraftField field, String base, String theirText, WordDiff theirs, WordDiff mine) {

	/** What two people have to decide, by the names of the fields in forms. */
	static Map<String, FieldConflict> between(DraftMerge merge) {
		var disputes = new LinkedHashMap<String, FieldConflict>();
		merge.conflicts().forEach((field) -> disputes.put(field.parameter(), about(field, merge)));
		return disputes;
	}

	private static FieldConflict about(DraftField field, DraftMerge merge) {
		var base = field.text(merge.base());
		var theirs = field.text(merge.theirs());
		return new FieldConflict(field, base, theirs, WordDiff.between(base, theirs),
				WordDiff.between(base, field.text(merge.mine())));
	}

}
