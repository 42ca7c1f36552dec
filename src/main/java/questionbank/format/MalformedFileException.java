package questionbank.format;

import java.io.IOException;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Thrown if a file, or the rest of it, cannot be read: it is damaged, hostile, beyond a
 * limit, or in another format.
 */
public final class MalformedFileException extends IOException {

	private final transient Finding finding;

	/**
	 * Creates an exception.
	 * @param read the text at the position
	 * @param message why, as a sentence for people
	 */
	public MalformedFileException(Location location, String read, String message) {
		super(message);
		this.finding = new Finding(Severity.ERROR, location, read, message);
	}

	/** Returns the position and the reason. */
	public Finding finding() {
		return this.finding;
	}

}
