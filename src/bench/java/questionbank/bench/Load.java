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
 * Loads a server from one thread: as many browsers as there are connections, each of
 * which asks for the next page when it has read the last one (a closed loop).
 */
final class Load implements AutoCloseable {

	private static final Duration ROUND = Duration.ofSeconds(1);

	/** No answer takes this long. */
	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int WARM_UP_CONNECTIONS = 8;

	/** So many answers are needed until the code that gives them is compiled well. */
	private static final int WARM_UP = 5_000;

	private static final int LONGEST_WARM_UP = 60;

	private final Target target;

	private final Selector selector = Selector.open();

	private final List<Client> clients = new ArrayList<>();

	private final Histogram latencies = Measurement.histogram();

	private long failures;

	private int waiting;

	private Load(Target target, int connections) throws IOException {
		this.target = target;
		for (int i = 0; i < connections; i++) {
			this.clients.add(new Client(target, this.selector));
		}
	}

	/** Loads both until what is measured is compiled, or it takes too long. */
	static void warmUp(Target one, @Nullable Target other) throws IOException {
		var answers = 0L;
		for (int i = 0; i < LONGEST_WARM_UP && answers < WARM_UP; i++) {
			answers += measure(one, other, WARM_UP_CONNECTIONS, 1).one().latencies().getTotalCount();
		}
	}

	/** Takes turns with another target, so that both meet the same weather. */
	static Pair measure(Target one, @Nullable Target other, int connections, int seconds) throws IOException {
		var first = Measurement.none();
		var second = Measurement.none();
		for (int i = 0; i < seconds; i++) {
			first = first.plus(round(one, connections));
			if (other != null) {
				second = second.plus(round(other, connections));
			}
		}
		return new Pair(first, (other != null) ? second : null);
	}

	private static Measurement round(Target target, int connections) throws IOException {
		try (var load = new Load(target, connections)) {
			return load.run();
		}
	}

	private Measurement run() throws IOException {
		var threads = ManagementFactory.getThreadMXBean();
		var spentBefore = threads.getCurrentThreadCpuTime();
		var serverBefore = this.target.server().cpu();
		var began = System.nanoTime();
		for (var client : this.clients) {
			client.ask();
			this.waiting++;
		}
		while (this.waiting > 0) {
			var goesOn = System.nanoTime() - began < ROUND.toNanos();
			if (this.selector.select((key) -> answer(key, goesOn), PATIENCE.toMillis()) == 0) {
				throw new IOException("The server does not answer");
			}
		}
		return new Measurement(this.latencies, this.failures, Duration.ofNanos(System.nanoTime() - began),
				Duration.ofNanos(threads.getCurrentThreadCpuTime() - spentBefore),
				this.target.server().cpu().minus(serverBefore));
	}

	private void answer(SelectionKey key, boolean goesOn) {
		var client = (Client) key.attachment();
		try {
			if (!client.read()) {
				return;
			}
			this.latencies.recordValue(client.nanosSinceAsked());
			this.failures += client.wasAnswered() ? 0 : 1;
			if (goesOn) {
				client.ask();
			}
			else {
				client.close();
				this.waiting--;
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

	/** What was measured of a target, and of the other beside it. */
	record Pair(Measurement one, @Nullable Measurement other) {
	}

}
