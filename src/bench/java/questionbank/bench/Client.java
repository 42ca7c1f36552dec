package questionbank.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** HTTP client with one connection, on which it sends a request after each response. */
final class Client implements AutoCloseable {

	private final Target target;

	private final Selector selector;

	private final ByteBuffer outgoing = ByteBuffer.allocateDirect(4 * 1024);

	private final ByteBuffer incoming = ByteBuffer.allocateDirect(64 * 1024);

	private final Response response = new Response();

	private SocketChannel channel;

	private long sentAt;

	Client(Target target, Selector selector) throws IOException {
		this.target = target;
		this.selector = selector;
		this.channel = connect();
	}

	private SocketChannel connect() throws IOException {
		var connected = SocketChannel
			.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), this.target.server().port()));
		connected.setOption(StandardSocketOptions.TCP_NODELAY, true);
		connected.configureBlocking(false);
		connected.register(this.selector, SelectionKey.OP_READ, this);
		return connected;
	}

	void send() throws IOException {
		this.sentAt = System.nanoTime();
		// Tomcat closes a connection after a hundred requests.
		if (this.response.isLast()) {
			this.channel.close();
			this.channel = connect();
		}
		this.response.reset();
		this.outgoing.clear();
		this.target.writeNext(this.outgoing);
		this.outgoing.flip();
		this.channel.write(this.outgoing);
		if (this.outgoing.hasRemaining()) {
			throw new IOException("Request not fully written");
		}
	}

	/**
	 * Reads the available bytes.
	 * @return whether the response is complete
	 */
	boolean read() throws IOException {
		this.incoming.clear();
		if (this.channel.read(this.incoming) < 0) {
			throw new IOException("Connection closed within a response");
		}
		this.incoming.flip();
		return this.response.parse(this.incoming);
	}

	long latencyNanos() {
		return System.nanoTime() - this.sentAt;
	}

	boolean hasSucceeded() {
		return this.response.status() == 200 && this.response.bodyLength() > 0;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
