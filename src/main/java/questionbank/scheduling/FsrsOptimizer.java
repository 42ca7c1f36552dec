package questionbank.scheduling;

import java.util.Arrays;
import java.util.stream.IntStream;

import questionbank.scheduling.ReviewSet.Prediction;

/**
 * Fits the weights of FSRS to a review log: minimises the sum of the log-losses of the
 * predicted recall and of a penalty for the distance from the default weights, within the
 * bounds of the weights.
 * <p>
 * The penalty makes it a maximum a posteriori estimate, as in the reference optimizer:
 * the weights of learners are assumed to be normally distributed around the default, the
 * initial stabilities in their logarithms, as they span orders of magnitude. So a weight
 * that a short log tells little about stays close to the default.
 * <p>
 * The method is that of Levenberg and Marquardt with the Fisher information as the
 * curvature, which derivatives of first order suffice for. Unlike the stochastic gradient
 * descent of the reference optimizer it sees the whole log in each step. It needs about
 * ten steps, no learning rate and no random numbers.
 *
 * @see <a href=
 * "https://github.com/open-spaced-repetition/fsrs-rs/blob/main/src/training.rs">The
 * reference optimizer</a>
 */
final class FsrsOptimizer {

	/** Bounds the time of a fit, which usually takes a quarter of it. */
	private static final int MAXIMUM_STEPS = 40;

	/** The gain in log-loss per prediction that ends the fit. */
	private static final double NEGLIGIBLE = 1e-7;

	private static final double LEAST_DAMPING = 1e-6;

	private static final double GREATEST_DAMPING = 1e8;

	/** The number of initial stabilities, which are the first weights. */
	private static final int INITIAL = Grade.values().length;

	/**
	 * The standard deviation of each weight among the users of Anki, as in the reference
	 * optimizer; of the logarithms of the initial stabilities instead of their values.
	 */
	static final double[] DEVIATIONS = { 1, 1, 1, 1, 0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57,
			0.25, 1.03, 0.31, 0.32, 0.14, 0.27 };

	private static final double[] DEFAULT = Fsrs.DEFAULT.weights();

	private final ReviewSet reviews;

	FsrsOptimizer(ReviewSet reviews) {
		this.reviews = reviews;
	}

	/** Fits a model to the predictions of a log. */
	static Fsrs fit(ReviewSet reviews) {
		return new Fsrs(inOrder(new FsrsOptimizer(reviews).minimize(), reviews));
	}

	/**
	 * Pools the initial stabilities that are less than that of a worse grade into their
	 * geometric mean, weighted by the number of questions: a better first grade is never
	 * due sooner.
	 */
	private static double[] inOrder(double[] weights, ReviewSet reviews) {
		var counts = reviews.firstGrades();
		var sums = new double[INITIAL];
		var sizes = new double[INITIAL];
		var starts = new int[INITIAL + 1];
		var pools = 0;
		for (int i = 0; i < INITIAL; i++) {
			sizes[pools] = 1 + counts.getOrDefault(Grade.values()[i], 0);
			sums[pools] = sizes[pools] * Math.log(weights[i]);
			starts[pools] = i;
			while (pools > 0 && sums[pools - 1] / sizes[pools - 1] > sums[pools] / sizes[pools]) {
				pools--;
				sums[pools] += sums[pools + 1];
				sizes[pools] += sizes[pools + 1];
			}
			pools++;
			starts[pools] = i + 1;
		}
		for (int pool = 0; pool < pools; pool++) {
			if (starts[pool + 1] > starts[pool] + 1) {
				Arrays.fill(weights, starts[pool], starts[pool + 1], Math.exp(sums[pool] / sizes[pool]));
			}
		}
		return Fsrs.clampWeights(weights);
	}

	private double[] minimize() {
		var best = new Point(DEFAULT.clone(), objective(DEFAULT));
		var damping = 0.01;
		for (int step = 0; step < MAXIMUM_STEPS && damping < GREATEST_DAMPING; step++) {
			var quadratic = quadratic(best.weights);
			var next = best;
			while (next == best && damping < GREATEST_DAMPING) {
				var tried = quadratic.minimize(best.weights, damping);
				var objective = objective(tried);
				if (objective < best.objective) {
					next = new Point(tried, objective);
				}
				damping = (next == best) ? 4 * damping : Math.max(LEAST_DAMPING, damping / 5);
			}
			if (best.objective - next.objective < NEGLIGIBLE * this.reviews.predictions()) {
				return next.weights;
			}
			best = next;
		}
		return best.weights;
	}

	/** Computes the objective without derivatives. */
	double objective(double[] weights) {
		var loss = this.reviews.predict(new Fsrs(weights)).stream().mapToDouble(Prediction::loss).sum();
		for (int i = 0; i < weights.length; i++) {
			loss += distance(weights, i) * distance(weights, i);
		}
		return loss;
	}

	/** Returns the distance of a weight from the default, in standard deviations. */
	private static double distance(double[] weights, int i) {
		return ((i < INITIAL) ? Math.log(weights[i] / DEFAULT[i]) : weights[i] - DEFAULT[i]) / DEVIATIONS[i];
	}

	/** Approximates the objective around a point by a quadratic function. */
	Quadratic quadratic(double[] weights) {
		var quadratic = new Quadratic(new double[weights.length], new double[weights.length][weights.length]);
		for (int i = 0; i < weights.length; i++) {
			var slope = 1 / (DEVIATIONS[i] * ((i < INITIAL) ? weights[i] : 1));
			quadratic.gradient[i] = 2 * distance(weights, i) * slope;
			quadratic.curvature[i][i] = 2 * slope * slope;
		}
		var model = new DifferentiableFsrs(weights);
		for (var history : this.reviews.histories()) {
			var state = model.first(history.get(0).grade());
			for (var review : history.subList(1, history.size())) {
				if (review.isPrediction()) {
					quadratic.add(model.retrievability(Fsrs.elapsed(review.days()), state), review.grade());
				}
				state = model.next(state, review.grade(), review.days());
			}
		}
		return quadratic;
	}

	/** Weights within their bounds, with the value of the objective. */
	private record Point(double[] weights, double objective) {
	}

	/**
	 * A quadratic approximation of the objective.
	 *
	 * @param curvature the Fisher information, in the lower triangle
	 */
	record Quadratic(double[] gradient, double[][] curvature) {

		private void add(Dual recall, Grade grade) {
			var slope = (grade == Grade.AGAIN) ? 1 / (1 - recall.value()) : -1 / recall.value();
			var information = 1 / (recall.value() * (1 - recall.value()));
			for (int i = 0; i < this.gradient.length; i++) {
				this.gradient[i] += slope * recall.slope(i);
				for (int j = 0; j <= i; j++) {
					this.curvature[i][j] += information * recall.slope(i) * recall.slope(j);
				}
			}
		}

		/**
		 * Returns the minimum with a damped curvature, clamped to the bounds. Weights at
		 * a bound that the objective falls towards keep their value.
		 */
		double[] minimize(double[] weights, double damping) {
			var free = free(weights);
			var factor = new double[free.length][free.length];
			var step = new double[free.length];
			for (int i = 0; i < free.length; i++) {
				step[i] = -this.gradient[free[i]];
				for (int j = 0; j <= i; j++) {
					factor[i][j] = this.curvature[free[i]][free[j]];
				}
				factor[i][i] *= 1 + damping;
			}
			solve(factor, step);
			var moved = weights.clone();
			for (int i = 0; i < free.length; i++) {
				moved[free[i]] += step[i];
			}
			return Fsrs.clampWeights(moved);
		}

		private int[] free(double[] weights) {
			var downhill = weights.clone();
			Arrays.setAll(downhill, (i) -> weights[i] - Math.copySign(1e-6, this.gradient[i]));
			var clamped = Fsrs.clampWeights(downhill);
			return IntStream.range(0, weights.length).filter((i) -> clamped[i] != weights[i]).toArray();
		}

		/** Solves {@code A·x = b} by Cholesky decomposition, in place. */
		private static void solve(double[][] a, double[] b) {
			for (int i = 0; i < b.length; i++) {
				for (int j = 0; j <= i; j++) {
					for (int k = 0; k < j; k++) {
						a[i][j] -= a[i][k] * a[j][k];
					}
					a[i][j] = (i == j) ? Math.sqrt(a[i][i]) : a[i][j] / a[j][j];
				}
				for (int k = 0; k < i; k++) {
					b[i] -= a[i][k] * b[k];
				}
				b[i] /= a[i][i];
			}
			for (int i = b.length - 1; i >= 0; i--) {
				for (int k = i + 1; k < b.length; k++) {
					b[i] -= a[k][i] * b[k];
				}
				b[i] /= a[i][i];
			}
		}

	}

}
