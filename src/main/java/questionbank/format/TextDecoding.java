package questionbank.format;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;

/**
 * Opens files as text: UTF-8 with or without a byte order mark, UTF-16 with one, and
 * Windows-1252, which is said as a note. NUL, and bytes that are no character, are read
 * as noncharacters, by which {@link LimitedSink} refuses the questions that have them,
 * each with a note at its line.
 */
final class TextDecoding {

	/** What a NUL character is read as; unlike it, XML and YAML may hold it. */
	static final char NUL = '\uFDD0';

	/** What a byte is read as that is no character. */
	static final char NO_CHARACTER = '\uFDD1';

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final int BUFFER = 8192;

	/** The most findings about characters; the last one says so. */
	private static final int MAX_FINDINGS = 100;

	private final Opener opener;

	private final @Nullable String part;

	private Charset charset = StandardCharsets.UTF_8;

	private int markLength;

	private TextDecoding(Opener opener, @Nullable String part) throws IOException {
		this.opener = opener;
		this.part = part;
		detect();
	}

	/** Opens a file, and reports what is not UTF-8 to the sink. */
	static Reader open(Path file, EntrySink sink) throws IOException {
		return new TextDecoding(() -> Files.newInputStream(file), null).reader(sink);
	}

	/** Decodes an entry of a zip file. */
	static String decode(byte[] bytes, String part, EntrySink sink) throws IOException {
		try (var reader = new TextDecoding(() -> new ByteArrayInputStream(bytes), part).reader(sink)) {
			var text = new StringWriter();
			reader.transferTo(text);
			return text.toString();
		}
	}

	/** Reads the start of a text, up to a number of UTF-16 code units. */
	static String start(Reader reader, int max) throws IOException {
		var buffer = new char[max];
		var length = 0;
		for (int read = 0; read >= 0 && length < max; length += Math.max(read, 0)) {
			read = reader.read(buffer, length, max - length);
		}
		return new String(buffer, 0, length);
	}

	private Reader reader(EntrySink sink) throws IOException {
		if (this.charset.equals(WINDOWS)) {
			sink.finding(new Finding(Severity.NOTE, new Location(this.part, 1, 1), "",
					"The file is not UTF-8: it is read as Windows-1252."));
		}
		else if (this.charset != StandardCharsets.UTF_8) {
			sink.finding(new Finding(Severity.NOTE, new Location(this.part, 1, 1), "",
					"The file is read as %s.".formatted(this.charset.name())));
		}
		var in = this.opener.open();
		in.skipNBytes(this.markLength);
		return new DecodingReader(new BufferedInputStream(in), this.charset.newDecoder(), this.part, sink);
	}

	private void detect() throws IOException {
		try (var in = this.opener.open()) {
			var start = in.readNBytes(3);
			if (start.length == 3 && (start[0] & 0xFF) == 0xEF && (start[1] & 0xFF) == 0xBB
					&& (start[2] & 0xFF) == 0xBF) {
				this.markLength = 3;
				return;
			}
			if (start.length >= 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF) {
				this.charset = StandardCharsets.UTF_16BE;
				this.markLength = 2;
				return;
			}
			if (start.length >= 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE) {
				this.charset = StandardCharsets.UTF_16LE;
				this.markLength = 2;
				return;
			}
		}
		if (isWindows()) {
			this.charset = WINDOWS;
		}
	}

	/** Returns whether more bytes are malformed in UTF-8 than are part of characters. */
	private boolean isWindows() throws IOException {
		var malformed = 0;
		var valid = 0;
		var bytes = ByteBuffer.allocate(BUFFER);
		var characters = CharBuffer.allocate(BUFFER);
		var decoder = decoder(StandardCharsets.UTF_8.newDecoder());
		try (var in = this.opener.open()) {
			for (var end = false; !end;) {
				end = fill(bytes, in);
				var result = decoder.decode(bytes, characters, end);
				while (result.isError() || result.isOverflow()) {
					if (result.isError()) {
						malformed++;
						bytes.position(bytes.position() + result.length());
					}
					valid += special(characters);
					result = decoder.decode(bytes, characters, end);
				}
				valid += special(characters);
				bytes.compact();
			}
		}
		return malformed > valid;
	}

	private static int special(CharBuffer characters) {
		characters.flip();
		var special = (int) characters.chars().filter((character) -> character > 0x7F).count();
		characters.clear();
		return special;
	}

	private static CharsetDecoder decoder(CharsetDecoder decoder) {
		return decoder.onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
	}

	/** Fills the buffer and flips it; returns whether the stream ended. */
	private static boolean fill(ByteBuffer bytes, InputStream in) throws IOException {
		var read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
		var end = read < bytes.remaining();
		bytes.position(bytes.position() + read).flip();
		return end;
	}

	/** Opens the bytes once more. */
	@FunctionalInterface
	private interface Opener {

		InputStream open() throws IOException;

	}

	/** Decodes and counts lines. */
	private static final class DecodingReader extends Reader {

		private final InputStream in;

		private final CharsetDecoder decoder;

		private final @Nullable String part;

		private final EntrySink sink;

		private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);

		private final CharBuffer characters = CharBuffer.allocate(BUFFER + 1).limit(0);

		private boolean end;

		private boolean pending;

		private int line = 1;

		private int column = 1;

		private boolean carriageReturn;

		private int findings;

		DecodingReader(InputStream in, CharsetDecoder decoder, @Nullable String part, EntrySink sink) {
			this.in = in;
			this.decoder = decoder(decoder);
			this.part = part;
			this.sink = sink;
			this.bytes.limit(0);
		}

		@Override
		public int read(char[] buffer, int offset, int length) throws IOException {
			Objects.checkFromIndexSize(offset, length, buffer.length);
			if (length == 0) {
				return 0;
			}
			while (!this.characters.hasRemaining()) {
				if (this.end && !this.bytes.hasRemaining() && !this.pending) {
					return -1;
				}
				decode();
			}
			var count = Math.min(length, this.characters.remaining());
			this.characters.get(buffer, offset, count);
			return count;
		}

		private void decode() throws IOException {
			this.characters.clear().limit(BUFFER);
			if (!this.end && !this.pending) {
				this.bytes.compact();
				this.end = fill(this.bytes, this.in);
			}
			var result = this.decoder.decode(this.bytes, this.characters, this.end);
			this.pending = !result.isUnderflow();
			inspect(result);
			this.characters.flip();
		}

		private void inspect(CoderResult result) throws IOException {
			for (int at = 0; at < this.characters.position(); at++) {
				var character = this.characters.get(at);
				if (character == 0) {
					report("U+0000", "A NUL character is no text.");
					this.characters.put(at, NUL);
				}
				count(character);
			}
			if (result.isError()) {
				var bad = this.bytes.get(this.bytes.position()) & 0xFF;
				report("0x%02X".formatted(bad), "A byte is no character in %s.".formatted(this.decoder.charset()));
				this.bytes.position(this.bytes.position() + result.length());
				this.characters.limit(BUFFER + 1).put(NO_CHARACTER);
				this.column++;
			}
		}

		private void count(char character) {
			if (character == '\r' || (character == '\n' && !this.carriageReturn)) {
				this.line++;
				this.column = 1;
			}
			else if (character != '\n' && !Character.isLowSurrogate(character)) {
				this.column++;
			}
			this.carriageReturn = character == '\r';
		}

		private void report(String read, String message) throws IOException {
			if (++this.findings <= MAX_FINDINGS) {
				this.sink.finding(new Finding(Severity.NOTE, new Location(this.part, this.line, this.column), read,
						(this.findings < MAX_FINDINGS) ? message : message + " There may be more."));
			}
		}

		@Override
		public void close() throws IOException {
			this.in.close();
		}

	}

}
