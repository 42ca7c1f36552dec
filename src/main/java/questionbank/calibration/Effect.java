package questionbank.calibration;

import java.util.Collection;

/**
 * An estimated effect in points of the scale, relative to the mean effect of its kind.
 * Positive ones raise ratings: easy questions, lenient raters.
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
