package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Reverse proxy that publishes a server under another path, and sends
 * {@code X-Forwarded-Prefix}.
 */
public class PrefixProxy implements AutoCloseable {

	/** Hop-by-hop headers, which are not forwarded. */
	private static final Set<String> HOP_BY_HOP = Set.of("connection", "content-length", "host", "http2-settings",
			"keep-alive", "transfer-encoding", "upgrade");

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final HttpServer server;

	private final Supplier<String> target;

	private final String prefix;

	/**
	 * Starts a proxy.
	 * @param target the URL of the server, such as {@code http://localhost:8080/bank}
	 * @param prefix the published path, such as {@code /public}
	 */
	public PrefixProxy(String target, String prefix) {
		this(() -> target, prefix);
	}

	/** Starts a proxy that chooses a server for each request. */
	PrefixProxy(Supplier<String> target, String prefix) {
		this.target = target;
		this.prefix = prefix;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext(prefix + "/", this::forward);
		this.server.setExecutor(Executors.newFixedThreadPool(8));
		this.server.start();
	}

	public int port() {
		return this.server.getAddress().getPort();
	}

	private void forward(HttpExchange exchange) throws IOException {
		var path = exchange.getRequestURI().toString().replaceFirst("^" + Pattern.quote(this.prefix), "");
		var request = HttpRequest.newBuilder(URI.create(this.target.get() + path))
			.method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
		exchange.getRequestHeaders().forEach((name, values) -> {
			if (!HOP_BY_HOP.contains(name.toLowerCase())) {
				values.forEach((value) -> request.header(name, value));
			}
		});
		request.setHeader("X-Forwarded-Prefix", this.prefix);
		request.setHeader("X-Forwarded-Host", exchange.getRequestHeaders().getFirst("Host"));
		try (exchange) {
			var response = this.client.send(request.build(), BodyHandlers.ofByteArray());
			response.headers().map().forEach((name, values) -> {
				if (!HOP_BY_HOP.contains(name)) {
					exchange.getResponseHeaders().put(name, values);
				}
			});
			exchange.sendResponseHeaders(response.statusCode(),
					(response.body().length > 0) ? response.body().length : -1);
			exchange.getResponseBody().write(response.body());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
