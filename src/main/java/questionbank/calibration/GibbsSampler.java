package questionbank.calibration;

import java.util.List;
import java.util.random.RandomGenerator;

import questionbank.calibration.CalibrationModel.Estimates;
import questionbank.calibration.CalibrationModel.Rated;

/** Draws the effects and variances of a {@link CalibrationModel} in turn. */
final class GibbsSampler {

	private final RandomGenerator random;

	/** The ratings minus the mean and all effects. */
	private final double[] errors;

	private final RandomFactor<Answered> answers;

	private final RandomFactor<Long> raters;

	private final RandomFactor<Long> candidates;

	private final RandomFactor<Long> questions;

	private final VarianceComponent errorVariance = new VarianceComponent();

	/**
	 * Creates the initial state: all effects are 0, all variances
	 * {@value VarianceComponent#INITIAL}.
	 * @param ratings at least one
	 */
	GibbsSampler(List<Rated> ratings, RandomGenerator random) {
		this.random = random;
		this.answers = new RandomFactor<>(
				ratings.stream().map((rated) -> new Answered(rated.interview(), rated.question())).toList());
		this.raters = new RandomFactor<>(ratings.stream().map(Rated::rater).toList());
		this.candidates = new RandomFactor<>(this.answers.levels().stream().map(Answered::interview).toList());
		this.questions = new RandomFactor<>(this.answers.levels().stream().map(Answered::question).toList());
		var mean = ratings.stream().mapToDouble(Rated::rating).average().orElseThrow();
		this.errors = ratings.stream().mapToDouble((rated) -> rated.rating() - mean).toArray();
	}

	/** Draws all effects given the variances. */
	void drawEffects() {
		this.answers.draw(this.errors, this.errorVariance, this.random);
		this.raters.draw(this.errors, this.errorVariance, this.random);
		this.raters.drawMean(this.random);
		this.candidates.draw(this.answers.effects(), this.answers.variance(), this.random);
		this.candidates.drawMean(this.random);
		this.questions.draw(this.answers.effects(), this.answers.variance(), this.random);
		this.questions.drawMean(this.random);
		this.answers.drawMean(this.random);
	}

	/** Draws all variances given the effects. */
	void drawVariances() {
		this.errorVariance.draw(this.errors, this.random);
		for (var factor : List.of(this.answers, this.raters, this.candidates, this.questions)) {
			factor.variance().draw(factor.effects(), this.random);
		}
	}

	/** Adds the current effects to the estimates. */
	void record() {
		this.questions.record();
		this.raters.record();
	}

	/** Returns the means and intervals of the recorded effects. */
	Estimates estimates() {
		return new Estimates(this.questions.estimates(this.questions.sum(this.answers.counts())),
				this.raters.estimates(this.raters.counts()));
	}

	private record Answered(long interview, long question) {
	}

}
