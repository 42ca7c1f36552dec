package questionbank.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server and what to ask of it. It is asked as a browser would ask on a first visit:
 * with compression, without cookies, without an {@code If-None-Match}.
 */
final class Target {

	private static final byte[] REST = (" HTTP/1.1\r\nHost: localhost\r\nAccept: text/html,application/xhtml+xml\r\n"
			+ "Accept-Encoding: gzip, deflate\r\nUser-Agent: Question Bank benchmark\r\n\r\n")
		.getBytes(StandardCharsets.US_ASCII);

	/** Never the same twice, whichever target asks. */
	private static long number;

	private final Server server;

	private final byte[][] beginnings;

	private final boolean numbered;

	private int next;

	private Target(Server server, List<String> addresses, boolean numbered) {
		this.server = server;
		this.numbered = numbered;
		this.beginnings = addresses.stream()
			.map((address) -> "GET " + address + (numbered ? (address.contains("?") ? "&n=" : "?n=") : ""))
			.map((beginning) -> beginning.getBytes(StandardCharsets.US_ASCII))
			.toArray(byte[][]::new);
	}

	/** Asks for the same addresses again and again. */
	static Target again(Server server, List<String> addresses) {
		return new Target(server, addresses, false);
	}

	/**
	 * Asks for no address twice: each ends in a parameter that means nothing and has
	 * another value each time, so that every page has to be rendered.
	 */
	static Target anew(Server server, List<String> addresses) {
		return new Target(server, addresses, true);
	}

	Server server() {
		return this.server;
	}

	void writeNext(ByteBuffer request) {
		request.put(this.beginnings[this.next]);
		this.next = (this.next + 1) % this.beginnings.length;
		if (this.numbered) {
			request.put(Long.toString(++number).getBytes(StandardCharsets.US_ASCII));
		}
		request.put(REST);
	}

}
