package questionbank.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
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

	private BoundedZip() {
	}

	/** Returns whether a file begins as a zip file. */
	static boolean isZip(Path file) throws IOException {
		try (var in = Files.newInputStream(file)) {
			var start = in.readNBytes(4);
			return start.length == 4 && start[0] == 'P' && start[1] == 'K' && (start[2] == 3 || start[2] == 5);
		}
	}

	/**
	 * Reads the entries of the central directory that are no folders; other entries are
	 * not part of the file.
	 */
	static void read(Path file, EntryReader reader) throws IOException {
		try (var zip = open(file)) {
			if (zip.size() == 0 || zip.size() > MAX_ENTRIES) {
				throw malformed("",
						"The zip file has %,d entries: from 1 to %,d can be read.".formatted(zip.size(), MAX_ENTRIES));
			}
			var total = new long[1];
			for (var entries = zip.entries(); entries.hasMoreElements();) {
				var entry = entries.nextElement();
				if (!entry.isDirectory()) {
					read(zip, entry, total, reader);
				}
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

	private static void read(ZipFile zip, ZipEntry entry, long[] total, EntryReader reader) throws IOException {
		var part = name(entry);
		try (var in = inflate(zip, entry, part)) {
			var bounded = new Bounded(in, Math.max(entry.getCompressedSize(), 0), part, total);
			reader.read(part, bounded);
			bounded.transferTo(OutputStream.nullOutputStream());
		}
	}

	private static InputStream inflate(ZipFile zip, ZipEntry entry, String part) throws IOException {
		try {
			var in = zip.getInputStream(entry);
			return (in != null) ? in : InputStream.nullInputStream();
		}
		catch (IOException | RuntimeException ex) {
			throw damaged(part, ex);
		}
	}

	/** Returns the format of the questions in a zip file. */
	static QuestionFormat format(Path file) throws IOException {
		var found = new QuestionFormat[1];
		read(file, (name, in) -> {
			var format = name.equals("xl/workbook.xml") ? QuestionFormat.XLSX
					: name.matches("collection\\.anki2\\w?") ? QuestionFormat.APKG : name.endsWith("imsmanifest.xml")
							? QuestionFormat.QTI : name.endsWith(".md") ? QuestionFormat.MARKDOWN_ZIP : null;
			if (format != null && (found[0] == null || found[0] == QuestionFormat.MARKDOWN_ZIP)) {
				found[0] = format;
			}
		});
		if (found[0] == null) {
			throw malformed("", "The zip file holds none of the formats.");
		}
		return found[0];
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
	private static final class Bounded extends InputStream {

		private final InputStream in;

		private final long compressed;

		private final String part;

		private final long[] total;

		private long count;

		Bounded(InputStream in, long compressed, String part, long[] total) {
			this.in = in;
			this.compressed = compressed;
			this.part = part;
			this.total = total;
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
			this.total[0] += Math.max(read, 0);
			if (this.total[0] > MAX_BYTES) {
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
