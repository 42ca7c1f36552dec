package questionbank.question;

import java.util.Set;

/** What became of somebody's change to a question. */
public sealed interface EditResult {

	/** The number of the question's latest revision. */
	int version();

	/**
	 * The change is kept.
	 *
	 * @param changed whether there was anything to change
	 * @param kept the fields that others changed meanwhile, and which stay as they made
	 * them
	 */
	record Saved(int version, boolean changed, Set<DraftField> kept) implements EditResult {
	}

	/** Nothing was written: others changed the same fields meanwhile. */
	record Conflict(int version, DraftMerge merge) implements EditResult {
	}

}
