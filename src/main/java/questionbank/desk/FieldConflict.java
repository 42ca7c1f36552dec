package questionbank.desk;

import java.util.LinkedHashMap;
import java.util.Map;

import questionbank.question.QuestionBank.EditResult;
import questionbank.question.QuestionDraft.Field;
import questionbank.textanalysis.WordDiff;

/**
 * A conflict of two edits in one field.
 *
 * @param base the text before both edits
 * @param theirText the present text
 * @param theirs the difference that they made
 * @param mine the difference that I made
 */
record FieldConflict(Field field, String base, String theirText, WordDiff theirs, WordDiff mine) {

	/** Returns the conflicts of an edit, by the names of their fields in forms. */
	static Map<String, FieldConflict> between(EditResult.Conflict conflict) {
		var conflicts = new LinkedHashMap<String, FieldConflict>();
		conflict.fields().forEach((field) -> conflicts.put(field.parameter(), of(field, conflict)));
		return conflicts;
	}

	private static FieldConflict of(Field field, EditResult.Conflict conflict) {
		var base = field.text(conflict.base());
		var theirs = field.text(conflict.theirs());
		return new FieldConflict(field, base, theirs, WordDiff.between(base, theirs),
				WordDiff.between(base, field.text(conflict.mine())));
	}

}
