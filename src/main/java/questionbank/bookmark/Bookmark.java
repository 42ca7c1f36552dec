package questionbank.bookmark;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The star and the private note of a learner on a question.
 *
 * @param question the id of the question
 * @param starredAt the time of the star, or {@code null} without one
 * @param note the note, empty without one
 * @param version the version of the note for optimistic locking; 0 before the first
 */
record Bookmark(long question, @Nullable Instant starredAt, String note, int version) {

	/** Returns the bookmark of a question without a star and a note. */
	static Bookmark none(long question) {
		return new Bookmark(question, null, "", 0);
	}

	public boolean isStarred() {
		return this.starredAt != null;
	}

	public boolean hasNote() {
		return !this.note.isEmpty();
	}

	/** The bookmark in the export of a learner's data. */
	record Export(long question, @Nullable Instant starredAt, String note) {
	}

}
