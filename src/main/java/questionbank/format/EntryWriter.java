package questionbank.format;

import java.io.Closeable;
import java.io.IOException;

import org.jspecify.annotations.Nullable;

/**
 * Writes questions to a file in one format, as a stream. Closing it ends the file, but
 * does not close the stream below.
 */
public interface EntryWriter extends Closeable {

	/**
	 * Writes a question.
	 * @param problem why it was rejected, as a field that readers of this format ignore;
	 * {@code null} for none
	 */
	void write(QuestionEntry entry, @Nullable String problem) throws IOException;

}
