package questionbank.web;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

import jakarta.servlet.ServletException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;

/**
 * Tomcat valve that keeps request threads free of slow clients. Tomcat reads a body and
 * writes a response on a request thread, and its timeouts restart with every byte.
 * <ul>
 * <li>A body is cut off once it arrives below a minimum data rate (slow POST attack, also
 * called "R-U-Dead-Yet"), as by {@code mod_reqtimeout} of Apache and
 * {@code minRequestDataRate} of Jetty; a {@linkplain ConcurrencyLimit bounded number} of
 * requests may wait for their bodies at once.
 * <li>A body whose {@code Content-Length} is large is refused if the request has no
 * session cookie, valid or not.
 * <li>One address may have a bounded number of requests in progress, so that a client
 * that does not read its responses (slow read attack) holds only part of the threads;
 * further requests get an empty 429.
 * </ul>
 * A request whose body is refused continues without it, so that
 * {@link UnreadableParameterFilter} answers it with an error page.
 */
class SlowClientValve extends ValveBase {

	/** The data rate in bytes a second that a body must reach after the grace period. */
	static final int MINIMUM_RATE = 1024;

	/** The maximum body without a session cookie: the longest answer, percent-encoded. */
	static final DataSize ANONYMOUS_LIMIT = DataSize.ofKilobytes(512);

	/** The time in seconds after which requests in progress should have ended. */
	private static final String RETRY_AFTER_SECONDS = "5";

	private final ConcurrencyLimit requests;

	private final ConcurrencyLimit bodies;

	private final long graceNanos;

	/**
	 * Creates the valve.
	 * @param requests how many requests may be in progress at once
	 * @param bodies how many requests may wait for their bodies at once
	 * @param grace how long a body may take before its data rate counts
	 */
	SlowClientValve(ConcurrencyLimit requests, ConcurrencyLimit bodies, Duration grace) {
		super(true);
		this.requests = requests;
		this.bodies = bodies;
		this.graceNanos = grace.toNanos();
	}

	@Override
	public void invoke(Request request, Response response) throws IOException, ServletException {
		var address = request.getRemoteAddr();
		if (!this.requests.acquire(address)) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.CONNECTION, "close");
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
			response.finishResponse();
			closeUnread(request);
			return;
		}
		try {
			// An error status before the first filter: Tomcat has refused malformed HTTP.
			if (response.getStatus() < HttpStatus.BAD_REQUEST.value() && expectsMore(request.getCoyoteRequest())) {
				readWithinBounds(request, response);
			}
			else {
				getNext().invoke(request, response);
			}
		}
		finally {
			this.requests.release(address);
		}
	}

	private void readWithinBounds(Request request, Response response) throws IOException, ServletException {
		var coyote = request.getCoyoteRequest();
		var network = coyote.getInputBuffer();
		var body = new TimedBody(request, network);
		if (coyote.getContentLengthLong() > ANONYMOUS_LIMIT.toBytes() && !hasSession(request)) {
			body.cutOff(HttpStatus.CONTENT_TOO_LARGE);
		}
		else if (!body.acquirePermit()) {
			body.cutOff(HttpStatus.TOO_MANY_REQUESTS);
			response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
		}
		coyote.setInputBuffer(body);
		try {
			getNext().invoke(request, response);
			if (!body.isComplete) {
				response.finishResponse();
				body.discardRest();
			}
		}
		finally {
			if (!body.isComplete) {
				closeUnread(request);
			}
			coyote.setInputBuffer(network);
			body.releasePermit();
		}
	}

	/** Returns whether part of the body has still to arrive. */
	private static boolean expectsMore(org.apache.coyote.Request coyote) {
		var length = coyote.getContentLengthLong();
		return length > coyote.getInputBuffer().available()
				|| length < 0 && coyote.getHeader("Transfer-Encoding") != null;
	}

	private static boolean hasSession(Request request) {
		var cookies = request.getCookies();
		if (cookies != null) {
			for (var cookie : cookies) {
				if (cookie.getName().equals(SessionCookie.NAME)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Closes the connection after the response. Tomcat would read the rest of the body
	 * first, on the request thread and for as long as the client sends it.
	 */
	private static void closeUnread(Request request) {
		request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
	}

	/**
	 * Request body that has to arrive at the minimum data rate. It ends where it is cut
	 * off, without an exception, to which Tomcat would respond with status 400.
	 */
	private final class TimedBody implements InputBuffer {

		private final Request request;

		private final InputBuffer network;

		private final long length;

		private final long start = System.nanoTime();

		private long read;

		private boolean hasPermit;

		private boolean isComplete;

		private boolean isCutOff;

		private TimedBody(Request request, InputBuffer network) {
			this.request = request;
			this.network = network;
			this.length = request.getCoyoteRequest().getContentLengthLong();
		}

		boolean acquirePermit() {
			this.hasPermit = SlowClientValve.this.bodies.acquire(this.request.getRemoteAddr());
			return this.hasPermit;
		}

		void releasePermit() {
			if (this.hasPermit) {
				this.hasPermit = false;
				SlowClientValve.this.bodies.release(this.request.getRemoteAddr());
			}
		}

		@Override
		public int doRead(ApplicationBufferHandler handler) throws IOException {
			if (this.isCutOff) {
				return -1;
			}
			var bytes = this.network.doRead(handler);
			this.read += Math.max(bytes, 0);
			this.isComplete = bytes < 0 || this.read == this.length;
			if (this.isComplete) {
				releasePermit();
			}
			else if (this.read > ANONYMOUS_LIMIT.toBytes() && !hasSession(this.request)) {
				// A chunked body declares no length.
				cutOff(HttpStatus.CONTENT_TOO_LARGE);
				return -1;
			}
			else if (System.nanoTime() - this.start > allowedNanos()) {
				cutOff(HttpStatus.REQUEST_TIMEOUT);
				return -1;
			}
			return bytes;
		}

		/**
		 * Reads the rest of the body within the bounds. The stream of the request is
		 * closed by then.
		 */
		void discardRest() throws IOException {
			var discarded = new DiscardedBytes();
			while (!this.isComplete && !this.isCutOff) {
				doRead(discarded);
			}
		}

		/** Ends the body, and marks the request to be refused with the status. */
		void cutOff(HttpStatus status) {
			this.isCutOff = true;
			this.request.setAttribute(UnreadableParameterFilter.REFUSED_STATUS, status.value());
			this.request.getResponse().setHeader(HttpHeaders.CONNECTION, "close");
		}

		private long allowedNanos() {
			return SlowClientValve.this.graceNanos + this.read * 1_000_000_000 / MINIMUM_RATE;
		}

		@Override
		public int available() {
			return this.network.available();
		}

	}

	/** Receives bytes that are not used. */
	private static final class DiscardedBytes implements ApplicationBufferHandler {

		private ByteBuffer bytes = ByteBuffer.allocate(0);

		@Override
		public void setByteBuffer(ByteBuffer bytes) {
			this.bytes = bytes;
		}

		@Override
		public ByteBuffer getByteBuffer() {
			return this.bytes;
		}

		@Override
		public void expand(int size) {
			// Tomcat replaces the buffer instead.
		}

	}

}
