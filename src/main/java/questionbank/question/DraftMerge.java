package questionbank.question;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import questionbank.question.QuestionDraft.Field;
import questionbank.textanalysis.WordDiff;

/**
 * A three-way merge of two changes to a question, field by field. If both changed a text,
 * their changes are merged if they touch different sentences. Any other field that both
 * changed differently is a conflict, which the editor resolves.
 *
 * @param base the draft that both changes started from
 * @param theirs the present draft
 * @param mine the draft to be saved
 */
record DraftMerge(QuestionDraft base, QuestionDraft theirs, QuestionDraft mine) {

	private static final Set<Field> TEXTS = EnumSet.of(Field.PROMPT, Field.SAMPLE_ANSWER, Field.KEY_POINTS,
			Field.PROBES, Field.SOURCE);

	/**
	 * What a question cannot be published without, if one publishes it and the other
	 * empties it.
	 */
	private static final Set<Field> PUBLICATION = EnumSet.of(Field.STATUS, Field.SAMPLE_ANSWER);

	/**
	 * Returns the fields that both changed differently, and whose changes cannot be
	 * merged. A question published by one and left without a sample answer by the other
	 * is a conflict in both fields.
	 */
	Set<Field> conflicts() {
		var texts = texts().keySet();
		var unpublishable = isUnpublishable();
		return Field.matching((field) -> (unpublishable && PUBLICATION.contains(field))
				|| (isDisputed(field) && !texts.contains(field)));
	}

	/**
	 * Returns the texts that both changed, in different sentences, with both changes.
	 */
	Map<Field, String> texts() {
		var merged = new EnumMap<Field, String>(Field.class);
		TEXTS.stream()
			.filter(this::isDisputed)
			.forEach((field) -> WordDiff.merge(field.text(this.base), field.text(this.theirs), field.text(this.mine))
				.ifPresent((text) -> merged.put(field, text)));
		return merged;
	}

	/** Returns the fields that only they changed. */
	Set<Field> kept() {
		var unpublishable = isUnpublishable();
		return Field.matching((field) -> isKept(field) && !(unpublishable && PUBLICATION.contains(field)));
	}

	/** Merges both changes; conflicts are resolved as mine. */
	QuestionDraft merged() {
		var kept = kept();
		var texts = texts();
		var both = new QuestionDraft(texts.getOrDefault(Field.PROMPT, ""), this.mine.difficulty(),
				texts.getOrDefault(Field.SAMPLE_ANSWER, ""), lines(texts.getOrDefault(Field.KEY_POINTS, "")),
				lines(texts.getOrDefault(Field.PROBES, "")), List.of(), this.mine.status(), this.mine.audience(),
				texts.getOrDefault(Field.SOURCE, ""));
		return QuestionDraft
			.combined((field) -> texts.containsKey(field) ? both : kept.contains(field) ? this.theirs : this.mine);
	}

	/** Merges both changes; conflicts are resolved as theirs. */
	QuestionDraft mergedWithTheirs() {
		var merged = QuestionDraft.combined((field) -> field.isSame(this.base, this.theirs) ? this.mine : this.theirs);
		return (merged.isUnanswered() && !this.theirs.isUnanswered())
				? QuestionDraft.combined((field) -> PUBLICATION.contains(field) ? this.theirs : merged) : merged;
	}

	private boolean isDisputed(Field field) {
		return !field.isSame(this.base, this.theirs) && !field.isSame(this.base, this.mine)
				&& !field.isSame(this.theirs, this.mine);
	}

	private boolean isKept(Field field) {
		return !field.isSame(this.base, this.theirs) && field.isSame(this.base, this.mine);
	}

	private boolean isUnpublishable() {
		return !this.theirs.isUnanswered() && !this.mine.isUnanswered()
				&& QuestionDraft.combined((field) -> isKept(field) ? this.theirs : this.mine).isUnanswered();
	}

	private static List<String> lines(String text) {
		return text.lines().filter((line) -> !line.isBlank()).toList();
	}

}
