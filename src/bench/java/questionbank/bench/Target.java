package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Server with the URLs to request from it.
 *
 * @param server the server under test
 * @param paths a file with a path per line
 * @param unique whether a parameter without meaning makes each URL unique
 */
record Target(Server server, Path paths, boolean unique) {

	/** Requests the same URLs repeatedly. */
	static Target repeated(Server server, List<String> paths) throws IOException {
		return new Target(server, write(paths), false);
	}

	/** Requests no URL twice, so that every page has to be rendered. */
	static Target unique(Server server, List<String> paths) throws IOException {
		return new Target(server, write(paths), true);
	}

	private static Path write(List<String> paths) throws IOException {
		var file = Files.createTempFile("paths", ".txt");
		file.toFile().deleteOnExit();
		return Files.write(file, paths);
	}

}
