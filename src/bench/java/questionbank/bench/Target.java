package questionbank.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Server with the requests to send to it: those of a browser's first visit, with
 * compression, without cookies and {@code If-None-Match}.
 */
final class Target {

	private static final byte[] HEADERS = (" HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,application/xhtml+xml\r\n"
			+ "Accept-Encoding: gzip, deflate\r\nUser-Agent: Question Bank benchmark\r\n\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	/** The value of the next unique parameter, for all targets. */
	private static long number;

	private final Server server;

	private final byte[][] requestLines;

	private final boolean unique;

	private int next;

	private Target(Server server, List<String> addresses, boolean unique) {
		this.server = server;
		this.unique = unique;
		this.requestLines = addresses.stream()
			.map((address) -> "GET " + address + (unique ? (address.contains("?") ? "&n=" : "?n=") : ""))
			.map((requestLine) -> requestLine.getBytes(StandardCharsets.US_ASCII))
			.toArray(byte[][]::new);
	}

	/** Requests the same URLs repeatedly. */
	static Target repeated(Server server, List<String> addresses) {
		return new Target(server, addresses, false);
	}

	/**
	 * Requests no URL twice: a parameter without meaning has a new value each time, so
	 * that every page has to be rendered.
	 */
	static Target unique(Server server, List<String> addresses) {
		return new Target(server, addresses, true);
	}

	Server server() {
		return this.server;
	}

	void writeNext(ByteBuffer request) {
		request.put(this.requestLines[this.next]);
		this.next = (this.next + 1) % this.requestLines.length;
		if (this.unique) {
			request.put(Long.toString(++number).getBytes(StandardCharsets.US_ASCII));
		}
		request.put(HEADERS);
	}

}
