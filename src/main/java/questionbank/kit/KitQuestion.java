package questionbank.kit;

import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import questionbank.question.Difficulty;
import questionbank.question.QuestionDetails;
import questionbank.web.ReadableText;

/**
 * A question of a kit.
 *
 * @param question the number of the question
 * @param revision the pinned revision, counted from 1 within the question
 * @param minutes the planned time
 * @param probes the chosen follow-up questions, in order
 */
public record KitQuestion(long question, int revision,
		@Min(value = 1, message = KitQuestion.MINUTES) @Max(value = KitQuestion.MAX_MINUTES,
				message = KitQuestion.MINUTES) int minutes,
		@Size(max = KitQuestion.MAX_PROBES,
				message = "A question can have at most {max} follow-up questions.") List<@ReadableText(
						label = "A follow-up question", max = KitQuestion.PROBE_LENGTH,
						missing = "A follow-up question contains no visible characters.") String> probes) {

	/** The maximum of planned minutes. */
	public static final int MAX_MINUTES = 120;

	static final int MAX_PROBES = 8;

	static final int PROBE_LENGTH = 300;

	static final String MINUTES = "The minutes of a question are a whole number from 1 to " + MAX_MINUTES + ".";

	public KitQuestion {
		probes = List.copyOf(probes);
	}

	/** Returns the minutes that are planned for a question of a difficulty at first. */
	static int defaultMinutes(Difficulty difficulty) {
		return switch (difficulty) {
			case EASY -> 3;
			case MEDIUM -> 5;
			case HARD -> 8;
		};
	}

	/**
	 * Returns this question, with another revision pinned if it is of the given question.
	 */
	KitQuestion pinnedAt(QuestionDetails present) {
		return (present.id() != this.question) ? this
				: new KitQuestion(this.question, present.version(), this.minutes, this.probes);
	}

	/** Returns this question with other planned minutes. */
	KitQuestion planned(int changed) {
		return new KitQuestion(this.question, this.revision, changed, this.probes);
	}

}
