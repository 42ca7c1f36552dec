package questionbank.interview;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Estimates the difficulty of questions and the severity of raters from ratings, by a
 * multilevel model with crossed random effects (partial pooling):
 *
 * <pre>
 * rating = mean + candidate + question + answer + rater + error
 * each effect ~ N(0, σ² of its kind), error ~ N(0, σ²e)
 * </pre>
 *
 * An answer is what one candidate said to one question. Its raters heard the same words,
 * so 30 ratings of 5 answers are fewer than 30 independent observations; without this
 * term the intervals of questions would be too narrow. Given the other effects and the
 * variances, an effect with n residuals of mean m has the estimate
 * {@code n / (n + λ) · m}, with {@code λ = σ²within / σ²between}: with little data it is
 * near zero.
 * <p>
 * A Gibbs sampler draws from the posterior distribution, so that the intervals include
 * the uncertainty of the variances and of all other effects. The prior of a standard
 * deviation is half-Cauchy with a scale of one point; the prior of the mean is flat. The
 * scale from 1 to 4 is taken as linear, as in the means of a {@link Matrix}; the
 * many-facet Rasch model (Linacre 1989) is the ordinal relative.
 *
 * @see <a href="http://www.stat.columbia.edu/~gelman/arm/">Gelman and Hill (2007), Data
 * Analysis Using Regression and Multilevel/Hierarchical Models, chapters 12, 13 and 18:
 * the model and the sampler</a>
 * @see <a href="https://doi.org/10.1214/06-BA117A">Gelman (2006), Prior distributions for
 * variance parameters in hierarchical models</a>
 * @see <a href="https://doi.org/10.1093/biomet/asz058">Papaspiliopoulos, Roberts and
 * Zanella (2020), Scalable inference for crossed random effects models: the mean must be
 * drawn together with the effects</a>
 */
final class CalibrationModel {

	/** The sweeps of the sampler before its draws count. */
	private static final int BURN_IN = 100;

	private static final int SWEEPS = 600;

	private final RandomGenerator random;

	/** The ratings minus the mean and all effects. */
	private final double[] errors;

	private final Factor<Answered> answers;

	private final Factor<Long> raters;

	private final Factor<Long> candidates;

	private final Factor<Long> questions;

	private final Variance errorVariance = new Variance();

	/**
	 * Creates the initial state: all effects are 0, all variances
	 * {@value Variance#INITIAL}.
	 * @param ratings at least one
	 */
	CalibrationModel(List<Rated> ratings, RandomGenerator random) {
		this.random = random;
		this.answers = new Factor<>(
				ratings.stream().map((rated) -> new Answered(rated.interview(), rated.question())).toList());
		this.raters = new Factor<>(ratings.stream().map(Rated::rater).toList());
		this.candidates = new Factor<>(this.answers.levels().stream().map(Answered::interview).toList());
		this.questions = new Factor<>(this.answers.levels().stream().map(Answered::question).toList());
		var mean = ratings.stream().mapToDouble(Rated::rating).average().orElseThrow();
		this.errors = ratings.stream().mapToDouble((rated) -> rated.rating() - mean).toArray();
	}

	/** Estimates all effects. */
	static Estimates estimate(List<Rated> ratings, RandomGenerator random) {
		if (ratings.isEmpty()) {
			return new Estimates(Map.of(), Map.of());
		}
		var model = new CalibrationModel(ratings, random);
		for (int sweep = 0; sweep < BURN_IN; sweep++) {
			model.drawEffects();
			model.drawVariances();
		}
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			model.drawEffects();
			model.drawVariances();
			model.record();
		}
		return model.estimates();
	}

	/** Draws all effects given the variances. */
	void drawEffects() {
		this.answers.draw(this.errors, this.errorVariance, this.random);
		this.raters.draw(this.errors, this.errorVariance, this.random);
		this.raters.drawMean(this.random);
		this.candidates.draw(this.answers.effects, this.answers.variance, this.random);
		this.candidates.drawMean(this.random);
		this.questions.draw(this.answers.effects, this.answers.variance, this.random);
		this.questions.drawMean(this.random);
		this.answers.drawMean(this.random);
	}

	/** Draws all variances given the effects. */
	private void drawVariances() {
		this.errorVariance.draw(this.errors, this.random);
		for (var factor : List.of(this.answers, this.raters, this.candidates, this.questions)) {
			factor.variance.draw(factor.effects, this.random);
		}
	}

	/** Adds the current effects to the estimates. */
	void record() {
		this.questions.record();
		this.raters.record();
	}

	/** Returns the means and intervals of the recorded effects. */
	Estimates estimates() {
		return new Estimates(this.questions.estimates(this.questions.sum(this.answers.counts)),
				this.raters.estimates(this.raters.counts));
	}

	/**
	 * A rating of an answer.
	 *
	 * @param interview the interview, which stands for its candidate
	 * @param rater the panellist
	 */
	record Rated(long interview, long question, long rater, double rating) {
	}

	private record Answered(long interview, long question) {
	}

	/**
	 * The estimates, by question and by rater.
	 */
	record Estimates(Map<Long, Effect> questions, Map<Long, Effect> raters) {
	}

	/**
	 * An estimated effect in points of the scale, relative to the mean effect of its
	 * kind. Positive ones raise ratings: easy questions, lenient raters.
	 *
	 * @param low the lower limit of the 95 % interval
	 * @param high the upper limit of the 95 % interval
	 * @param ratings the number of ratings
	 */
	record Effect(double value, double low, double high, int ratings) {

		/** The smallest difference in points that matters. */
		private static final double RELEVANT = 0.1;

		/** The mean effect, which is known. */
		static final Effect NONE = new Effect(0, 0, 0, 0);

		/** Returns the mean of effects, with the interval of independent estimates. */
		static Effect mean(Collection<Effect> effects) {
			var mean = effects.stream().mapToDouble(Effect::value).average().orElseThrow();
			var margin = Math.sqrt(effects.stream().mapToDouble((effect) -> effect.margin() * effect.margin()).sum())
					/ effects.size();
			return new Effect(mean, mean - margin, mean + margin, effects.stream().mapToInt(Effect::ratings).sum());
		}

		/**
		 * Whether the effect is lower by a tenth of a point or more, and by more than the
		 * uncertainty of both.
		 */
		boolean isClearlyBelow(Effect other) {
			return other.value - this.value >= Math.max(RELEVANT, Math.hypot(margin(), other.margin()));
		}

		private double margin() {
			return (this.high - this.low) / 2;
		}

	}

	/**
	 * A random factor: the effects of its levels on observations, and their variance.
	 *
	 * @param <K> the key of a level
	 */
	private static final class Factor<K> {

		/** The quantile of the normal distribution for a 95 % interval. */
		private static final double QUANTILE = 1.96;

		private final List<K> levels;

		/** The index of the level of each observation. */
		private final int[] levelOf;

		/** The number of observations of each level. */
		private final int[] counts;

		private final double[] effects;

		private final double[] sums;

		private final double[] squares;

		private final Variance variance = new Variance();

		private int recorded;

		Factor(List<K> observed) {
			var indexes = new LinkedHashMap<K, Integer>();
			this.levelOf = observed.stream()
				.mapToInt((key) -> indexes.computeIfAbsent(key, (absent) -> indexes.size()))
				.toArray();
			this.levels = List.copyOf(indexes.keySet());
			this.effects = new double[this.levels.size()];
			this.sums = new double[this.levels.size()];
			this.squares = new double[this.levels.size()];
			this.counts = sum(IntStream.generate(() -> 1).limit(observed.size()).toArray());
		}

		List<K> levels() {
			return this.levels;
		}

		/** Sums a number of each observation by level. */
		int[] sum(int[] numbers) {
			var sums = new int[this.levels.size()];
			for (int at = 0; at < numbers.length; at++) {
				sums[this.levelOf[at]] += numbers[at];
			}
			return sums;
		}

		/**
		 * Draws the effects given what remains of the observations without any effect of
		 * this factor, and removes the new effects from it.
		 * @param residuals the observations minus all effects; changed
		 * @param within the variance of the residuals
		 */
		void draw(double[] residuals, Variance within, RandomGenerator random) {
			var totals = new double[this.effects.length];
			for (int at = 0; at < residuals.length; at++) {
				residuals[at] += this.effects[this.levelOf[at]];
				totals[this.levelOf[at]] += residuals[at];
			}
			var lambda = within.value / this.variance.value;
			for (int level = 0; level < totals.length; level++) {
				var weight = this.counts[level] + lambda;
				this.effects[level] = totals[level] / weight + Math.sqrt(within.value / weight) * random.nextGaussian();
			}
			for (int at = 0; at < residuals.length; at++) {
				residuals[at] -= this.effects[this.levelOf[at]];
			}
		}

		/**
		 * Draws the mean of the effects from its prior, as the mean of all ratings takes
		 * up the difference (a translation that leaves the likelihood as it is).
		 */
		void drawMean(RandomGenerator random) {
			var shift = Math.sqrt(this.variance.value / this.effects.length) * random.nextGaussian() - mean();
			for (int level = 0; level < this.effects.length; level++) {
				this.effects[level] += shift;
			}
		}

		private double mean() {
			return Arrays.stream(this.effects).sum() / this.effects.length;
		}

		void record() {
			var mean = mean();
			for (int level = 0; level < this.effects.length; level++) {
				var contrast = this.effects[level] - mean;
				this.sums[level] += contrast;
				this.squares[level] += contrast * contrast;
			}
			this.recorded++;
		}

		Map<K, Effect> estimates(int[] ratings) {
			var estimates = new HashMap<K, Effect>();
			for (int level = 0; level < this.effects.length; level++) {
				var mean = this.sums[level] / this.recorded;
				var variance = Math.max(0, this.squares[level] / this.recorded - mean * mean);
				var margin = QUANTILE * Math.sqrt(variance);
				estimates.put(this.levels.get(level), new Effect(mean, mean - margin, mean + margin, ratings[level]));
			}
			return estimates;
		}

	}

	/**
	 * A variance whose square root has a half-Cauchy prior, as a mixture of inverse gamma
	 * distributions.
	 *
	 * @see <a href="https://doi.org/10.1109/LSP.2015.2503725">Makalic and Schmidt (2016),
	 * A simple sampler for the horseshoe estimator</a>
	 */
	private static final class Variance {

		private static final double INITIAL = 0.25;

		private double value = INITIAL;

		/** Draws the variance given the deviations that it describes. */
		void draw(double[] deviations, RandomGenerator random) {
			var squares = 0.0;
			for (var deviation : deviations) {
				squares += deviation * deviation;
			}
			var auxiliary = (1 / this.value + 1) / random.nextExponential();
			this.value = (squares / 2 + 1 / auxiliary) / gamma((deviations.length + 1) / 2.0, random);
		}

		/**
		 * Draws from a gamma distribution.
		 * @param shape at least 1
		 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang
		 * (2000)</a>
		 */
		private static double gamma(double shape, RandomGenerator random) {
			var d = shape - 1 / 3.0;
			while (true) {
				var normal = random.nextGaussian();
				var cube = Math.pow(1 + normal / Math.sqrt(9 * d), 3);
				if (cube > 0 && -random.nextExponential() < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
					return d * cube;
				}
			}
		}

	}

}
