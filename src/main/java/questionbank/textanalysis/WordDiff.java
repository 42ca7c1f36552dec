package questionbank.textanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.DiffAlgorithmListener;
import com.github.difflib.algorithm.myers.MyersDiff;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

/**
 * The difference between two texts, word by word.
 *
 * @param parts in order; removed parts are of the first text, added parts of the second,
 * and the others of both
 */
public record WordDiff(List<Part> parts) {

	private static final Pattern LINES = Pattern.compile("[^\\n]*\\n|[^\\n]+");

	private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

	/**
	 * The maximum number of insertions and deletions of a comparison. Myers' algorithm
	 * takes time and memory in the square of their number, and texts with more
	 * differences are easier to read one after the other.
	 */
	private static final int MAX_DIFFERENCES = 1000;

	/** The minimum number of characters beside a change that a folded stretch keeps. */
	private static final int CONTEXT = 80;

	/**
	 * Compares two texts by lines, and changed lines by words. Stretches with too many
	 * differences are one removed and one added part.
	 */
	public static WordDiff between(String before, String after) {
		var stretches = new Stretches();
		compare(LINES, before, after).stream()
			.flatMap((lines) -> lines.isEqual() ? Stream.of(lines)
					: compare(WORDS, lines.before(), lines.after()).stream())
			.forEach(stretches::add);
		return new WordDiff(stretches.finished());
	}

	/**
	 * Shortens long unchanged stretches to the words beside the changes. A difference
	 * without changes stays whole.
	 */
	public WordDiff folded() {
		var last = this.parts.size() - 1;
		return (last < 1) ? this : new WordDiff(
				IntStream.rangeClosed(0, last).mapToObj((i) -> this.parts.get(i).folded(i > 0, i < last)).toList());
	}

	/**
	 * Merges two changes to a text that touch different sentences (a three-way merge).
	 * @return empty if they touch the same sentence, or are too many to compare
	 */
	public static Optional<String> merge(String base, String theirs, String mine) {
		return TextMerge.merge(base, theirs, mine);
	}

	private static List<Delta> compare(Pattern parts, String before, String after) {
		try {
			return deltas(parts(parts, before), parts(parts, after)).stream().map(Delta::of).toList();
		}
		catch (TooDifferentException ex) {
			return List.of(new Delta(false, before, after));
		}
	}

	/**
	 * Compares two lists.
	 * @return equal and different stretches, in order
	 * @throws TooDifferentException after {@value #MAX_DIFFERENCES} differences
	 */
	static List<AbstractDelta<String>> deltas(List<String> before, List<String> after) {
		return DiffUtils.diff(before, after, new MyersDiff<>(), new Bound(), true).getDeltas();
	}

	/** Returns the parts of a text that match a pattern. */
	static List<String> parts(Pattern part, String text) {
		return part.matcher(text).results().map(MatchResult::group).toList();
	}

	/** Kinds of change. */
	public enum Change {

		NONE, REMOVED, ADDED

	}

	/** A stretch of text with the same kind of change. */
	public record Part(Change change, String text) {

		public boolean isRemoved() {
			return this.change == Change.REMOVED;
		}

		public boolean isAdded() {
			return this.change == Change.ADDED;
		}

		/** Shortens an unchanged stretch, and keeps the words at the given ends. */
		private Part folded(boolean keepStart, boolean keepEnd) {
			int from = keepStart ? CONTEXT : 0;
			while (keepStart && from < this.text.length() && !Character.isWhitespace(this.text.charAt(from))) {
				from++;
			}
			int to = keepEnd ? this.text.length() - CONTEXT : this.text.length();
			while (keepEnd && to > 0 && !Character.isWhitespace(this.text.charAt(to - 1))) {
				to--;
			}
			return (this.change != Change.NONE || to - from < CONTEXT) ? this
					: new Part(this.change, this.text.substring(0, from) + " … " + this.text.substring(to));
		}

	}

	/** Two corresponding stretches of both texts, equal or not. */
	private record Delta(boolean isEqual, String before, String after) {

		static Delta of(AbstractDelta<String> delta) {
			return new Delta(delta.getType() == DeltaType.EQUAL, String.join("", delta.getSource().getLines()),
					String.join("", delta.getTarget().getLines()));
		}

	}

	/** Aborts a comparison with too many differences. */
	private static final class Bound implements DiffAlgorithmListener {

		@Override
		public void diffStart() {
		}

		@Override
		public void diffStep(int differences, int most) {
			if (differences > MAX_DIFFERENCES) {
				throw new TooDifferentException();
			}
		}

		@Override
		public void diffEnd() {
		}

	}

	static final class TooDifferentException extends RuntimeException {

		TooDifferentException() {
			super("More than " + MAX_DIFFERENCES + " differences", null, false, false);
		}

	}

	/**
	 * Collects the parts. Changes that only a space separates become one, which is easier
	 * to read.
	 */
	private static final class Stretches {

		private final List<Part> finished = new ArrayList<>();

		private final StringBuilder removed = new StringBuilder();

		private final StringBuilder added = new StringBuilder();

		private String space = "";

		void add(Delta delta) {
			if (!delta.isEqual()) {
				this.removed.append(this.space).append(delta.before());
				this.added.append(this.space).append(delta.after());
				this.space = "";
			}
			else if (delta.before().isBlank() && !isUnchanged()) {
				this.space += delta.before();
			}
			else {
				finishChange();
				part(Change.NONE, delta.before());
			}
		}

		private boolean isUnchanged() {
			return this.removed.isEmpty() && this.added.isEmpty();
		}

		private void finishChange() {
			part(Change.REMOVED, this.removed.toString());
			part(Change.ADDED, this.added.toString());
			part(Change.NONE, this.space);
			this.removed.setLength(0);
			this.added.setLength(0);
			this.space = "";
		}

		private void part(Change change, String text) {
			if (!text.isEmpty()) {
				this.finished.add(new Part(change, text));
			}
		}

		List<Part> finished() {
			finishChange();
			return List.copyOf(this.finished);
		}

	}

}
