package questionbank.question;

import java.util.Set;
import java.util.stream.Collectors;

/** What became of somebody's change to a question. */
public sealed interface Edit {

	/** The number of the question's latest revision. */
	int version();

	/**
	 * The change is kept.
	 *
	 * @param changed whether there was anything to change
	 * @param kept the fields that others changed meanwhile, and which stay as they made
	 * them
	 */
	record Saved(int version, boolean changed, Set<DraftField> kept) implements Edit {

		/** What to tell whoever made the change. */
		String notice() {
			if (!this.changed) {
				return "Nothing was different; no version was made.";
			}
			var saved = "Saved as version " + this.version;
			return this.kept.isEmpty() ? saved + "."
					: this.kept.stream()
						.map(DraftField::label)
						.collect(Collectors.joining(", ",
								saved + ", together with what somebody else changed meanwhile: ", "."));
		}

	}

	/** Nothing was written: others changed the same fields meanwhile. */
	record Conflict(int version, DraftMerge merge) implements Edit {

		/** Whether a field has to be decided, which goes by its name in forms. */
		public boolean isAbout(String parameter) {
			return this.merge.conflicts().stream().anyMatch((field) -> field.parameter().equals(parameter));
		}

		/** What there is to decide about a field. */
		public Dispute dispute(String parameter) {
			return this.merge.conflicts()
				.stream()
				.filter((field) -> field.parameter().equals(parameter))
				.map((field) -> Dispute.of(field, this.merge))
				.findFirst()
				.orElseThrow();
		}

	}

	/**
	 * Two answers to what a field is to say.
	 *
	 * @param base what it said
	 * @param theirText what it says now
	 * @param theirs how they changed it
	 * @param mine how it is to be changed
	 */
	record Dispute(DraftField field, String base, String theirText, WordDiff theirs, WordDiff mine) {

		static Dispute of(DraftField field, DraftMerge merge) {
			var base = field.text(merge.base());
			var theirs = field.text(merge.theirs());
			return new Dispute(field, base, theirs, WordDiff.between(base, theirs),
					WordDiff.between(base, field.text(merge.mine())));
		}

	}

}
