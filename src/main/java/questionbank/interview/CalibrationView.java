package questionbank.interview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import questionbank.calibration.CalibrationModel.Effect;
import questionbank.question.Difficulty;
import questionbank.question.QuestionSummary;

/**
 * What the ratings tell of questions and raters. It is advisory: no score depends on it.
 *
 * @param estimatedAt when the ratings were read
 * @param ratings the number of all ratings that count
 * @param mostOfQuestion the number of ratings of the question with the most
 * @param questions those with enough ratings, the hardest first
 * @param levels the mean effect of the questions of each declared difficulty
 * @param raters those with enough ratings whom the viewer may see, the strictest first
 * @param mostOfRater the highest number of ratings of a rater whom the viewer may see
 */
record CalibrationView(Instant estimatedAt, int ratings, int mostOfQuestion, List<QuestionRow> questions,
		NavigableMap<Difficulty, Effect> levels, List<RaterRow> raters, int mostOfRater) {

	static CalibrationView of(Instant estimatedAt, int ratings, int mostOfQuestion, Map<Long, Effect> questions,
			Map<Long, QuestionSummary> summaries, Map<Long, Effect> raters, int mostOfRater, Map<Long, String> names) {
		var levels = summaries.values()
			.stream()
			.collect(Collectors.groupingBy(QuestionSummary::difficulty, TreeMap::new,
					Collectors.collectingAndThen(
							Collectors.mapping((question) -> get(questions, question.id()), Collectors.toList()),
							Effect::mean)));
		var rows = summaries.values()
			.stream()
			.map((question) -> QuestionRow.of(question, get(questions, question.id()), levels))
			.sorted(Comparator.comparingDouble((QuestionRow row) -> row.effect().value())
				.thenComparing((row) -> row.question().id()))
			.toList();
		var people = raters.entrySet()
			.stream()
			.map((rater) -> new RaterRow(names.getOrDefault(rater.getKey(), ""), rater.getValue()))
			.sorted(Comparator.comparingDouble((row) -> row.effect().value()))
			.toList();
		return new CalibrationView(estimatedAt, ratings, mostOfQuestion, rows, levels, people, mostOfRater);
	}

	private static Effect get(Map<Long, Effect> effects, long key) {
		return Objects.requireNonNull(effects.get(key));
	}

	/** Returns the number of ratings from which a question or a rater is shown. */
	public int minimum() {
		return Calibration.MINIMUM;
	}

	/** Whether questions clearly have lower ratings than those declared harder. */
	public boolean isOrderContradicted() {
		return this.levels.entrySet()
			.stream()
			.anyMatch((level) -> this.levels.tailMap(level.getKey(), false)
				.values()
				.stream()
				.anyMatch(level.getValue()::isClearlyBelow));
	}

	/** Returns the mean effect of the questions of each declared difficulty. */
	public List<LevelRow> levelRows() {
		return this.levels.entrySet()
			.stream()
			.map((level) -> new LevelRow(level.getKey(), text(level.getValue()),
					this.questions.stream().filter((row) -> row.question().difficulty() == level.getKey()).count()))
			.toList();
	}

	/**
	 * Formats points of the scale with one decimal, such as {@code −0.4} or {@code 0.0}.
	 */
	private static String points(double value) {
		var rounded = Math.round(value * 10) / 10.0;
		return (rounded == 0) ? "0.0" : String.format(Locale.ENGLISH, "%+.1f", rounded).replace('-', '\u2212');
	}

	/** Formats an effect and its interval, such as {@code −0.4 (−0.6 to −0.2)}. */
	private static String text(Effect effect) {
		return points(effect.value()) + " (" + points(effect.low()) + " to " + points(effect.high()) + ")";
	}

	/** Describes an effect by the word for its sign if it clearly has one. */
	private static String words(Effect effect, String lower, String higher, String neither) {
		return effect.isClearlyBelow(Effect.NONE) ? lower : Effect.NONE.isClearlyBelow(effect) ? higher : neither;
	}

	/**
	 * A question with its estimated effect.
	 *
	 * @param contradiction how the ratings contradict the declared difficulty, or
	 * {@code null}
	 */
	record QuestionRow(QuestionSummary question, Effect effect, @Nullable String contradiction) {

		/** Compares the effect with the means of the adjacent declared difficulties. */
		static QuestionRow of(QuestionSummary question, Effect effect, NavigableMap<Difficulty, Effect> levels) {
			var harder = levels.higherEntry(question.difficulty());
			var easier = levels.lowerEntry(question.difficulty());
			return new QuestionRow(question, effect, (harder != null && effect.isClearlyBelow(harder.getValue()))
					? "harder than declared"
					: (easier != null && easier.getValue().isClearlyBelow(effect)) ? "easier than declared" : null);
		}

		public String words() {
			return CalibrationView.words(this.effect, "harder", "easier", "about average");
		}

		public String text() {
			return CalibrationView.text(this.effect);
		}

	}

	/**
	 * A declared difficulty.
	 *
	 * @param text the mean effect of its questions
	 * @param questions the number of its questions with enough ratings
	 */
	record LevelRow(Difficulty difficulty, String text, long questions) {
	}

	/** A rater with the estimated severity. */
	record RaterRow(String name, Effect effect) {

		public String words() {
			return CalibrationView.words(this.effect, "stricter", "more lenient", "like the panel");
		}

		public String text() {
			return CalibrationView.text(this.effect);
		}

	}

}
