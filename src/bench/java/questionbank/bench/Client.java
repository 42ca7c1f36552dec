package questionbank.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One browser with one connection: asks, reads the whole answer, and asks again. */
final class Client implements AutoCloseable {

	private final Target target;

	private final Selector selector;

	private final ByteBuffer outgoing = ByteBuffer.allocateDirect(4 * 1024);

	private final ByteBuffer incoming = ByteBuffer.allocateDirect(64 * 1024);

	private final Response response = new Response();

	private SocketChannel channel;

	private long began;

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

	void ask() throws IOException {
		this.began = System.nanoTime();
		// Tomcat ends a connection after a hundred requests; a browser opens another.
		if (this.response.isLast()) {
			this.channel.close();
			this.channel = connect();
		}
		this.response.begin();
		this.outgoing.clear();
		this.target.writeNext(this.outgoing);
		this.outgoing.flip();
		this.channel.write(this.outgoing);
		if (this.outgoing.hasRemaining()) {
			throw new IOException("The server does not read what is asked");
		}
	}

	/**
	 * Reads what has arrived.
	 * @return whether the answer is complete
	 */
	boolean read() throws IOException {
		this.incoming.clear();
		if (this.channel.read(this.incoming) < 0) {
			throw new IOException("The server ended a connection in the middle of an answer");
		}
		this.incoming.flip();
		return this.response.take(this.incoming);
	}

	long nanosSinceAsked() {
		return System.nanoTime() - this.began;
	}

	boolean wasAnswered() {
		return this.response.status() == 200 && this.response.bodyLength() > 0;
	}

	@Override
	public void close() throws IOException {
		this.channel.close();
	}

}
