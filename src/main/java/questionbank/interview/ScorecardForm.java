package questionbank.interview;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

import questionbank.interview.QuestionTexts.QuestionText;
import questionbank.web.ReadableText;
import questionbank.web.UnicodeText;

/**
 * The form of a scorecard, as typed, valid or not. A field that was not submitted keeps
 * its stored value.
 *
 * @param sent the submitted fields
 * @param version the version of the scorecard that was edited; empty if it was lost
 * @param window identifies the window; empty without scripts
 */
record ScorecardForm(Map<String, String> sent, String version, String window) {

	private static final int LENGTH = 5_000;

	private static final int WINDOW_LENGTH = 40;

	private static final ReadableText.Rule REASON = ReadableText.Rule.optionalLines("The reason", LENGTH);

	/** Reads the fields of a scorecard from the parameters of a request. */
	static ScorecardForm of(MultiValueMap<String, String> parameters, ScorecardView scorecard) {
		var sent = new LinkedHashMap<String, String>();
		scorecard.content().fields().keySet().forEach((field) -> {
			var values = parameters.get(field);
			if (values != null) {
				sent.put(field, typed(field, values));
			}
		});
		var window = UnicodeText.typed(parameters.getFirst("window"));
		return new ScorecardForm(sent, UnicodeText.typed(parameters.getFirst("version")),
				window.matches("[A-Za-z0-9-]{1," + WINDOW_LENGTH + "}") ? window : "");
	}

	private static String typed(String field, List<String> values) {
		if (field.startsWith(ScorecardContent.POINTS)) {
			return values.stream()
				.flatMap((value) -> Arrays.stream(value.split(",")))
				.map(String::strip)
				.filter((value) -> !value.isEmpty())
				.distinct()
				.sorted()
				.collect(Collectors.joining(","));
		}
		var value = Objects.requireNonNullElse(values.get(0), "");
		return (field.startsWith(ScorecardContent.NOTES) || field.equals(ScorecardContent.REASON))
				? UnicodeText.lines(value).stripTrailing() : UnicodeText.typed(value);
	}

	/** Returns all fields: the submitted ones, and the others as stored. */
	Map<String, String> fields(ScorecardContent stored) {
		var fields = stored.fields();
		fields.putAll(this.sent);
		return fields;
	}

	/** Returns the number of the version; 0, the empty scorecard, if it was lost. */
	int base() {
		return isVersion() ? Integer.parseInt(this.version) : 0;
	}

	private boolean isVersion() {
		return this.version.matches("[0-9]{1,9}");
	}

	/** Rejects each invalid field. */
	void check(ScorecardView scorecard, Errors errors) {
		if (!this.version.isEmpty() && (!isVersion() || base() > scorecard.version())) {
			errors.reject("version",
					"The form has lost the number of the version that you edited. Please copy your text and reload the page.");
		}
		scorecard.questions().forEach((question) -> check(question, errors));
		var recommendation = this.sent.getOrDefault(ScorecardContent.RECOMMENDATION, "");
		if (!recommendation.matches("[1-4]?")) {
			errors.rejectValue(ScorecardContent.RECOMMENDATION, "recommendation",
					quoted(recommendation) + " is not a recommendation: please choose 1 to 4.");
		}
		REASON.check(this.sent.getOrDefault(ScorecardContent.REASON, ""), ScorecardContent.REASON, errors);
	}

	private void check(QuestionText question, Errors errors) {
		var number = question.number();
		var rating = this.sent.getOrDefault(ScorecardContent.RATING + number, "");
		if (!rating.matches("[1-4]?") && !rating.equals(Answer.NOT_ASKED)) {
			errors.rejectValue(ScorecardContent.RATING + number, "rating", quoted(rating)
					+ " is not a rating of question " + number + ": please choose 1 to 4, or not asked.");
		}
		var points = this.sent.getOrDefault(ScorecardContent.POINTS + number, "");
		if (!points.isEmpty() && !Arrays.stream(points.split(","))
			.allMatch((point) -> point.matches("[1-9][0-9]?")
					&& Integer.parseInt(point) <= question.keyPoints().size())) {
			errors.rejectValue(ScorecardContent.POINTS + number, "points",
					quoted(points) + " is not a key point of question " + number + ".");
		}
		ReadableText.Rule.optionalLines("The notes on question " + number, LENGTH)
			.check(this.sent.getOrDefault(ScorecardContent.NOTES + number, ""), ScorecardContent.NOTES + number,
					errors);
		if (!this.sent.getOrDefault(ScorecardContent.SECONDS + number, "0").matches("[0-9]{1,5}")) {
			errors.rejectValue(ScorecardContent.SECONDS + number, "seconds",
					"The time of question " + number + " is a whole number of seconds, at most 99999.");
		}
	}

	private static String quoted(String text) {
		return "“" + UnicodeText.abbreviate(text, 40) + "”";
	}

}
