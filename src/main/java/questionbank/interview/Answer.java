package questionbank.interview;

import java.util.List;

import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A panellist's score of one question.
 *
 * @param rating from 1 to 4; {@code null} if unrated or not asked
 * @param notAsked whether the question was not asked
 * @param points the key points that were ticked, counted from 1, in order
 * @param notes plain text; may be empty
 * @param seconds the elapsed time
 */
@Embeddable
record Answer(@Nullable Integer rating, boolean notAsked, @JdbcTypeCode(SqlTypes.ARRAY) List<Integer> points,
		String notes, int seconds) {

	/** An answer that is not scored yet. */
	static final Answer BLANK = new Answer(null, false, List.of(), "", 0);

	/** The value of the field {@code rating-N} for a question that was not asked. */
	static final String NOT_ASKED = "not-asked";

	/** Whether the question is rated, or marked as not asked. */
	boolean isScored() {
		return this.rating != null || this.notAsked;
	}

	/** Returns the rating as a form field: a number, {@link #NOT_ASKED}, or empty. */
	String ratingField() {
		return this.notAsked ? NOT_ASKED : (this.rating != null) ? this.rating.toString() : "";
	}

}
