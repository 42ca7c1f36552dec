package questionbank.format;

import java.util.List;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * What becomes of questions of other kinds: not taken, or offered as a draft if they have
 * one right answer.
 */
final class ChoiceOffer {

	private ChoiceOffer() {
	}

	/**
	 * States the right answer and the status of an entry, before its other fields.
	 * @param more what the file says to everyone, Markdown
	 * @param wrong the other answers
	 */
	static void begin(EntryBuilder entry, String kind, String label, String right, String more, List<String> wrong,
			Location at) {
		entry.text(EntryField.SAMPLE_ANSWER, "answer", more.isEmpty() ? right : right + "\n\n" + more, at);
		entry.text(EntryField.STATUS, "status", "draft", at);
		entry.markOptional();
		var others = wrong.isEmpty() ? "" : " Its other answers are left out: %s.".formatted(String.join("; ", wrong));
		entry.report(Severity.WARNING, at, label,
				"A %s question is taken only on request, as a draft with its right answer.%s".formatted(kind, others));
	}

	/** Says that a question is not taken. */
	static Finding notTaken(String kind, String label, Location at) {
		return new Finding(Severity.WARNING, at, label,
				"A %s question is not taken: the bank has questions that are answered in words.".formatted(kind));
	}

}
