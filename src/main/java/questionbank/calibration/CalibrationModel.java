package questionbank.calibration;

import java.util.List;
import java.util.Collection;
import java.util.Map;
import java.util.random.RandomGenerator;

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
 * A {@link GibbsSampler} draws from the posterior distribution, so that the intervals
 * include the uncertainty of the variances and of all other effects. The prior of a
 * standard deviation is half-Cauchy with a scale of one point; the prior of the mean is
 * flat. The scale from 1 to 4 is taken as linear, as in the means of a matrix; the
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
public final class CalibrationModel {

	/** The sweeps of the sampler before its draws count. */
	private static final int BURN_IN = 100;

	private static final int SWEEPS = 600;

	private CalibrationModel() {
	}

	/** Estimates all effects. */
	public static Estimates estimate(List<Rated> ratings, RandomGenerator random) {
		if (ratings.isEmpty()) {
			return new Estimates(Map.of(), Map.of());
		}
		var sampler = new GibbsSampler(ratings, random);
		for (int sweep = 0; sweep < BURN_IN; sweep++) {
			sampler.drawEffects();
			sampler.drawVariances();
		}
		for (int sweep = 0; sweep < SWEEPS; sweep++) {
			sampler.drawEffects();
			sampler.drawVariances();
			sampler.record();
		}
		return sampler.estimates();
	}

	/**
	 * A rating of an answer.
	 *
	 * @param interview the interview, which stands for its candidate
	 * @param rater the panellist
	 */
	public record Rated(long interview, long question, long rater, double rating) {
	}

	/**
	 * The estimates, by question and by rater.
	 */
	public record Estimates(Map<Long, Effect> questions, Map<Long, Effect> raters) {
	}

	/**
	 * An estimated effect in points of the scale, relative to the mean effect of its
	 * kind. Positive ones raise ratings: easy questions, lenient raters.
	 *
	 * @param low the lower limit of the 95 % interval
	 * @param high the upper limit of the 95 % interval
	 * @param ratings the number of ratings
	 */
	public record Effect(double value, double low, double high, int ratings) {

		/** The smallest difference in points that matters. */
		private static final double RELEVANT = 0.1;

		/** The mean effect, which is known. */
		public static final Effect NONE = new Effect(0, 0, 0, 0);

		/** Returns the mean of effects, with the interval of independent estimates. */
		public static Effect mean(Collection<Effect> effects) {
			var mean = effects.stream().mapToDouble(Effect::value).average().orElseThrow();
			var margin = Math.sqrt(effects.stream().mapToDouble((effect) -> effect.margin() * effect.margin()).sum())
					/ effects.size();
			return new Effect(mean, mean - margin, mean + margin, effects.stream().mapToInt(Effect::ratings).sum());
		}

		/**
		 * Whether the effect is lower by a tenth of a point or more, and by more than the
		 * uncertainty of both.
		 */
		public boolean isClearlyBelow(Effect other) {
			return other.value - this.value >= Math.max(RELEVANT, Math.hypot(margin(), other.margin()));
		}

		private double margin() {
			return (this.high - this.low) / 2;
		}

	}

}
