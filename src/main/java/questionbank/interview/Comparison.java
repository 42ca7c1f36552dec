package questionbank.interview;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import questionbank.interview.QuestionTexts.QuestionText;

/**
 * The candidates of one kit side by side: questions by interviews. It is made of the
 * matrices that the viewer may see, and has no total and no order of candidates but that
 * of dates.
 *
 * @param columns the interviews whose ratings the viewer may see, the latest date first
 * @param hidden the other interviews that the viewer may open
 * @param rows one per question of any of the interviews
 */
record Comparison(List<Column> columns, List<InterviewDetails> hidden, List<Row> rows, Sort sort) {

	/**
	 * Compares interviews.
	 * @param interviews the latest date first
	 * @param order the parameter of the order, see {@link Sort}
	 */
	static Comparison of(List<Candidate> interviews, String order) {
		var columns = interviews.stream().flatMap((one) -> Column.of(one).stream()).toList();
		var sort = Sort.of(order, columns);
		var questions = new LinkedHashMap<Long, QuestionText>();
		columns.forEach((column) -> column.matrix()
			.rows()
			.forEach((row) -> questions.putIfAbsent(row.asked().question(), row.asked())));
		var rows = questions.values()
			.stream()
			.map((question) -> new Row(question,
					columns.stream().map((column) -> column.cell(question.question())).toList()))
			.toList();
		return new Comparison(columns,
				interviews.stream().filter((one) -> one.matrix() == null).map(Candidate::details).toList(),
				sort.sorted(rows, columns), sort);
	}

	/** Whether the interviews have copied different revisions of the kit. */
	public boolean hasSeveralRevisions() {
		return this.columns.stream().map((column) -> column.details().kitRevision()).distinct().count() > 1;
	}

	/**
	 * An interview to compare.
	 *
	 * @param matrix the ratings; {@code null} if the viewer may not see them yet
	 */
	record Candidate(InterviewDetails details, @Nullable Matrix matrix) {
	}

	/** An interview with its ratings. */
	record Column(InterviewDetails details, Matrix matrix) {

		static Optional<Column> of(Candidate candidate) {
			return Optional.ofNullable(candidate.matrix()).map((matrix) -> new Column(candidate.details(), matrix));
		}

		/** Returns the name of the column, also as the parameter of its order. */
		public String key() {
			return Long.toString(this.details.id());
		}

		private Matrix.@Nullable Row cell(long question) {
			return this.matrix.rows()
				.stream()
				.filter((row) -> row.asked().question() == question)
				.findFirst()
				.orElse(null);
		}

	}

	/**
	 * A question.
	 *
	 * @param question in the revision of the latest interview with it
	 * @param cells its ratings by interview; {@code null} where the kit was without it
	 */
	record Row(QuestionText question, List<Matrix.@Nullable Row> cells) {

		private double mean(int column) {
			var cell = this.cells.get(column);
			return (cell != null) ? cell.mean().orElse(Double.NaN) : Double.NaN;
		}

	}

	/**
	 * The order of the questions: as they were asked, or by the mean of a column. Those
	 * without a mean are last in either direction.
	 *
	 * @param column the key of a column, or {@link #ASKED}
	 * @param descending whether the highest is first
	 */
	record Sort(String column, boolean descending) {

		static final String ASKED = "number";

		/** Parses a parameter such as {@code -12}; unknown ones keep the order. */
		static Sort of(String parameter, List<Column> columns) {
			var descending = parameter.startsWith("-");
			var name = descending ? parameter.substring(1) : parameter;
			var known = name.equals(ASKED) || columns.stream().anyMatch((column) -> column.key().equals(name));
			return known ? new Sort(name, descending) : new Sort(ASKED, false);
		}

		/** Returns the parameter of this order. */
		public String parameter() {
			return (this.descending ? "-" : "") + this.column;
		}

		/** Returns the parameter of a column's link, which reverses the present order. */
		public String link(String key) {
			var reversed = key.equals(this.column) ? !this.descending : !key.equals(ASKED);
			return (reversed ? "-" : "") + key;
		}

		/** Returns the value of {@code aria-sort}, or {@code null}. */
		public @Nullable String state(String key) {
			return !key.equals(this.column) ? null : this.descending ? "descending" : "ascending";
		}

		private List<Row> sorted(List<Row> asked, List<Column> columns) {
			var rows = new ArrayList<>(asked);
			var at = columns.stream().map(Column::key).toList().indexOf(this.column);
			if (at >= 0) {
				var ascending = Comparator.comparingDouble((Row row) -> row.mean(at));
				rows.sort(Comparator.comparing((Row row) -> Double.isNaN(row.mean(at)))
					.thenComparing(this.descending ? ascending.reversed() : ascending));
			}
			else if (this.descending) {
				Collections.reverse(rows);
			}
			return List.copyOf(rows);
		}

	}

}
