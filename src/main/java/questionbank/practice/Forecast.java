package questionbank.practice;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of somebody's memory until a day, if each day until then they practise
 * what is worth most for it. What they do not know yet is taken to go as is to be
 * expected, so that the same forecast is made of the same cards.
 */
final class Forecast {

	private final Outlook outlook;

	private final double date;

	private final long total;

	private List<Known> known;

	private long unseen;

	/**
	 * A forecast for a day.
	 * @param known what was practised
	 * @param unseen how many questions were not
	 */
	Forecast(Outlook outlook, double date, List<Known> known, long unseen) {
		this.outlook = outlook;
		this.date = date;
		this.known = known;
		this.unseen = unseen;
		this.total = unseen + known.stream().mapToLong(Known::count).sum();
	}

	/** The mean of how likely the questions are remembered on the day; 0 of none. */
	double readiness() {
		var sum = this.known.stream()
			.mapToDouble((one) -> one.count * this.outlook.without(one.memory, one.reviewed, this.date))
			.sum();
		return (this.total > 0) ? sum / this.total : 0;
	}

	/**
	 * Practises on a day what is worth most.
	 * @param since only what was last reviewed before is practised again
	 * @param most how many questions
	 * @return how many of them were new, and how many were not
	 */
	Count practise(double now, double since, int most) {
		var first = this.outlook.first(now, this.date);
		var offered = Stream
			.concat(this.known.stream().filter((one) -> one.reviewed < since).map((one) -> offer(one, now)),
					Stream.of(new Offer(null, first, this.unseen)))
			.filter((offer) -> offer.worth > Outlook.LEAST)
			.sorted(Comparator.comparingDouble((offer) -> -offer.worth))
			.toList();
		var next = new ArrayList<Known>();
		var repeated = Collections.newSetFromMap(new IdentityHashMap<Known, Boolean>());
		var left = (long) most;
		var fresh = 0L;
		for (var offer : offered) {
			var taken = Math.min(left, offer.count);
			if (taken == 0) {
				continue;
			}
			left -= taken;
			if (offer.known == null) {
				fresh = taken;
				next.add(begun(first, now, taken));
			}
			else {
				repeated.add(offer.known);
				next.add(repeated(offer.known, now, taken));
				if (taken < offer.count) {
					next.add(new Known(offer.known.memory, offer.known.reviewed, offer.count - taken));
				}
			}
		}
		this.known.stream().filter((one) -> !repeated.contains(one)).forEach(next::add);
		this.known = next;
		this.unseen -= fresh;
		return new Count(fresh, most - left - fresh);
	}

	private Offer offer(Known one, double now) {
		return new Offer(one, this.outlook.worth(one.memory, one.reviewed, now, this.date), one.count);
	}

	private Known repeated(Known one, double now, long count) {
		var expected = this.outlook.with(one.memory, one.reviewed, now, this.date);
		var isKnown = this.outlook.without(one.memory, one.reviewed, now) >= 0.5;
		var difficulty = this.outlook.model()
			.nextDifficulty(one.memory.difficulty(), isKnown ? Grade.GOOD : Grade.AGAIN);
		return new Known(this.outlook.recalledWith(expected, difficulty, now, this.date), now, count);
	}

	private Known begun(double first, double now, long count) {
		var difficulty = this.outlook.model().first(Grade.GOOD).difficulty();
		return new Known(this.outlook.recalledWith(first, difficulty, now, this.date), now, count);
	}

	/** How many questions are practised. */
	record Count(long fresh, long repeats) {
	}

	/**
	 * Questions that are remembered alike.
	 *
	 * @param reviewed the day of their last review
	 * @param count how many they are
	 */
	record Known(Memory memory, double reviewed, long count) {
	}

	/**
	 * What could be practised.
	 *
	 * @param known {@code null} for what is new
	 * @param worth what practising one of them adds
	 */
	private record Offer(@Nullable Known known, double worth, long count) {
	}

}
