package questionbank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * HTTP load generator on one thread: a closed loop, in which each connection sends the
 * next request after it has read the response.
 */
final class Load implements AutoCloseable {

	private static final Duration ROUND = Duration.ofSeconds(1);

	/** The timeout of a response. */
	private static final Duration TIMEOUT = Duration.ofSeconds(60);

	private static final int WARM_UP_CONNECTIONS = 8;

	/** The number of responses after which the just-in-time compiler has settled. */
	private static final int WARM_UP = 5_000;

	private static final int MAX_WARM_UP_ROUNDS = 60;

	private final Target target;

	private final Selector selector = Selector.open();

	private final List<Client> clients = new ArrayList<>();

	private final Histogram latencies = Measurement.histogram();

	private long failures;

	private int pending;

	private Load(Target target, int connections) throws IOException {
		this.target = target;
		for (int i = 0; i < connections; i++) {
			this.clients.add(new Client(target, this.selector));
		}
	}

	/** Loads both targets until the measured code is compiled. */
	static void warmUp(Target target, @Nullable Target baseline) throws IOException {
		var responses = 0L;
		for (int i = 0; i < MAX_WARM_UP_ROUNDS && responses < WARM_UP; i++) {
			responses += measure(target, baseline, WARM_UP_CONNECTIONS, 1).target().latencies().getTotalCount();
		}
	}

	/**
	 * Measures a target and a baseline in turns, so that both see the same conditions.
	 */
	static Pair measure(Target target, @Nullable Target baseline, int connections, int seconds) throws IOException {
		var first = Measurement.none();
		var second = Measurement.none();
		for (int i = 0; i < seconds; i++) {
			first = first.plus(round(target, connections));
			if (baseline != null) {
				second = second.plus(round(baseline, connections));
			}
		}
		return new Pair(first, (baseline != null) ? second : null);
	}

	private static Measurement round(Target target, int connections) throws IOException {
		try (var load = new Load(target, connections)) {
			return load.run();
		}
	}

	private Measurement run() throws IOException {
		var threads = ManagementFactory.getThreadMXBean();
		var clientBefore = threads.getCurrentThreadCpuTime();
		var serverBefore = this.target.server().cpu();
		var start = System.nanoTime();
		for (var client : this.clients) {
			client.send();
			this.pending++;
		}
		while (this.pending > 0) {
			var continues = System.nanoTime() - start < ROUND.toNanos();
			if (this.selector.select((key) -> receive(key, continues), TIMEOUT.toMillis()) == 0) {
				throw new IOException("Response timed out");
			}
		}
		return new Measurement(this.latencies, this.failures, Duration.ofNanos(System.nanoTime() - start),
				Duration.ofNanos(threads.getCurrentThreadCpuTime() - clientBefore),
				this.target.server().cpu().minus(serverBefore));
	}

	private void receive(SelectionKey key, boolean continues) {
		var client = (Client) key.attachment();
		try {
			if (!client.read()) {
				return;
			}
			this.latencies.recordValue(client.latencyNanos());
			this.failures += client.hasSucceeded() ? 0 : 1;
			if (continues) {
				client.send();
			}
			else {
				client.close();
				this.pending--;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() throws IOException {
		for (var client : this.clients) {
			client.close();
		}
		this.selector.close();
	}

	/** Measurements of a target and a baseline. */
	record Pair(Measurement target, @Nullable Measurement baseline) {
	}

}
