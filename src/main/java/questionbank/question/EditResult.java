package questionbank.question;

import java.util.Set;

/** The result of an edit of a question. */
public sealed interface EditResult {

	/** Returns the number of the question's latest revision. */
	int version();

	/**
	 * The edit is saved.
	 *
	 * @param changed {@code false} if it made no difference, and no revision
	 * @param kept the fields that others changed since, and that keep their change
	 */
	record Saved(int version, boolean changed, Set<DraftField> kept) implements EditResult {
	}

	/** The edit is not saved, as others changed the same fields since. */
	record Conflict(int version, DraftMerge merge) implements EditResult {
	}

}
