package questionbank.calibration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

import questionbank.calibration.CalibrationModel.Effect;

/**
 * A random factor: the effects of its levels on observations, and their variance. A draw
 * shrinks the mean residual of a level towards zero.
 *
 * @param <K> the key of a level
 */
final class RandomFactor<K> {

	private final List<K> levels;

	/** The index of the level of each observation. */
	private final int[] levelOf;

	/** The number of observations of each level. */
	private final int[] counts;

	private final double[] effects;

	private final Posterior posterior;

	private final VarianceComponent variance = new VarianceComponent();

	RandomFactor(List<K> observed) {
		var indexes = new LinkedHashMap<K, Integer>();
		this.levelOf = observed.stream()
			.mapToInt((key) -> indexes.computeIfAbsent(key, (absent) -> indexes.size()))
			.toArray();
		this.levels = List.copyOf(indexes.keySet());
		this.effects = new double[this.levels.size()];
		this.posterior = new Posterior(this.levels.size());
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
	 * Draws the effects given what remains of the observations without any effect of this
	 * factor, and removes the new effects from it.
	 * @param residuals the observations minus all effects; changed
	 * @param within the variance of the residuals
	 */
	void draw(double[] residuals, VarianceComponent within, RandomGenerator random) {
		var totals = new double[this.effects.length];
		for (int at = 0; at < residuals.length; at++) {
			residuals[at] += this.effects[this.levelOf[at]];
			totals[this.levelOf[at]] += residuals[at];
		}
		var lambda = within.value() / this.variance.value();
		for (int level = 0; level < totals.length; level++) {
			var weight = this.counts[level] + lambda;
			this.effects[level] = totals[level] / weight + Math.sqrt(within.value() / weight) * random.nextGaussian();
		}
		for (int at = 0; at < residuals.length; at++) {
			residuals[at] -= this.effects[this.levelOf[at]];
		}
	}

	/**
	 * Draws the mean of the effects from its prior, as the mean of all ratings takes up
	 * the difference (a translation that leaves the likelihood as it is).
	 */
	void drawMean(RandomGenerator random) {
		var shift = Math.sqrt(this.variance.value() / this.effects.length) * random.nextGaussian() - mean();
		for (int level = 0; level < this.effects.length; level++) {
			this.effects[level] += shift;
		}
	}

	private double mean() {
		return Arrays.stream(this.effects).sum() / this.effects.length;
	}

	/** Adds the contrasts of the effects with their mean to the posterior. */
	void record() {
		this.posterior.add(this.effects, mean());
	}

	/**
	 * Returns the recorded effects.
	 * @param ratings the number of ratings of each level
	 */
	Map<K, Effect> estimates(int[] ratings) {
		var estimates = new HashMap<K, Effect>();
		for (int level = 0; level < this.effects.length; level++) {
			estimates.put(this.levels.get(level), this.posterior.effect(level, ratings[level]));
		}
		return estimates;
	}

	/** Returns the number of observations of each level. */
	int[] counts() {
		return this.counts;
	}

	/** Returns the current effects; changed by each draw. */
	double[] effects() {
		return this.effects;
	}

	VarianceComponent variance() {
		return this.variance;
	}

}
