package questionbank.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Location;
import questionbank.web.UnicodeText;

/**
 * Reads the entries of zip files as streams, within limits on entries, bytes and the
 * ratio of compression. Names of entries are labels, never paths of this machine.
 */
final class BoundedZip {

	/** The most entries. */
	static final int MAX_ENTRIES = 100_000;

	/** The most bytes of all entries together. */
	static final long MAX_BYTES = 200L * 1024 * 1024;

	/** The most bytes that may come of one byte of the file. */
	static final int MAX_RATIO = 100;

	/** The bytes of an entry from which on the ratio counts. */
	private static final long RATIO_FROM = 1024 * 1024;

	private static final int MAX_NAME = 200;

	/** The signature at the end of a central directory. */
	private static final String END_OF_DIRECTORY = "PK\5\6";

	private final ZipFile zip;

	/** The bytes of all entries that were inflated. */
	private long total;

	private BoundedZip(ZipFile zip) {
		this.zip = zip;
	}

	/** Returns whether a file begins as a zip file. */
	static boolean isZip(Path file) throws IOException {
		try (var in = Files.newInputStream(file)) {
			var start = in.readNBytes(4);
			return start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
		}
	}

	/** Returns the names of the entries, without inflating them. */
	static List<String> names(Path file) throws IOException {
		try (var zip = open(file)) {
			return new BoundedZip(zip).entries().stream().map(BoundedZip::name).toList();
		}
	}

	/**
	 * Reads the entries of the central directory that are no folders; other entries are
	 * not part of the file.
	 */
	static void read(Path file, EntryReader reader) throws IOException {
		try (var zip = open(file)) {
			var bounded = new BoundedZip(zip);
			for (var entry : bounded.entries()) {
				bounded.read(entry, reader);
			}
		}
	}

	private static ZipFile open(Path file) throws IOException {
		try {
			return new ZipFile(file.toFile(), ZipFile.OPEN_READ);
		}
		catch (IOException | RuntimeException ex) {
			throw damaged("", ex);
		}
	}

	/**
	 * Returns the entries that are no folders. What two readers of zip files could
	 * understand differently is refused: a library that reads the file once more must not
	 * see entries that were not checked.
	 */
	private List<? extends ZipEntry> entries() throws IOException {
		if (this.zip.size() == 0 || this.zip.size() > MAX_ENTRIES) {
			throw malformed("",
					"The zip file has %,d entries: from 1 to %,d can be read.".formatted(this.zip.size(), MAX_ENTRIES));
		}
		if (comment().contains(END_OF_DIRECTORY)) {
			throw malformed("", "The zip file has two directories of its entries.");
		}
		var names = new HashSet<String>();
		for (var entry : Collections.list(this.zip.entries())) {
			if (!names.add(entry.getName())) {
				throw malformed(name(entry), "The zip file has two entries of the same name.");
			}
		}
		return this.zip.stream().filter((entry) -> !entry.isDirectory()).toList();
	}

	private String comment() throws IOException {
		try {
			return Objects.requireNonNullElse(this.zip.getComment(), "");
		}
		catch (RuntimeException ex) {
			throw damaged("", ex);
		}
	}

	private void read(ZipEntry entry, EntryReader reader) throws IOException {
		var part = name(entry);
		try (var in = inflate(entry, part)) {
			var bounded = new BoundedInputStream(in, Math.max(entry.getCompressedSize(), 0), part);
			reader.read(part, bounded);
			bounded.transferTo(OutputStream.nullOutputStream());
		}
	}

	private InputStream inflate(ZipEntry entry, String part) throws IOException {
		try {
			var in = this.zip.getInputStream(entry);
			return (in != null) ? in : InputStream.nullInputStream();
		}
		catch (IOException | RuntimeException ex) {
			throw damaged(part, ex);
		}
	}

	private static String name(ZipEntry entry) {
		var name = UnicodeText.readable(entry.getName());
		return UnicodeText.abbreviate(name, MAX_NAME);
	}

	private static MalformedFileException malformed(String part, String message) {
		return new MalformedFileException(new Location(part.isEmpty() ? null : part, 0, 0), part, message);
	}

	private static MalformedFileException damaged(String part, Exception cause) {
		return malformed(part, "The zip file is damaged: %s.".formatted(cause.getMessage()));
	}

	/** Reads an entry. */
	@FunctionalInterface
	interface EntryReader {

		/**
		 * Reads an entry; what it leaves is skipped.
		 * @param name a label, of which nothing is to be opened
		 */
		void read(String name, InputStream in) throws IOException;

	}

	/** Counts the bytes of an entry while it is inflated. */
	private final class BoundedInputStream extends InputStream {

		private final InputStream in;

		private final long compressed;

		private final String part;

		private long count;

		BoundedInputStream(InputStream in, long compressed, String part) {
			this.in = in;
			this.compressed = compressed;
			this.part = part;
		}

		@Override
		public int read() throws IOException {
			var single = new byte[1];
			return (read(single, 0, 1) < 0) ? -1 : single[0] & 0xFF;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			var read = inflate(buffer, offset, length);
			this.count += Math.max(read, 0);
			BoundedZip.this.total += Math.max(read, 0);
			if (BoundedZip.this.total > MAX_BYTES) {
				throw malformed(this.part, "The zip file holds more than %d MB.".formatted(MAX_BYTES >> 20));
			}
			if (this.count > RATIO_FROM && this.count > MAX_RATIO * this.compressed) {
				throw malformed(this.part,
						"An entry is compressed more than %d times: it is no honest file.".formatted(MAX_RATIO));
			}
			return read;
		}

		private int inflate(byte[] buffer, int offset, int length) throws IOException {
			try {
				return this.in.read(buffer, offset, length);
			}
			catch (IOException | RuntimeException ex) {
				throw damaged(this.part, ex);
			}
		}

	}

}
