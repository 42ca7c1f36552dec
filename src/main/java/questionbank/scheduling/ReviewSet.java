package questionbank.scheduling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A review log as training data: the reviews by question, in order of time. A review that
 * is not of the same day as the one before is a prediction of the probability of recall.
 *
 * @param histories the reviews of each question
 * @param predictions the number of predictions
 */
record ReviewSet(List<List<Entry>> histories, int predictions) {

	private static final double DAY = Duration.ofDays(1).toMillis();

	/** Takes a log, in order of time, whose predictions count from a time on. */
	static ReviewSet of(List<Review> log, Instant from) {
		var histories = new LinkedHashMap<Long, List<Entry>>();
		var last = new HashMap<Long, Instant>();
		var predictions = 0;
		for (var review : log) {
			var before = last.put(review.question(), review.at());
			var days = (before != null) ? Duration.between(before, review.at()).toMillis() / DAY : 0;
			var isPrediction = before != null && !Fsrs.isSameDay(days) && !review.at().isBefore(from);
			predictions += isPrediction ? 1 : 0;
			histories.computeIfAbsent(review.question(), (absent) -> new ArrayList<>())
				.add(new Entry(review.grade(), days, isPrediction));
		}
		return new ReviewSet(List.copyOf(histories.values()), predictions);
	}

	/** Predicts the recall of each review that counts. */
	List<Prediction> predict(Fsrs model) {
		var predictions = new ArrayList<Prediction>(this.predictions);
		for (var history : this.histories) {
			var memory = model.first(history.get(0).grade);
			for (var review : history.subList(1, history.size())) {
				if (review.isPrediction) {
					predictions.add(new Prediction(model.retrievability(Fsrs.elapsed(review.days), memory.stability()),
							review.grade != Grade.AGAIN));
				}
				memory = model.next(memory, review.grade, review.days);
			}
		}
		return predictions;
	}

	/** Counts the questions by the grade of their first review. */
	Map<Grade, Integer> firstGrades() {
		var counts = new HashMap<Grade, Integer>();
		this.histories.forEach((history) -> counts.merge(history.get(0).grade, 1, Integer::sum));
		return counts;
	}

	/**
	 * A review.
	 *
	 * @param days since the review before, fractions included; 0 for the first
	 * @param isPrediction whether its recall is predicted
	 */
	record Entry(Grade grade, double days, boolean isPrediction) {
	}

	/**
	 * A predicted probability of recall, and whether the learner recalled.
	 */
	record Prediction(double recall, boolean isRecalled) {

		/** Returns the log-loss: the negative logarithm of the predicted probability. */
		double loss() {
			return -Math.log(this.isRecalled ? this.recall : 1 - this.recall);
		}

	}

}
