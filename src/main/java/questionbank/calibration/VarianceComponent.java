package questionbank.calibration;

import java.util.random.RandomGenerator;

/**
 * A variance whose square root has a half-Cauchy prior, as a mixture of inverse gamma
 * distributions.
 *
 * @see <a href="https://doi.org/10.1109/LSP.2015.2503725">Makalic and Schmidt (2016), A
 * simple sampler for the horseshoe estimator</a>
 */
final class VarianceComponent {

	static final double INITIAL = 0.25;

	private double value = INITIAL;

	double value() {
		return this.value;
	}

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
	 * @see <a href="https://doi.org/10.1145/358407.358414">Marsaglia and Tsang (2000)</a>
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
