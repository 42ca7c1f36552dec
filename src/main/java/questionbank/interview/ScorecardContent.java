package questionbank.interview;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * The content of a scorecard. As a map of form fields, it is compared and merged field by
 * field.
 *
 * @param answers one per question, in order
 * @param recommendation from 1 to 4; {@code null} if it is open
 * @param reason for the recommendation; may be empty
 */
record ScorecardContent(List<Answer> answers, @Nullable Integer recommendation, String reason) {

	static final String RATING = "rating-";

	static final String POINTS = "points-";

	static final String NOTES = "notes-";

	static final String SECONDS = "seconds-";

	static final String RECOMMENDATION = "recommendation";

	static final String REASON = "reason";

	/** Returns the form fields, in the order of the page. */
	Map<String, String> fields() {
		var fields = new LinkedHashMap<String, String>();
		for (int number = 1; number <= this.answers.size(); number++) {
			var answer = this.answers.get(number - 1);
			fields.put(POINTS + number,
					answer.points().stream().map(Object::toString).collect(Collectors.joining(",")));
			fields.put(RATING + number, answer.ratingField());
			fields.put(NOTES + number, answer.notes());
			fields.put(SECONDS + number, Integer.toString(answer.seconds()));
		}
		fields.put(RECOMMENDATION, Objects.toString(this.recommendation, ""));
		fields.put(REASON, this.reason);
		return fields;
	}

	/** Parses valid form fields. */
	static ScorecardContent of(Map<String, String> fields, int questions) {
		var recommendation = text(fields, RECOMMENDATION);
		return new ScorecardContent(
				IntStream.rangeClosed(1, questions).mapToObj((number) -> answer(fields, number)).toList(),
				number(recommendation), text(fields, REASON));
	}

	private static Answer answer(Map<String, String> fields, int number) {
		var rating = text(fields, RATING + number);
		var notAsked = rating.equals(Answer.NOT_ASKED);
		var points = text(fields, POINTS + number);
		return new Answer(notAsked ? null : number(rating), notAsked,
				points.isEmpty() ? List.of() : Arrays.stream(points.split(",")).map(Integer::valueOf).toList(),
				text(fields, NOTES + number), Integer.parseInt(text(fields, SECONDS + number)));
	}

	private static @Nullable Integer number(String text) {
		return text.isEmpty() ? null : Integer.valueOf(text);
	}

	private static String text(Map<String, String> fields, String name) {
		return Objects.requireNonNull(fields.get(name), name);
	}

	/** Whether nothing but times is recorded. */
	boolean isEmpty() {
		return this.recommendation == null && this.reason.isEmpty() && this.answers.stream()
			.allMatch((answer) -> !answer.isScored() && answer.points().isEmpty() && answer.notes().isEmpty());
	}

	/** Returns the numbers of the questions that are neither rated nor marked. */
	List<Integer> unscored() {
		return IntStream.rangeClosed(1, this.answers.size())
			.filter((number) -> !this.answers.get(number - 1).isScored())
			.boxed()
			.toList();
	}

	/** A panellist's overall recommendation, from 1 to 4. */
	enum Recommendation {

		STRONG_NO("strong no"), NO("no"), YES("yes"), STRONG_YES("strong yes");

		private final String label;

		Recommendation(String label) {
			this.label = label;
		}

		/** Returns the recommendation of a value from 1 to 4. */
		static Recommendation of(int value) {
			return values()[value - 1];
		}

		/** Returns the value, from 1 to 4. */
		public int value() {
			return ordinal() + 1;
		}

		/** Returns the words for the recommendation. */
		public String label() {
			return this.label;
		}

	}

}
