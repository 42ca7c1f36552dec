package questionbank.textanalysis;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

import questionbank.textanalysis.WordDiff.TooDifferentException;

/**
 * A three-way merge of texts (diff3) with sentences and the white space between them as
 * units. A line break ends a sentence, so that items of lists are sentences. Changes of
 * different units do not interfere; what changes the same unit, or inserts at the same
 * position, is left to the reader.
 */
final class TextMerge {

	/**
	 * White space, and sentences with their closing punctuation; every character is in
	 * one.
	 */
	private static final Pattern UNITS = Pattern
		.compile("\\s+|\\S[^\\n]*?(?:[.!?…][\"”’')\\]*_`]*+(?=\\s|\\z)|(?=\\n)|\\z)");

	private TextMerge() {
	}

	/** Returns the base with both changes; empty if they overlap. */
	static Optional<String> merge(String base, String theirs, String mine) {
		var units = WordDiff.parts(UNITS, base);
		try {
			var theirChanges = changes(units, theirs);
			var myChanges = changes(units, mine);
			if (theirChanges.stream().anyMatch((one) -> myChanges.stream().anyMatch(one::overlaps))) {
				return Optional.empty();
			}
			return Optional.of(apply(Stream.concat(theirChanges.stream(), myChanges.stream())
				.distinct()
				.sorted(Comparator.comparingInt(Change::start).thenComparingInt(Change::end))
				.toList(), units));
		}
		catch (TooDifferentException ex) {
			return Optional.empty();
		}
	}

	private static List<Change> changes(List<String> units, String changed) {
		return WordDiff.deltas(units, WordDiff.parts(UNITS, changed))
			.stream()
			.filter((delta) -> delta.getType() != DeltaType.EQUAL)
			.map(Change::of)
			.toList();
	}

	private static String apply(List<Change> changes, List<String> units) {
		var merged = new StringBuilder();
		var from = 0;
		for (var change : changes) {
			units.subList(from, change.start()).forEach(merged::append);
			change.replacement().forEach(merged::append);
			from = change.end();
		}
		units.subList(from, units.size()).forEach(merged::append);
		return merged.toString();
	}

	/**
	 * A replacement of units.
	 *
	 * @param start the first unit
	 * @param end after the last unit; the start if it only inserts
	 */
	private record Change(int start, int end, List<String> replacement) {

		static Change of(AbstractDelta<String> delta) {
			var source = delta.getSource();
			return new Change(source.getPosition(), source.getPosition() + source.size(),
					List.copyOf(delta.getTarget().getLines()));
		}

		/**
		 * Tells whether both change the same unit differently, or insert at the same
		 * position.
		 */
		boolean overlaps(Change other) {
			if (equals(other)) {
				return false;
			}
			if (this.start == this.end && other.start == other.end) {
				return this.start == other.start;
			}
			return this.start < other.end && other.start < this.end;
		}

	}

}
