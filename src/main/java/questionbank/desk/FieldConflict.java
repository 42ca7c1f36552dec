package questionbank.desk;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import questionbank.question.QuestionBank.EditResult;
import questionbank.question.QuestionBank.HistoryEntry;
import questionbank.question.QuestionDraft.Field;
import questionbank.textanalysis.WordDiff;

/**
 * A field that two edits changed. The differences are folded, as the form has the whole
 * text.
 *
 * @param author of their latest change to the field
 * @param changedAt the time of that change
 * @param base the text before both edits
 * @param theirText the present text
 * @param theirs the difference that they made
 * @param mine the difference that I made
 * @param merged the difference that merging their change makes to my text; {@code null}
 * if the two conflict
 */
record FieldConflict(Field field, String author, Instant changedAt, String base, String theirText, WordDiff theirs,
		WordDiff mine, @Nullable WordDiff merged) {

	/**
	 * Returns the conflicts and merged texts of an edit, by the names of their fields in
	 * forms.
	 * @param since the revisions since the edited one, the latest first; not empty
	 */
	static Map<String, FieldConflict> between(EditResult.Conflict conflict, List<HistoryEntry> since) {
		var fields = EnumSet
			.copyOf(conflict.texts().keySet().isEmpty() ? conflict.fields() : conflict.texts().keySet());
		fields.addAll(conflict.fields());
		var conflicts = new LinkedHashMap<String, FieldConflict>();
		fields.forEach((field) -> conflicts.put(field.parameter(), of(field, conflict, since)));
		return conflicts;
	}

	private static FieldConflict of(Field field, EditResult.Conflict conflict, List<HistoryEntry> since) {
		var base = field.text(conflict.base());
		var theirs = field.text(conflict.theirs());
		var mine = field.text(conflict.mine());
		var merged = conflict.fields().contains(field) ? null : conflict.texts().get(field);
		var latest = since.stream()
			.filter((entry) -> entry.changed().contains(field))
			.findFirst()
			.orElse(since.get(0))
			.revision();
		return new FieldConflict(field, latest.author(), latest.createdAt(), base, theirs,
				WordDiff.between(base, theirs).folded(), WordDiff.between(base, mine).folded(),
				(merged != null) ? WordDiff.between(mine, merged).folded() : null);
	}

}
