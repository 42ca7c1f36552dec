package questionbank.scheduling;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Computes the expected readiness on a day if the plan is followed until then. Each
 * review divides a group of questions by the probability of each grade into groups of
 * fractional size, and plans with these. So the forecast is the mean over the possible
 * answers, and deterministic.
 * <p>
 * Groups of almost the same memory are merged, which bounds their number and keeps the
 * expected readiness. Taking fractions of questions is a mean-field approximation: its
 * error falls with the number of questions.
 */
final class Forecast {

	private static final double NEGLIGIBLE = 1e-9;

	private final RecallModel recallModel;

	private final double date;

	private final double total;

	private Collection<Group> groups;

	private double unseen;

	/**
	 * Creates a forecast for a day.
	 * @param date the day, later than each review
	 * @param groups the questions with reviews
	 * @param unseen the number of new questions
	 */
	Forecast(RecallModel recallModel, double date, Collection<Group> groups, long unseen) {
		this.recallModel = recallModel;
		this.date = date;
		this.groups = groups;
		this.unseen = unseen;
		this.total = unseen + groups.stream().mapToDouble(Group::size).sum();
	}

	/**
	 * Computes the mean probability of recall on the day, from 0 to 1; 0 without
	 * questions.
	 */
	double readiness() {
		var sum = this.groups.stream().mapToDouble((group) -> group.size * recall(group)).sum();
		return (this.total > 0) ? sum / this.total : 0;
	}

	/**
	 * Reviews the questions with the greatest gain.
	 * @param now the day of the reviews
	 * @param before only questions last reviewed before this time are repeated
	 * @param limit the number of reviews
	 */
	Count practise(double now, double before, double limit) {
		var next = new LinkedHashMap<Cell, Group>();
		var left = limit;
		var fresh = 0.0;
		for (var offer : offers(now, before)) {
			var taken = (offer.gain > RecallModel.MINIMUM_GAIN) ? Math.min(left, offer.size) : 0;
			left -= taken;
			if (offer.group == null) {
				fresh = taken;
				start(now, taken, next);
			}
			else {
				if (taken > 0) {
					repeat(offer.group, now, taken, next);
				}
				add(offer.group.resized(offer.size - taken), next);
			}
		}
		this.groups = next.values();
		this.unseen -= fresh;
		return new Count(fresh, limit - left - fresh);
	}

	/** Returns the groups by the gain from a review, the greatest first. */
	private List<Offer> offers(double now, double before) {
		var offers = new ArrayList<Offer>();
		for (var group : this.groups) {
			var gain = (group.reviewed < before) ? this.recallModel.gain(group.memory, group.reviewed, now, this.date)
					: 0;
			offers.add(new Offer(group, gain, group.size));
		}
		offers.add(new Offer(null, this.recallModel.first(now, this.date), this.unseen));
		offers.sort(Comparator.comparingDouble((offer) -> -offer.gain));
		return offers;
	}

	private void start(double now, double size, Map<Cell, Group> next) {
		for (var grade : Grade.values()) {
			add(new Group(this.recallModel.model().first(grade), now,
					size * this.recallModel.firsts().probability(grade)), next);
		}
	}

	/** Reviews with Good if recalled, else Again, as {@link RecallModel#with} does. */
	private void repeat(Group group, double now, double size, Map<Cell, Group> next) {
		var recall = this.recallModel.without(group.memory, group.reviewed, now);
		add(reviewed(group, Grade.GOOD, now, size * recall), next);
		add(reviewed(group, Grade.AGAIN, now, size * (1 - recall)), next);
	}

	private Group reviewed(Group group, Grade grade, double now, double size) {
		return new Group(this.recallModel.model().next(group.memory, grade, now - group.reviewed), now, size);
	}

	private void add(Group group, Map<Cell, Group> next) {
		if (group.size > NEGLIGIBLE) {
			next.merge(Cell.of(group), group, this::merge);
		}
	}

	/** Merges two groups so that the sum of their recall on the day stays the same. */
	private Group merge(Group one, Group other) {
		var size = one.size + other.size;
		var share = one.size / size;
		var recall = share * recall(one) + (1 - share) * recall(other);
		var reviewed = share * one.reviewed + (1 - share) * other.reviewed;
		var difficulty = share * one.memory.difficulty() + (1 - share) * other.memory.difficulty();
		return new Group(this.recallModel.recalledWith(recall, difficulty, reviewed, this.date), reviewed, size);
	}

	private double recall(Group group) {
		return this.recallModel.without(group.memory, group.reviewed, this.date);
	}

	/**
	 * Expected numbers of reviews, with fractions.
	 *
	 * @param fresh the first reviews of new questions
	 * @param repeats the other reviews
	 */
	record Count(double fresh, double repeats) {

		static final Count NONE = new Count(0, 0);

		Count plus(Count other) {
			return new Count(this.fresh + other.fresh, this.repeats + other.repeats);
		}

	}

	/**
	 * Questions with the same memory state.
	 *
	 * @param reviewed the day of their last review
	 * @param size the number of questions, also fractional
	 */
	record Group(Memory memory, double reviewed, double size) {

		Group resized(double size) {
			return new Group(this.memory, this.reviewed, size);
		}

	}

	/**
	 * A range of memory states, last reviewed on the same day, that is merged into one.
	 */
	private record Cell(int stability, int difficulty, int day) {

		/** The width of a range, in the natural logarithm of the stability. */
		private static final double WIDTH = 0.2;

		static Cell of(Group group) {
			return new Cell((int) Math.floor(Math.log(group.memory.stability()) / WIDTH),
					(int) group.memory.difficulty(), (int) Math.floor(group.reviewed));
		}

	}

	/**
	 * A group of questions that could be reviewed.
	 *
	 * @param group {@code null} for the new questions
	 * @param gain the gain in recall on the day from a review of one of them
	 */
	private record Offer(@Nullable Group group, double gain, double size) {
	}

}
