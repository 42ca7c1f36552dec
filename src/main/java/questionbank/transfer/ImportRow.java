package questionbank.transfer;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry;
import questionbank.question.QuestionDraft;

/**
 * A row of an import: an entry of the file, or a finding about a place without one.
 *
 * @param position from 1, in the order of the file
 * @param question the question that it changes; {@code null} if it adds one
 * @param version the revision to which it was compared; {@code null} without a question
 * @param similarQuestion a question that it resembles
 * @param similarPosition an earlier row that it resembles
 * @param draft what the question will be, valid or not; {@code null} if it cannot be one
 * @param problems the messages of the rules that the draft breaks
 * @param taken whether it will be applied
 * @param refusal why it was not applied after all; empty for no reason
 */
record ImportRow(int position, Kind kind, QuestionEntry entry, @Nullable Long question, @Nullable Integer version,
		@Nullable Long similarQuestion, @Nullable Integer similarPosition, Choice choice, @Nullable QuestionDraft draft,
		List<String> problems, boolean taken, String refusal) {

	/** Creates the row of an entry that is not compared yet. */
	static ImportRow of(int position, QuestionEntry entry, Kind kind) {
		return new ImportRow(position, kind, entry, null, null, null, null, Choice.NONE, null, List.of(), false, "");
	}

	/** Returns the row, compared to a question. */
	ImportRow comparedTo(long id, int revision) {
		return new ImportRow(this.position, this.kind, this.entry, id, revision, this.similarQuestion,
				this.similarPosition, this.choice, this.draft, this.problems, this.taken, this.refusal);
	}

	/** Returns the row, found to resemble a question, or an earlier row. */
	ImportRow resembling(@Nullable Long similar, @Nullable Integer earlier) {
		return new ImportRow(this.position, this.kind, this.entry, this.question, this.version, similar, earlier,
				this.choice, this.draft, this.problems, this.taken, this.refusal);
	}

	/** Returns the row with a choice, which is yet to be evaluated. */
	ImportRow choosing(Choice chosen) {
		return new ImportRow(this.position, this.kind, this.entry, this.question, this.version, this.similarQuestion,
				this.similarPosition, chosen, this.draft, this.problems, this.taken, this.refusal);
	}

	/** Returns the row with the result of an evaluation. */
	ImportRow evaluated(Kind found, @Nullable QuestionDraft made, List<String> broken, boolean applied) {
		return new ImportRow(this.position, found, this.entry, this.question, this.version, this.similarQuestion,
				this.similarPosition, this.choice, made, broken, applied, this.refusal);
	}

	/** Tells whether it adds a question, though it has one to change. */
	boolean isSeparate() {
		return this.question == null || this.choice.take().equals("new");
	}

	boolean resemblesAny() {
		return this.similarQuestion != null || this.similarPosition != null;
	}

	/** What a row is. */
	enum Kind {

		/** Adds a question. */
		NEW("new", "New"),

		/** Changes a question. */
		CHANGED("changed", "Changed"),

		/** Makes no difference. */
		UNCHANGED("unchanged", "Unchanged"),

		/** Resembles a question, or an earlier row. */
		DUPLICATE("possible duplicate", "Possible duplicates"),

		/** Has to be corrected before it can be applied. */
		ERROR("error", "Errors"),

		/** Is a question of another kind, from which one can be made on request. */
		OPTIONAL("other kind", "Other kinds"),

		/** Says something about a place in the file. */
		NOTE("note", "Notes");

		private final String label;

		private final String plural;

		Kind(String label, String plural) {
			this.label = label;
			this.plural = plural;
		}

		/** Returns the label of a row. */
		public String label() {
			return this.label;
		}

		/** Returns the label of the filter. */
		public String plural() {
			return this.plural;
		}

		/** Returns the number of rows with their label, such as "2 errors". */
		String count(long number) {
			return "%,d %s".formatted(number, (number == 1) ? this.label : this.plural.toLowerCase(Locale.ROOT));
		}

		/** Returns the name in addresses and reports. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * What is chosen for a row in place of what the file says; empty for no choice.
	 *
	 * @param take {@code yes}, {@code no}, or {@code new} to add a question where the row
	 * would change one
	 * @param topics separated by commas; {@code null} for no choice
	 */
	record Choice(String take, String difficulty, @Nullable String topics, String status, String audience) {

		static final Choice NONE = new Choice("", "", null, "", "");

	}

}
