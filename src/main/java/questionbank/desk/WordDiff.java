package questionbank.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;

/**
 * What changed from one text to another, word by word.
 *
 * @param parts in order; the removed ones are of the first text, the added ones of the
 * second, and the others of both
 */
public record WordDiff(List<Part> parts) {

	private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]+|\\s+|.", Pattern.DOTALL);

	/** Compares two texts. */
	public static WordDiff between(String before, String after) {
		var stretches = new Stretches();
		// The variant that takes no more memory where two long texts have nothing in
		// common.
		DiffUtils.diff(words(before), words(after), new MyersDiffWithLinearSpace<>(), null, true)
			.getDeltas()
			.forEach(stretches::add);
		return new WordDiff(stretches.finished());
	}

	private static List<String> words(String text) {
		return WORDS.matcher(text).results().map((word) -> word.group()).toList();
	}

	/** What happened to a stretch of text. */
	public enum Change {

		NONE, REMOVED, ADDED

	}

	/** A stretch of text to which the same happened. */
	public record Part(Change change, String text) {

		public boolean isRemoved() {
			return this.change == Change.REMOVED;
		}

		public boolean isAdded() {
			return this.change == Change.ADDED;
		}

	}

	/**
	 * Gathers what changed. Two changes with nothing but a space between them read better
	 * as one.
	 */
	private static final class Stretches {

		private final List<Part> finished = new ArrayList<>();

		private final StringBuilder removed = new StringBuilder();

		private final StringBuilder added = new StringBuilder();

		private String space = "";

		void add(AbstractDelta<String> delta) {
			var before = String.join("", delta.getSource().getLines());
			if (delta.getType() != DeltaType.EQUAL) {
				this.removed.append(this.space).append(before);
				this.added.append(this.space).append(String.join("", delta.getTarget().getLines()));
				this.space = "";
			}
			else if (before.isBlank() && !isUnchanged()) {
				this.space = before;
			}
			else {
				finishChange();
				part(Change.NONE, before);
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
