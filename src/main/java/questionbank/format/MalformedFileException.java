package questionbank.format;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Thrown if a file, or the rest of it, cannot be read: it is damaged, hostile, beyond a
 * limit, or in another format.
 */
public final class MalformedFileException extends IOException {

	private final transient Finding finding;

	private String rest = "";

	/**
	 * Creates an exception.
	 * @param read the text at the position
	 * @param message why, as a sentence for people
	 */
	public MalformedFileException(Location location, String read, String message) {
		super(message);
		this.finding = new Finding(Severity.ERROR, location, read, message);
	}

	/**
	 * Keeps the text of the file from a line on, as far as it can be stored, unless there
	 * is such a text already.
	 */
	MalformedFileException withRest(Path file, int line) {
		if (!this.rest.isEmpty()) {
			return this;
		}
		try (var reader = new BufferedReader(TextDecoding.open(file, EntrySink.NONE))) {
			for (int skipped = 1; skipped < line; skipped++) {
				reader.readLine();
			}
			this.rest = TextDecoding.start(reader, LimitedSink.MAX_TEXT)
				.replace(TextDecoding.NUL, '\uFFFD')
				.replace(TextDecoding.NO_CHARACTER, '\uFFFD');
		}
		catch (IOException ex) {
			addSuppressed(ex);
		}
		return this;
	}

	/** Returns the text that was not read, as far as it is known; otherwise empty. */
	public String rest() {
		return this.rest;
	}

	/** Returns the position and the reason. */
	public Finding finding() {
		return this.finding;
	}

}
