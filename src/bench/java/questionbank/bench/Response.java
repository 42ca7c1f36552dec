package questionbank.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Reads one HTTP response after another from what a connection delivers, and nothing more
 * of it than is needed: its status, where it ends, and whether the connection ends with
 * it.
 */
final class Response {

	private static final int LONGEST_HEAD = 16 * 1024;

	private static final int UNKNOWN = -1;

	private final byte[] head = new byte[LONGEST_HEAD];

	private int headLength;

	private boolean inHead;

	private boolean chunked;

	private boolean last;

	private long remaining;

	private int status;

	private long bodyLength;

	private int lineLength;

	/** Whether the last chunk has come. */
	private boolean ending;

	void begin() {
		this.headLength = 0;
		this.inHead = true;
		this.chunked = false;
		this.last = false;
		this.remaining = UNKNOWN;
		this.bodyLength = 0;
		this.lineLength = 0;
		this.ending = false;
	}

	int status() {
		return this.status;
	}

	/** The length of the body as it was sent. */
	long bodyLength() {
		return this.bodyLength;
	}

	/** Whether the server closes the connection now. */
	boolean isLast() {
		return this.last;
	}

	/**
	 * Takes what has arrived.
	 * @return whether the response is complete
	 */
	boolean take(ByteBuffer arrived) throws IOException {
		while (this.inHead && arrived.hasRemaining()) {
			takeHead(arrived.get());
		}
		if (this.inHead) {
			return false;
		}
		return this.chunked ? takeChunks(arrived) : takeBody(arrived);
	}

	private void takeHead(byte next) throws IOException {
		if (this.headLength == LONGEST_HEAD) {
			throw new IOException("The head of a response is too long");
		}
		this.head[this.headLength++] = next;
		if (next != '\n') {
			this.lineLength++;
		}
		else if (this.lineLength > 1) {
			takeHeader(this.headLength - this.lineLength - 1);
			this.lineLength = 0;
		}
		else {
			this.inHead = false;
			if (!this.chunked && this.remaining == UNKNOWN) {
				throw new IOException("The length of a response is not told");
			}
			this.remaining = this.chunked ? 0 : this.remaining;
			this.lineLength = 0;
		}
	}

	private void takeHeader(int start) {
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

	private boolean takeBody(ByteBuffer arrived) {
		skip(arrived);
		return this.remaining == 0;
	}

	private void skip(ByteBuffer arrived) {
		var taken = (int) Math.min(this.remaining, arrived.remaining());
		arrived.position(arrived.position() + taken);
		this.remaining -= taken;
		this.bodyLength += taken;
	}

	/** The length of a chunk on a line, the chunk, an empty line; the last has none. */
	private boolean takeChunks(ByteBuffer arrived) throws IOException {
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
			if (line.isEmpty() && this.ending) {
				return true;
			}
			if (!line.isEmpty() && !this.ending) {
				this.remaining = Long.parseLong(line, 16);
				this.ending = this.remaining == 0;
			}
		}
		return false;
	}

}
