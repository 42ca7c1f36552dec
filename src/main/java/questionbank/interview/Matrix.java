package questionbank.interview;

import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import questionbank.interview.QuestionTexts.QuestionText;

/**
 * The submitted ratings of an interview: questions by panellists. Ratings have no
 * weights, and there is no total.
 *
 * @param panellists the names of the columns
 * @param rows one per question
 * @param recommendations one per panellist
 */
record Matrix(List<String> panellists, List<Row> rows, Row recommendations, Sort sort) {

	/** The spread from which ratings are a disagreement to talk about. */
	private static final int DISAGREEMENT = 2;

	static Matrix of(List<QuestionText> questions, List<Panellist> submitted, Sort sort) {
		var scorecards = submitted.stream().map(Panellist::content).toList();
		var rows = IntStream.range(0, questions.size())
			.mapToObj((at) -> new Row(questions.get(at),
					scorecards.stream().map((scorecard) -> Cell.of(scorecard.answers().get(at))).toList()))
			.sorted(sort.order())
			.toList();
		var recommendations = new Row(null,
				scorecards.stream()
					.map((scorecard) -> new Cell(scorecard.recommendation(), false, scorecard.reason()))
					.toList());
		return new Matrix(submitted.stream().map(Panellist::name).toList(), rows, recommendations, sort);
	}

	/**
	 * The ratings of a question, or the recommendations.
	 *
	 * @param question {@code null} for the recommendations
	 */
	record Row(@Nullable QuestionText question, List<Cell> cells) {

		/** Returns the question of a row that is not that of the recommendations. */
		QuestionText asked() {
			return Objects.requireNonNull(this.question);
		}

		private IntSummaryStatistics ratings() {
			return this.cells.stream()
				.map(Cell::rating)
				.filter(Objects::nonNull)
				.mapToInt(Integer::intValue)
				.summaryStatistics();
		}

		/** Returns the highest minus the lowest rating; empty with fewer than two. */
		OptionalInt spread() {
			var ratings = ratings();
			return (ratings.getCount() < 2) ? OptionalInt.empty() : OptionalInt.of(ratings.getMax() - ratings.getMin());
		}

		/** Returns the mean rating; empty without ratings. */
		OptionalDouble mean() {
			var ratings = ratings();
			return (ratings.getCount() == 0) ? OptionalDouble.empty() : OptionalDouble.of(ratings.getAverage());
		}

		/** Returns the spread, or a dash with fewer than two ratings. */
		public String spreadText() {
			var spread = spread();
			return spread.isPresent() ? Integer.toString(spread.getAsInt()) : "–";
		}

		/** Returns the mean with the number of ratings, such as {@code 3.3 (n = 3)}. */
		public String meanText() {
			var ratings = ratings();
			return (ratings.getCount() == 0) ? "–"
					: String.format(Locale.ENGLISH, "%.1f (n = %d)", ratings.getAverage(), ratings.getCount());
		}

		/** Whether the ratings differ so much that the panel should talk about them. */
		public boolean isDisagreement() {
			return spread().orElse(0) >= DISAGREEMENT;
		}

	}

	/**
	 * A panellist's rating.
	 *
	 * @param rating from 1 to 4; {@code null} if there is none
	 */
	record Cell(@Nullable Integer rating, boolean notAsked, String notes) {

		static Cell of(Answer answer) {
			return new Cell(answer.rating(), answer.notAsked(), answer.notes());
		}

		public String text() {
			return this.notAsked ? "not asked" : (this.rating != null) ? this.rating.toString() : "–";
		}

	}

	/**
	 * The order of the questions. Rows without a value are last in either direction.
	 *
	 * @param key the column
	 * @param descending whether the highest is first
	 */
	record Sort(Key key, boolean descending) {

		/** Parses a parameter such as {@code -spread}; unknown ones sort by number. */
		static Sort of(String parameter) {
			var descending = parameter.startsWith("-");
			var name = descending ? parameter.substring(1) : parameter;
			for (var key : Key.values()) {
				if (key.parameter().equals(name)) {
					return new Sort(key, descending);
				}
			}
			return new Sort(Key.NUMBER, false);
		}

		/** Returns the parameter of a column's link, which reverses the present order. */
		public String link(Key column) {
			var reversed = (column == this.key) ? !this.descending : column != Key.NUMBER;
			return (reversed ? "-" : "") + column.parameter();
		}

		/** Returns the value of {@code aria-sort}, or {@code null}. */
		public @Nullable String state(Key column) {
			return (column != this.key) ? null : this.descending ? "descending" : "ascending";
		}

		private Comparator<Row> order() {
			var ascending = Comparator.comparingDouble((Row row) -> this.key.value(row));
			return Comparator.comparing((Row row) -> Double.isNaN(this.key.value(row)))
				.thenComparing(this.descending ? ascending.reversed() : ascending);
		}

	}

	/** A column by which the questions can be sorted. */
	enum Key {

		NUMBER, SPREAD, MEAN;

		String parameter() {
			return name().toLowerCase(Locale.ROOT);
		}

		private double value(Row row) {
			return switch (this) {
				case NUMBER -> (row.question != null) ? row.question.number() : 0;
				case SPREAD -> row.spread().isPresent() ? row.spread().getAsInt() : Double.NaN;
				case MEAN -> row.mean().orElse(Double.NaN);
			};
		}

	}

}
