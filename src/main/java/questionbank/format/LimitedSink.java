package questionbank.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Severity;
import questionbank.web.UnicodeText;

/**
 * Enforces, for every format, the limits on questions and texts, and completes the
 * difficulties: what passes has texts that can be stored, and says what was cut.
 */
final class LimitedSink implements EntrySink {

	/** The maximum length of a text in a file, in UTF-16 code units. */
	static final int MAX_TEXT = 100_000;

	private static final Pattern DATA_IMAGE = Pattern.compile("!\\[[^\\]\\n]{0,200}\\]\\(\\s?<?data:",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SCRIPT = Pattern.compile("<script\\b", Pattern.CASE_INSENSITIVE);

	private final EntrySink sink;

	private final Difficulties difficulties;

	private int entries;

	private int loose;

	private boolean scaleSaid;

	LimitedSink(EntrySink sink, Difficulties difficulties) {
		this.sink = sink;
		this.difficulties = difficulties;
	}

	@Override
	public void entry(QuestionEntry entry) throws IOException {
		if (++this.entries > QuestionFormat.MAX_QUESTIONS) {
			throw new MalformedFileException(entry.location(), entry.prompt(),
					"The file has more than %,d questions.".formatted(QuestionFormat.MAX_QUESTIONS));
		}
		this.sink.entry(new Check(entry).checked());
	}

	@Override
	public void finding(Finding finding) throws IOException {
		if (++this.loose > QuestionFormat.MAX_QUESTIONS) {
			throw new MalformedFileException(finding.location(), finding.read(),
					"The file has more than %,d places that are no questions.".formatted(QuestionFormat.MAX_QUESTIONS));
		}
		this.sink.finding(finding);
	}

	/** The check of one entry. */
	private final class Check {

		private final QuestionEntry entry;

		private final List<Finding> findings;

		Check(QuestionEntry entry) {
			this.entry = entry;
			this.findings = new ArrayList<>(entry.findings());
		}

		QuestionEntry checked() throws IOException {
			var difficulty = difficulty();
			return new QuestionEntry(this.entry.location(), text(this.entry.id()), text(this.entry.prompt()),
					difficulty, text(this.entry.sampleAnswer()), texts(this.entry.keyPoints()),
					texts(this.entry.probes()), texts(this.entry.topics()), word(this.entry.status()),
					word(this.entry.audience()), text(this.entry.source()), this.entry.optional(), this.findings);
		}

		private String difficulty() throws IOException {
			var text = text(this.entry.difficulty());
			var word = Difficulties.isNumber(text) ? number(text) : Difficulties.word(text);
			if (word == null && !Difficulties.isSaid(this.findings) && !this.entry.hasErrors()) {
				report(Severity.WARNING, text, text.isEmpty() ? Difficulties.MISSING : Difficulties.UNKNOWN);
			}
			return (word != null) ? word : text;
		}

		private @Nullable String number(String text) throws IOException {
			var word = LimitedSink.this.difficulties.number(text);
			if (word != null && !LimitedSink.this.scaleSaid) {
				LimitedSink.this.scaleSaid = true;
				finding(new Finding(Severity.NOTE, this.entry.location(), text, LimitedSink.this.difficulties.scale()));
			}
			return word;
		}

		private String word(String text) {
			return text(text).toLowerCase(Locale.ROOT);
		}

		private List<String> texts(List<String> items) {
			if (items.size() > EntryBuilder.MAX_ITEMS) {
				report(Severity.ERROR, "", "There are more than %,d items.".formatted(EntryBuilder.MAX_ITEMS));
			}
			return items.stream().limit(EntryBuilder.MAX_ITEMS).map(this::text).toList();
		}

		private String text(String text) {
			if (text.length() > MAX_TEXT) {
				report(Severity.ERROR, text, "A text has %,d characters, more than %,d: the rest is cut."
					.formatted(text.length(), MAX_TEXT));
				return checked(UnicodeText.cut(text, MAX_TEXT));
			}
			return checked(text);
		}

		private String checked(String text) {
			if (DATA_IMAGE.matcher(text).find()) {
				report(Severity.NOTE, "data:", "An image inside the text is not shown.");
			}
			if (SCRIPT.matcher(text).find()) {
				report(Severity.NOTE, "<script", "A script is kept as text; it never runs.");
			}
			return storable(text);
		}

		private String storable(String text) {
			var bad = text.codePoints().filter(LimitedSink::isUnstorable).findFirst();
			if (bad.isEmpty()) {
				return text;
			}
			report(Severity.ERROR, read(bad.getAsInt()), reason(bad.getAsInt()));
			var storable = new StringBuilder(text.length());
			text.codePoints()
				.map((character) -> isUnstorable(character) ? '\uFFFD' : character)
				.forEach(storable::appendCodePoint);
			return storable.toString();
		}

		private static String read(int unstorable) {
			return switch (unstorable) {
				case 0, TextDecoding.NUL -> "U+0000";
				case TextDecoding.NO_CHARACTER -> "\uFFFD";
				default -> "U+%04X".formatted(unstorable);
			};
		}

		private static String reason(int unstorable) {
			return switch (unstorable) {
				case 0, TextDecoding.NUL -> "A NUL character cannot be stored.";
				case TextDecoding.NO_CHARACTER -> "A byte is no character in the encoding of the file.";
				default -> "Half of a surrogate pair is no character.";
			};
		}

		private void report(Severity severity, String read, String message) {
			this.findings.add(new Finding(severity, this.entry.location(), read, message));
		}

	}

	private static boolean isUnstorable(int character) {
		return character == 0 || character == TextDecoding.NUL || character == TextDecoding.NO_CHARACTER
				|| (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE);
	}

}
