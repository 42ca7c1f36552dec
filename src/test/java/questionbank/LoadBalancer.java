package questionbank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Load balancer that polls the readiness of instances, and forwards each request to one
 * that was ready at the last poll. It does not repeat a request that failed; Java's HTTP
 * client repeats a {@code GET}, but no {@code POST}, on a connection that was closed
 * while it was idle.
 */
final class LoadBalancer implements AutoCloseable {

	private static final int POLL_MILLIS = 100;

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor();

	private final AtomicInteger requests = new AtomicInteger();

	private final PrefixProxy proxy = new PrefixProxy(this::next, "");

	private volatile List<Integer> instances = List.of();

	private volatile List<Integer> ready = List.of();

	LoadBalancer() {
		this.poller.scheduleWithFixedDelay(this::poll, 0, POLL_MILLIS, TimeUnit.MILLISECONDS);
	}

	/** Replaces the instances, named by their ports. */
	void balance(Integer... ports) {
		this.instances = List.of(ports);
	}

	/** Returns the ports of the instances that were ready at the last poll. */
	List<Integer> ready() {
		return this.ready;
	}

	int port() {
		return this.proxy.port();
	}

	private void poll() {
		this.ready = this.instances.stream().filter(this::isReady).toList();
	}

	private boolean isReady(int port) {
		try {
			return this.client
				.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
					.build(), BodyHandlers.discarding())
				.statusCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private String next() {
		var candidates = this.ready;
		return "http://localhost:" + candidates.get(Math.floorMod(this.requests.getAndIncrement(), candidates.size()));
	}

	@Override
	public void close() {
		this.poller.shutdownNow();
		this.proxy.close();
	}

}
