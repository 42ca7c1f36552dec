package questionbank.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import questionbank.question.Difficulty;

/**
 * Allocates the minutes of a slot to the questions of a kit, from easy to hard.
 * <p>
 * Expected times are scaled to the slot, but no question gets less than half of its
 * expected time or more than twice. A mix that needs less than half of its time does not
 * fit; what a long slot leaves over stays unplanned.
 */
final class TimeAllocation {

	private final int[] expected;

	private final int slot;

	/**
	 * @param profile the slot and the difficulty mix
	 * @param expected the expected minutes of a question by difficulty, at least 1
	 */
	TimeAllocation(CompositionProfile profile, Map<Difficulty, Integer> expected) {
		var minutes = new ArrayList<Integer>();
		for (var difficulty : Difficulty.values()) {
			minutes.addAll(Collections.nCopies(profile.count(difficulty), expected.getOrDefault(difficulty, 1)));
		}
		this.expected = minutes.stream().mapToInt(Integer::intValue).toArray();
		this.slot = profile.minutes();
	}

	int expectedMinutes() {
		return Arrays.stream(this.expected).sum();
	}

	/** Returns the minutes of the shortest slot into which the mix fits. */
	int shortestSlot() {
		return Arrays.stream(this.expected).map(TimeAllocation::least).sum();
	}

	boolean fits() {
		return shortestSlot() <= this.slot;
	}

	/**
	 * Returns the planned minutes by position, whose sum is at most the slot. Minute by
	 * minute, the question that has the least of its expected time gets the next one.
	 */
	List<Integer> plan() {
		var planned = Arrays.stream(this.expected).map(TimeAllocation::least).toArray();
		for (int rest = Math.min(this.slot, 2 * expectedMinutes()) - shortestSlot(); rest > 0; rest--) {
			planned[shortestOfTime(planned)]++;
		}
		return Arrays.stream(planned).boxed().toList();
	}

	private int shortestOfTime(int[] planned) {
		int found = 0;
		for (int position = 1; position < planned.length; position++) {
			if (planned[position] * this.expected[found] < planned[found] * this.expected[position]) {
				found = position;
			}
		}
		return found;
	}

	private static int least(int expected) {
		return (expected + 1) / 2;
	}

}
