package questionbank.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Slow clients: each sends the head of a request, and then one byte per second. */
final class DrippingClients implements AutoCloseable {

	private final List<SocketChannel> connections;

	private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

	/**
	 * Opens a connection for each head.
	 * @param bytes the bytes to send after it, repeatedly
	 */
	DrippingClients(int port, Stream<String> heads, String bytes) {
		this.connections = heads.map((head) -> open(port, head)).toList();
		var sent = bytes.getBytes(StandardCharsets.ISO_8859_1);
		for (int second = 0; second < 3600; second++) {
			var next = sent[second % sent.length];
			this.drip.schedule(() -> this.connections.forEach((connection) -> send(connection, next)), second,
					TimeUnit.SECONDS);
		}
	}

	private static SocketChannel open(int port, String head) {
		try {
			var connection = SocketChannel.open();
			// A small buffer, so that unread responses soon fill those of the server.
			connection.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
			connection.connect(new InetSocketAddress("localhost", port));
			connection.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.ISO_8859_1)));
			return connection;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void send(SocketChannel connection, byte next) {
		try {
			connection.write(ByteBuffer.wrap(new byte[] { next }));
		}
		catch (IOException ex) {
			// The server has closed it.
		}
	}

	/** Reads the response on a connection until the server closes it. */
	String answer(int connection) {
		var answer = new StringBuilder();
		var buffer = ByteBuffer.allocate(8192);
		try {
			while (this.connections.get(connection).read(buffer) >= 0) {
				answer.append(StandardCharsets.UTF_8.decode(buffer.flip()));
				buffer.clear();
			}
		}
		catch (IOException ex) {
			// Reset, because the server has not read the whole request.
		}
		return answer.toString();
	}

	@Override
	public void close() {
		this.drip.shutdownNow();
		for (var connection : this.connections) {
			try {
				connection.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

}
