package questionbank.practice;

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
 * fractional size, which the plan then treats by what is known of each. So the forecast
 * is the mean over the possible answers; it draws nothing at random, and the same cards
 * give the same forecast.
 * <p>
 * Groups of almost the same memory are merged, which bounds their number and keeps the
 * expected readiness. Taking fractions of questions is a mean-field approximation: its
 * error falls with the number of questions.
 */
final class Forecast {

	private static final double NEGLIGIBLE = 1e-9;

	private final RecallModel outlook;

	private final double date;

	private final double total;

	private Collection<Group> groups;

	private double unseen;

	/**
	 * Creates a forecast for a day.
	 * @param date the day, later than each review
	 * @param groups the questions that were practised
	 * @param unseen the number of questions that were not
	 */
	Forecast(RecallModel outlook, double date, Collection<Group> groups, long unseen) {
		this.outlook = outlook;
		this.date = date;
		this.groups = groups;
		this.unseen = unseen;
		this.total = unseen + groups.stream().mapToDouble(Group::size).sum();
	}

	/** Computes the mean probability of recall on the day, from 0 to 1; 0 of none. */
	double readiness() {
		var sum = this.groups.stream().mapToDouble((group) -> group.size * recall(group)).sum();
		return (this.total > 0) ? sum / this.total : 0;
	}

	/**
	 * Reviews the questions of which a review is worth most.
	 * @param now the day of the reviews
	 * @param before only questions last reviewed before this moment are repeated
	 * @param limit the number of reviews
	 */
	Count practise(double now, double before, double limit) {
		var next = new LinkedHashMap<Cell, Group>();
		var left = limit;
		var fresh = 0.0;
		for (var offer : offers(now, before)) {
			var taken = (offer.worth > RecallModel.LEAST) ? Math.min(left, offer.size) : 0;
			left -= taken;
			if (offer.group == null) {
				fresh = taken;
				begin(now, taken, next);
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

	/** The groups by the worth of a review, the greatest first. */
	private List<Offer> offers(double now, double before) {
		var offers = new ArrayList<Offer>();
		for (var group : this.groups) {
			var worth = (group.reviewed < before) ? this.outlook.worth(group.memory, group.reviewed, now, this.date)
					: 0;
			offers.add(new Offer(group, worth, group.size));
		}
		offers.add(new Offer(null, this.outlook.first(now, this.date), this.unseen));
		offers.sort(Comparator.comparingDouble((offer) -> -offer.worth));
		return offers;
	}

	private void begin(double now, double size, Map<Cell, Group> next) {
		for (var grade : Grade.values()) {
			add(new Group(this.outlook.model().first(grade), now, size * this.outlook.firsts().of(grade)), next);
		}
	}

	/** Expects Good if it is recalled, as {@link RecallModel#with} does. */
	private void repeat(Group group, double now, double size, Map<Cell, Group> next) {
		var recall = this.outlook.without(group.memory, group.reviewed, now);
		add(reviewed(group, Grade.GOOD, now, size * recall), next);
		add(reviewed(group, Grade.AGAIN, now, size * (1 - recall)), next);
	}

	private Group reviewed(Group group, Grade grade, double now, double size) {
		return new Group(this.outlook.model().next(group.memory, grade, now - group.reviewed), now, size);
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
		return new Group(this.outlook.recalledWith(recall, difficulty, reviewed, this.date), reviewed, size);
	}

	private double recall(Group group) {
		return this.outlook.without(group.memory, group.reviewed, this.date);
	}

	/**
	 * Numbers of questions that are practised; an expected number has fractions.
	 *
	 * @param fresh the new ones
	 * @param repeats the others
	 */
	record Count(double fresh, double repeats) {

		static final Count NONE = new Count(0, 0);

		Count plus(Count other) {
			return new Count(this.fresh + other.fresh, this.repeats + other.repeats);
		}

	}

	/**
	 * Questions with the same memory.
	 *
	 * @param reviewed the day of their last review
	 * @param size the number of questions, also fractional
	 */
	record Group(Memory memory, double reviewed, double size) {

		Group resized(double size) {
			return new Group(this.memory, this.reviewed, size);
		}

	}

	/** A range of memories, last reviewed on the same day, that are merged into one. */
	private record Cell(int stability, int difficulty, int day) {

		/** The width of a range in the natural logarithm of the stability. */
		private static final double WIDTH = 0.2;

		static Cell of(Group group) {
			return new Cell((int) Math.floor(Math.log(group.memory.stability()) / WIDTH),
					(int) group.memory.difficulty(), (int) Math.floor(group.reviewed));
		}

	}

	/**
	 * A group of questions that could be practised.
	 *
	 * @param group {@code null} for the new questions
	 * @param worth what a review of one of them adds to its recall on the day
	 */
	private record Offer(@Nullable Group group, double worth, double size) {
	}

}
