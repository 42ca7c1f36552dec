package questionbank.practice;

import questionbank.scheduling.Grade;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What came of somebody's practice.
 *
 * @param forecast how ready they will be, day by day to the date; {@code null} without
 * one
 * @param calendar the last weeks, by day
 * @param weeks the last weeks, by grade
 * @param weakest the key points that they miss most, the most missed first
 * @param total how many answers were graded in all
 */
record ProgressView(PracticeStatus standing, @Nullable LineChart forecast, Calendar calendar, BarChart weeks,
		List<MissedPoint> weakest, long total) {

	/**
	 * A key point that was missed.
	 *
	 * @param missed how often
	 * @param asked of how many times
	 */
	record MissedPoint(String point, long question, int missed, int asked) {
	}

	/**
	 * Practice by day, in columns of weeks from Monday to Sunday.
	 *
	 * @param days from the first Monday to today, or to a later practice day
	 * @param practised on how many of them there was practice
	 * @param streak how many days there has been practice without a gap, up to today or
	 * yesterday
	 */
	record Calendar(List<Day> days, int practised, int streak) {

		static final int WEEKS = 26;

		/**
		 * A day.
		 *
		 * @param column the week, from 0
		 * @param row the day of the week, from 0
		 * @param level how much there was, from 0 for nothing to 4
		 */
		record Day(LocalDate date, int answers, int column, int row, int level) {
		}

	}

	/** Answers by week, in bars of four parts. */
	record BarChart(List<Week> weeks, int most) {

		static final int WEEKS = 12;

		/** The answers of a week, from its Monday on. */
		record Week(LocalDate monday, Map<Grade, Integer> grades, int total) {

			/** How many were graded so. */
			public int of(Grade grade) {
				return this.grades.getOrDefault(grade, 0);
			}

			/** How many were graded worse. */
			public int below(Grade grade) {
				return this.grades.entrySet()
					.stream()
					.filter((counted) -> counted.getKey().compareTo(grade) < 0)
					.mapToInt(Map.Entry::getValue)
					.sum();
			}

		}

	}

	/** A line from today to the date, in a field of 0 to 100 both ways. */
	record LineChart(List<Point> points) {

		/** How ready somebody is by the end of a day. */
		record Point(LocalDate day, double readiness, double x, double y) {
		}

		/** The line, as SVG has it. */
		public String line() {
			return String.join(" ",
					this.points.stream()
						.map((point) -> String.format(java.util.Locale.ROOT, "%.2f,%.2f", point.x, point.y))
						.toList());
		}

	}

}
