package questionbank.scheduling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import questionbank.scheduling.ReviewSet.Prediction;

/**
 * The weights of FSRS fitted to the reviews of a learner, and their cross-validation: a
 * model fitted to the first four fifths of the reviews predicts the recall of the others,
 * and so does the model with the default weights.
 * <p>
 * The fitted weights are kept if their mean log-loss is less by more than the standard
 * error of the difference (the one-standard-error rule). Among simulated learners with
 * the default weights, for whom nothing is to be gained, that keeps the weights of about
 * one in ten; among others most of the possible gain is in what it keeps. The comparison
 * is always with the default weights: weights fitted earlier have seen some of the
 * reviews that are held out now.
 *
 * @param model the model fitted to all reviews if it is kept, else the one with the
 * default weights
 * @param isKept whether the fitted weights are kept
 * @param reviews the number of reviews
 * @param predictions the number of held-out reviews whose recall was predicted; the
 * others are of the same day as the review before
 * @param lossBefore the mean log-loss with the default weights; 0 without predictions
 * @param lossAfter the mean log-loss with the fitted weights; 0 without predictions
 * @param calibration the predictions of the model that stays, by ascending probability
 */
public record ModelFit(Fsrs model, boolean isKept, int reviews, int predictions, double lossBefore, double lossAfter,
		List<Bin> calibration) {

	/** The number of reviews from which a fit predicts better than the default. */
	public static final int MINIMUM_REVIEWS = 400;

	/** The number of predictions below which nothing is compared. */
	private static final int MINIMUM_PREDICTIONS = 30;

	private static final int BIN_SIZE = 15;

	private static final int MAXIMUM_BINS = 10;

	/**
	 * Fits a model.
	 * @param log the reviews in order of time, whether or not they count towards the plan
	 */
	public static ModelFit of(List<Review> log) {
		var split = log.isEmpty() ? Instant.MIN : log.get(log.size() * 4 / 5).at();
		var heldOut = ReviewSet.of(log, split);
		if (heldOut.predictions() < MINIMUM_PREDICTIONS) {
			return new ModelFit(Fsrs.DEFAULT, false, log.size(), 0, 0, 0, List.of());
		}
		var training = log.stream().filter((review) -> review.at().isBefore(split)).toList();
		var before = heldOut.predict(Fsrs.DEFAULT);
		var after = heldOut.predict(FsrsOptimizer.fit(ReviewSet.of(training, Instant.MIN)));
		var isKept = isBetter(before, after);
		return new ModelFit(isKept ? FsrsOptimizer.fit(ReviewSet.of(log, Instant.MIN)) : Fsrs.DEFAULT, isKept,
				log.size(), heldOut.predictions(), loss(before), loss(after), bins(isKept ? after : before));
	}

	private static boolean isBetter(List<Prediction> before, List<Prediction> after) {
		var gains = IntStream.range(0, before.size())
			.mapToDouble((i) -> before.get(i).loss() - after.get(i).loss())
			.toArray();
		var mean = IntStream.range(0, gains.length).mapToDouble((i) -> gains[i]).sum() / gains.length;
		var variance = IntStream.range(0, gains.length).mapToDouble((i) -> Math.pow(gains[i] - mean, 2)).sum()
				/ (gains.length - 1);
		return mean > Math.sqrt(variance / gains.length);
	}

	private static double loss(List<Prediction> predictions) {
		return predictions.stream().mapToDouble(Prediction::loss).sum() / predictions.size();
	}

	/** Divides predictions into bins of equal size by their probability. */
	private static List<Bin> bins(List<Prediction> predictions) {
		var sorted = predictions.stream().sorted(Comparator.comparingDouble(Prediction::recall)).toList();
		var count = Math.min(MAXIMUM_BINS, sorted.size() / BIN_SIZE);
		var bins = new ArrayList<Bin>();
		for (int i = 0; i < count; i++) {
			bins.add(Bin.of(sorted.subList(sorted.size() * i / count, sorted.size() * (i + 1) / count)));
		}
		return List.copyOf(bins);
	}

	/**
	 * Predictions of similar probability.
	 *
	 * @param predicted the mean predicted probability of recall, from 0 to 1
	 * @param recalled the share that was recalled, from 0 to 1
	 * @param size the number of predictions
	 */
	public record Bin(double predicted, double recalled, int size) {

		private static Bin of(List<Prediction> predictions) {
			var recalled = predictions.stream().filter(Prediction::isRecalled).count();
			return new Bin(predictions.stream().mapToDouble(Prediction::recall).sum() / predictions.size(),
					recalled / (double) predictions.size(), predictions.size());
		}

	}

}
