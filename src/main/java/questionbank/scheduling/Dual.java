package questionbank.scheduling;

/**
 * A dual number: a value with its partial derivatives by the weights of FSRS, for
 * automatic differentiation in forward mode. Where a function has a kink, the derivatives
 * are those of the side that its value is from.
 */
final class Dual {

	private final double value;

	private final double[] slopes;

	private Dual(double value, double[] slopes) {
		this.value = value;
		this.slopes = slopes;
	}

	/** Returns the variables at a point, each of which has the derivative 1 by itself. */
	static Dual[] variables(double[] point) {
		var variables = new Dual[point.length];
		for (int i = 0; i < point.length; i++) {
			variables[i] = new Dual(point[i], new double[point.length]);
			variables[i].slopes[i] = 1;
		}
		return variables;
	}

	double value() {
		return this.value;
	}

	/** Returns the partial derivative by a variable. */
	double slope(int variable) {
		return this.slopes[variable];
	}

	Dual plus(Dual other) {
		return combine(this.value + other.value, 1, other, 1);
	}

	Dual plus(double constant) {
		return map(this.value + constant, 1);
	}

	Dual minus(Dual other) {
		return combine(this.value - other.value, 1, other, -1);
	}

	Dual times(Dual other) {
		return combine(this.value * other.value, other.value, other, this.value);
	}

	Dual times(double constant) {
		return map(this.value * constant, constant);
	}

	/** Computes the quotient of a constant and this. */
	Dual dividing(double constant) {
		return map(constant / this.value, -constant / (this.value * this.value));
	}

	/** Computes {@code e} to the power of this. */
	Dual exp() {
		var power = Math.exp(this.value);
		return map(power, power);
	}

	/** Computes a power of this, which is positive. */
	Dual pow(Dual exponent) {
		var power = Math.pow(this.value, exponent.value);
		return combine(power, exponent.value * power / this.value, exponent, power * Math.log(this.value));
	}

	Dual min(Dual other) {
		return (other.value < this.value) ? other : this;
	}

	Dual clamp(double least, double greatest) {
		var clamped = Math.max(least, Math.min(greatest, this.value));
		return (clamped == this.value) ? this : map(clamped, 0);
	}

	private Dual map(double mapped, double slope) {
		var product = new double[this.slopes.length];
		for (int i = 0; i < product.length; i++) {
			product[i] = slope * this.slopes[i];
		}
		return new Dual(mapped, product);
	}

	/** Applies the chain rule to a function of two numbers. */
	private Dual combine(double combined, double slope, Dual other, double otherSlope) {
		var sum = new double[this.slopes.length];
		for (int i = 0; i < sum.length; i++) {
			sum[i] = slope * this.slopes[i] + otherSlope * other.slopes[i];
		}
		return new Dual(combined, sum);
	}

}
