package questionbank.format;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Reads the questions of a file in one format, as a stream: memory does not grow with the
 * number of questions.
 */
@FunctionalInterface
interface FormatReader {

	/**
	 * Reads a file.
	 * @throws MalformedFileException if the rest of the file cannot be read
	 * @throws IOException if the file system or the sink fails
	 */
	void read(Path file, EntrySink sink) throws IOException;

}
