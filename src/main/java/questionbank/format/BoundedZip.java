package questionbank.format;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Location;
import questionbank.web.UnicodeText;

/**
 * Reads zip files as a stream, within limits on entries, bytes and the ratio of
 * compression. Names of entries are labels, never paths of this machine.
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

	/** Reads the entries that are no folders, in the order of the file. */
	static void read(Path file, EntryReader reader) throws IOException {
		var counted = new Counted(Files.newInputStream(file));
		try (var zip = new ZipInputStream(counted)) {
			var entries = 0;
			var total = new long[1];
			for (var entry = next(zip); entry != null; entry = next(zip)) {
				var part = name(entry);
				if (++entries > MAX_ENTRIES) {
					throw malformed(part, "The zip file has more than %,d entries.".formatted(MAX_ENTRIES));
				}
				if (!entry.isDirectory()) {
					var bounded = new Bounded(zip, counted, part, total);
					reader.read(part, bounded);
					bounded.transferTo(OutputStream.nullOutputStream());
				}
			}
			if (entries == 0) {
				throw malformed("", "The zip file is empty or damaged.");
			}
		}
	}

	private static @Nullable ZipEntry next(ZipInputStream zip) throws IOException {
		try {
			return zip.getNextEntry();
		}
		catch (ZipException | EOFException | IllegalArgumentException ex) {
			throw malformed("", "The zip file is damaged: %s.".formatted(ex.getMessage()));
		}
	}

	/** Returns the format of the questions in a zip file. */
	static QuestionFormat format(Path file) throws IOException {
		var found = new QuestionFormat[1];
		read(file, (name, in) -> {
			var format = name.equals("xl/workbook.xml") ? QuestionFormat.XLSX
					: name.matches("collection\\.anki2\\w?") ? QuestionFormat.APKG : name.endsWith("imsmanifest.xml")
							? QuestionFormat.QTI : name.endsWith(".md") ? QuestionFormat.MARKDOWN : null;
			if (format != null && (found[0] == null || format.ordinal() < found[0].ordinal())) {
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

	/** Reads an entry. */
	@FunctionalInterface
	interface EntryReader {

		/**
		 * Reads an entry; what it leaves is skipped.
		 * @param name a label, of which nothing is to be opened
		 */
		void read(String name, InputStream in) throws IOException;

	}

	/** Counts the bytes of the file. */
	private static final class Counted extends FilterInputStream {

		private long count;

		Counted(InputStream in) {
			super(new BufferedInputStream(in));
		}

		@Override
		public int read() throws IOException {
			var read = super.read();
			this.count += (read >= 0) ? 1 : 0;
			return read;
		}

		@Override
		public int read(byte[] buffer, int offset, int length) throws IOException {
			var read = super.read(buffer, offset, length);
			this.count += Math.max(read, 0);
			return read;
		}

	}

	/** Counts the bytes of an entry while it is inflated. */
	private static final class Bounded extends InputStream {

		private final InputStream in;

		private final Counted counted;

		private final long start;

		private final String part;

		private final long[] total;

		private long count;

		Bounded(InputStream in, Counted counted, String part, long[] total) {
			this.in = in;
			this.counted = counted;
			this.start = counted.count;
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
			// The inflater reads ahead, which only makes the measured ratio smaller.
			if (this.count > RATIO_FROM && this.count > MAX_RATIO * (this.counted.count - this.start + 512)) {
				throw malformed(this.part,
						"An entry is compressed more than %d times: it is no honest file.".formatted(MAX_RATIO));
			}
			return read;
		}

		private int inflate(byte[] buffer, int offset, int length) throws IOException {
			try {
				return this.in.read(buffer, offset, length);
			}
			catch (ZipException | EOFException ex) {
				throw malformed(this.part, "The zip file is damaged: %s.".formatted(ex.getMessage()));
			}
		}

	}

}
