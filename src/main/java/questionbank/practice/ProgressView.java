package questionbank.practice;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import questionbank.scheduling.Grade;
import questionbank.scheduling.ModelFit;

/**
 * The data of a learner's progress page.
 *
 * @param forecast the expected readiness by day until the interview; {@code null} without
 * a date
 * @param calendar the answers of the last weeks, by day
 * @param weeks the answers of the last weeks, by grade
 * @param weakest the questions with key points that were missed twice or more often, the
 * most missed first
 * @param total the number of graded answers
 * @param model the fitted memory model, or {@code null} before the first fit
 */
record ProgressView(PracticeStatus status, @Nullable LineChart forecast, Calendar calendar, BarChart weeks,
		List<MissedQuestion> weakest, long total, @Nullable MemoryModel model) {

	/** The days since the first answer from which on a chart shows more than a table. */
	private static final int CHARTED_DAYS = 14;

	/** Returns the number of graded answers from which a memory model is fitted. */
	public int minimumReviews() {
		return ModelFit.MINIMUM_REVIEWS;
	}

	/**
	 * Tells whether answers span two weeks: from the first one to today, and with answers
	 * in more than one calendar week, so that a chart has more than one bar.
	 */
	static boolean spanTwoWeeks(Collection<LocalDate> days, LocalDate today) {
		return days.stream()
			.min(Comparator.naturalOrder())
			.filter((first) -> !first.plusDays(CHARTED_DAYS).isAfter(today))
			.isPresent()
				&& days.stream()
					.map((day) -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)))
					.distinct()
					.count() > 1;
	}

	/**
	 * A memory model fitted to the learner's answers, and whether it is switched on.
	 */
	record MemoryModel(boolean enabled, Instant fittedAt, ModelFit fit) {

		/** Whether the plan uses the fitted weights. */
		public boolean isUsed() {
			return this.enabled && this.fit.isKept();
		}

		/** Returns the least probability on the axes of the plot, in whole tenths. */
		public double least() {
			return this.fit.calibration()
				.stream()
				.mapToDouble((bin) -> Math.floor(10 * Math.min(bin.predicted(), bin.recalled())) / 10)
				.min()
				.orElse(0);
		}

		/** Returns the place of a probability on an axis of the plot, from 0 to 100. */
		public double scale(double probability) {
			return 100 * (probability - least()) / Math.max(0.1, 1 - least());
		}

	}

	/** A question with missed key points. */
	record MissedQuestion(long id, String prompt, List<MissedPoint> points) {
	}

	/**
	 * A missed key point.
	 *
	 * @param missed the number of answers that missed it
	 * @param asked the number of answers to its question
	 */
	record MissedPoint(String point, long question, int missed, int asked) {
	}

	/**
	 * Answers by day, in columns of weeks from Monday to Sunday.
	 *
	 * @param days from the first Monday to today, or to a later practice day
	 * @param practised the number of days with practice
	 * @param streak the number of consecutive days with practice, up to today or
	 * yesterday
	 * @param spansTwoWeeks whether there is practice for a chart
	 */
	record Calendar(List<Day> days, int practised, int streak, boolean spansTwoWeeks) {

		static final int WEEKS = 26;

		/** Returns the months whose first day is in a column, for the labels. */
		public List<Month> months() {
			return this.days.stream()
				.filter((day) -> day.date.getDayOfMonth() == 1)
				.map((day) -> new Month(day.date.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
						day.column))
				.toList();
		}

		/** Returns the greatest number of answers of a day. */
		public int most() {
			return this.days.stream().mapToInt(Day::answers).max().orElse(0);
		}

		/** The label of a month. */
		record Month(String name, int column) {
		}

		/**
		 * A day.
		 *
		 * @param column the week, from 0
		 * @param row the day of the week, from 0
		 * @param level the intensity, from 0 for no answers to 4
		 */
		record Day(LocalDate date, int answers, int column, int row, int level) {
		}

	}

	/**
	 * Answers by week, in bars stacked by grade.
	 *
	 * @param most the greatest number of answers of a week
	 * @param spansTwoWeeks whether there is practice for a chart
	 */
	record BarChart(List<Week> weeks, int most, boolean spansTwoWeeks) {

		static final int WEEKS = 12;

		/** Returns the grades in the order of the stack. */
		public List<Grade> gradeValues() {
			return List.of(Grade.values());
		}

		/** The answers of a week, from its Monday on. */
		record Week(LocalDate monday, Map<Grade, Integer> grades, int total) {

			/** Returns the numbers in words: "3 missed it, 5 well". */
			public String label() {
				return (this.total == 0) ? "no answers"
						: this.grades.entrySet()
							.stream()
							.map((counted) -> counted.getValue() + " " + counted.getKey().label())
							.collect(Collectors.joining(", "));
			}

			/** Returns the number of answers with a grade. */
			public int count(Grade grade) {
				return this.grades.getOrDefault(grade, 0);
			}

			/** Returns the number of answers with a worse grade. */
			public int countBelow(Grade grade) {
				return this.grades.entrySet()
					.stream()
					.filter((counted) -> counted.getKey().compareTo(grade) < 0)
					.mapToInt(Map.Entry::getValue)
					.sum();
			}

		}

	}

	/** A line from today to the date, with coordinates from 0 to 100. */
	record LineChart(List<Point> points) {

		/** The expected readiness at the end of a day. */
		record Point(LocalDate day, double readiness, double x, double y) {
		}

		/** Returns the points as an SVG attribute. */
		public String line() {
			return String.join(" ",
					this.points.stream()
						.map((point) -> String.format(Locale.ROOT, "%.2f,%.2f", point.x, point.y))
						.toList());
		}

	}

}
