package questionbank.operations;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

import org.apache.lucene.util.IOUtils;

/**
 * File of an embedded H2 database, with the copy beside it that is migrated.
 *
 * @param url the JDBC URL up to the path
 * @param name the path without its extension
 * @param settings what follows the path in the JDBC URL
 */
record DatabaseFile(String url, Path name, String settings) {

	private static final Pattern URL = Pattern.compile("(jdbc:h2:(?:file:)?)(~/|(?![a-z]{2,}:))([^;]+)(.*)");

	private static final String COPY = ".migrating";

	/**
	 * Parses a JDBC URL; returns empty if it is not of an H2 database in a local file.
	 */
	static Optional<DatabaseFile> of(String url) {
		var parts = URL.matcher(url);
		if (!parts.matches()) {
			return Optional.empty();
		}
		var folder = Path.of(parts.group(2).isEmpty() ? "" : System.getProperty("user.home"));
		return Optional.of(new DatabaseFile(parts.group(1), folder.resolve(parts.group(3)), parts.group(4)));
	}

	/** Returns the JDBC URL of the copy. */
	String copyUrl() {
		return this.url + sibling(COPY).toAbsolutePath() + this.settings;
	}

	boolean exists() {
		return Files.exists(sibling(".mv.db"));
	}

	/**
	 * Acquires a lock by which one process at a time migrates the file; waits for it. H2
	 * locks the file itself, but not while it is replaced.
	 * @return the lock, which is released when it is closed
	 * @throws AccessDeniedException if the file is read-only: H2 would open it, and fail
	 * at the first write
	 */
	FileChannel lock() throws IOException {
		if (exists() && !Files.isWritable(sibling(".mv.db"))) {
			throw new AccessDeniedException(sibling(".mv.db").toString());
		}
		Files.createDirectories(this.name.toAbsolutePath().getParent());
		var channel = FileChannel.open(sibling(".migration.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		channel.lock();
		return channel;
	}

	/**
	 * Copies the file, which no process may have open.
	 * @throws IOException if another process has it open, or the copy cannot be written
	 */
	void copy() throws IOException {
		var file = sibling(".mv.db");
		try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
			if (channel.tryLock() == null) {
				throw new FileSystemException(file.toString(), null, "in use by another process");
			}
			Files.copy(Channels.newInputStream(channel), sibling(COPY + ".mv.db"));
		}
	}

	/** Replaces the file by the copy, atomically and durably. */
	void replace() throws IOException {
		var file = sibling(".mv.db").toAbsolutePath();
		var copy = sibling(COPY + ".mv.db").toAbsolutePath();
		IOUtils.fsync(copy, false);
		Files.move(copy, file, StandardCopyOption.ATOMIC_MOVE);
		IOUtils.fsync(file.getParent(), true);
	}

	void deleteCopy() throws IOException {
		Files.deleteIfExists(sibling(COPY + ".mv.db"));
		Files.deleteIfExists(sibling(COPY + ".trace.db"));
	}

	private Path sibling(String extension) {
		return this.name.resolveSibling(this.name.getFileName() + extension);
	}

	@Override
	public String toString() {
		return sibling(".mv.db").toString();
	}

}
