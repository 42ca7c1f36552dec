package questionbank.format;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A question of a file, as texts that are read but not yet validated; also what is
 * written to files. Text is in Markdown, whatever the format; fields that a file does not
 * state are empty.
 *
 * @param location where the entry begins in the file
 * @param id the stable id, by which a later import finds the question again
 * @param difficulty {@code easy}, {@code medium} or {@code hard}; otherwise the text of
 * the file, if it is none of these and no synonym
 * @param topics as written, such as "Data Quality"
 * @param status {@code draft}, {@code published} or {@code retired}, or the text of the
 * file
 * @param audience {@code everyone} or {@code interviewers}, or the text of the file
 * @param optional {@code true} if the file has a question of another kind, such as
 * multiple choice, from which this one was made: it is taken only on request
 * @param findings what is to be said about the entry, in the order of the file
 */
public record QuestionEntry(Location location, String id, String prompt, String difficulty, String sampleAnswer,
		List<String> keyPoints, List<String> probes, List<String> topics, String status, String audience, String source,
		boolean optional, List<Finding> findings) {

	/** Copies the lists. */
	public QuestionEntry {
		keyPoints = List.copyOf(keyPoints);
		probes = List.copyOf(probes);
		topics = List.copyOf(topics);
		findings = List.copyOf(findings);
	}

	/** Tells whether the entry cannot be imported as it is. */
	public boolean hasErrors() {
		return this.findings.stream().anyMatch((finding) -> finding.severity() == Severity.ERROR);
	}

	/**
	 * A position in a file.
	 *
	 * @param part the entry of a zip file, or the sheet; {@code null} without any
	 * @param line counted from 1; 0 if the format has none
	 * @param column counted from 1, in characters, or in cells of a table; 0 if unknown
	 */
	public record Location(@Nullable String part, int line, int column) {

		/** Locates something in a file of one part. */
		public static Location of(int line, int column) {
			return new Location(null, line, column);
		}

	}

	/**
	 * Something to be said about an entry, or about a place without one.
	 *
	 * @param read the text there, cut to at most {@value #MAX_READ} characters
	 * @param message why, as a sentence for people
	 */
	public record Finding(Severity severity, Location location, String read, String message) {

		/** The maximum length of the quoted text. */
		public static final int MAX_READ = 80;

		/** Cuts the quoted text. */
		public Finding {
			read = cut(read);
		}

		private static String cut(String text) {
			return (text.codePointCount(0, text.length()) <= MAX_READ) ? text
					: text.substring(0, text.offsetByCodePoints(0, MAX_READ - 1)) + "…";
		}

	}

	/** How much a {@link Finding} matters. */
	public enum Severity {

		/** Something was ignored or understood leniently. */
		NOTE,

		/** Something was lost or has to be chosen; the question can be imported. */
		WARNING,

		/** There is no question, or it cannot be imported as it is. */
		ERROR

	}

}
