package questionbank.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Incremental parser of HTTP/1.1 responses: reads the status, the end of the body, and
 * whether the server closes the connection.
 */
final class Response {

	private static final int MAX_HEAD = 16 * 1024;

	private static final int UNKNOWN = -1;

	private final byte[] head = new byte[MAX_HEAD];

	private int headLength;

	private boolean inHead;

	private boolean chunked;

	private boolean last;

	private long remaining;

	private int status;

	private long bodyLength;

	private int lineLength;

	/** Set once the last chunk has arrived. */
	private boolean afterLastChunk;

	void reset() {
		this.headLength = 0;
		this.inHead = true;
		this.chunked = false;
		this.last = false;
		this.remaining = UNKNOWN;
		this.bodyLength = 0;
		this.lineLength = 0;
		this.afterLastChunk = false;
	}

	int status() {
		return this.status;
	}

	/** Returns the length of the body, as encoded. */
	long bodyLength() {
		return this.bodyLength;
	}

	/** Returns whether the server closes the connection after this response. */
	boolean isLast() {
		return this.last;
	}

	/**
	 * Parses the bytes that have arrived.
	 * @return whether the response is complete
	 */
	boolean parse(ByteBuffer arrived) throws IOException {
		while (this.inHead && arrived.hasRemaining()) {
			parseHead(arrived.get());
		}
		if (this.inHead) {
			return false;
		}
		return this.chunked ? parseChunks(arrived) : parseBody(arrived);
	}

	private void parseHead(byte next) throws IOException {
		if (this.headLength == MAX_HEAD) {
			throw new IOException("Response head too long");
		}
		this.head[this.headLength++] = next;
		if (next != '\n') {
			this.lineLength++;
		}
		else if (this.lineLength > 1) {
			parseHeader(this.headLength - this.lineLength - 1);
			this.lineLength = 0;
		}
		else {
			this.inHead = false;
			if (!this.chunked && this.remaining == UNKNOWN) {
				throw new IOException("Response without length");
			}
			this.remaining = this.chunked ? 0 : this.remaining;
			this.lineLength = 0;
		}
	}

	private void parseHeader(int start) {
		if (start == 0) {
			this.status = Integer.parseInt(new String(this.head, 9, 3, StandardCharsets.US_ASCII));
			return;
		}
		switch (this.head[start] | 0x20) {
			case 't' -> this.chunked |= line(start).startsWith("transfer-encoding: chunked");
			case 'c' -> {
				var line = line(start);
				if (line.startsWith("content-length:")) {
					this.remaining = Long.parseLong(line.substring("content-length:".length()).strip());
				}
				this.last |= line.startsWith("connection: close");
			}
			default -> {
			}
		}
	}

	private String line(int start) {
		return new String(this.head, start, this.lineLength, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
	}

	private boolean parseBody(ByteBuffer arrived) {
		skip(arrived);
		return this.remaining == 0;
	}

	private void skip(ByteBuffer arrived) {
		var taken = (int) Math.min(this.remaining, arrived.remaining());
		arrived.position(arrived.position() + taken);
		this.remaining -= taken;
		this.bodyLength += taken;
	}

	/**
	 * Parses chunks: a line with the length, the data, an empty line; the last is empty.
	 */
	private boolean parseChunks(ByteBuffer arrived) throws IOException {
		while (arrived.hasRemaining()) {
			if (this.remaining > 0) {
				skip(arrived);
				continue;
			}
			var next = arrived.get();
			if (next != '\n') {
				this.head[this.lineLength++] = next;
				continue;
			}
			var line = new String(this.head, 0, this.lineLength, StandardCharsets.US_ASCII).strip();
			this.lineLength = 0;
			if (line.isEmpty() && this.afterLastChunk) {
				return true;
			}
			if (!line.isEmpty() && !this.afterLastChunk) {
				this.remaining = Long.parseLong(line, 16);
				this.afterLastChunk = this.remaining == 0;
			}
		}
		return false;
	}

}
