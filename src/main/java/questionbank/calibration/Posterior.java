package questionbank.calibration;

import questionbank.calibration.CalibrationModel.Effect;

/** Accumulates the draws of a factor's effects to their means and 95 % intervals. */
final class Posterior {

	/** The quantile of the normal distribution for a 95 % interval. */
	private static final double QUANTILE = 1.96;

	private final double[] sums;

	private final double[] squares;

	private int draws;

	Posterior(int levels) {
		this.sums = new double[levels];
		this.squares = new double[levels];
	}

	/** Adds a draw of all effects, relative to their mean. */
	void add(double[] effects, double mean) {
		for (int level = 0; level < effects.length; level++) {
			var contrast = effects[level] - mean;
			this.sums[level] += contrast;
			this.squares[level] += contrast * contrast;
		}
		this.draws++;
	}

	/** Returns the effect of a level with its interval. */
	Effect effect(int level, int ratings) {
		var mean = this.sums[level] / this.draws;
		var variance = Math.max(0, this.squares[level] / this.draws - mean * mean);
		var margin = QUANTILE * Math.sqrt(variance);
		return new Effect(mean, mean - margin, mean + margin, ratings);
	}

}
