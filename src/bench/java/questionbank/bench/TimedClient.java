package questionbank.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.HdrHistogram.Histogram;

/**
 * HTTP client of one browser, which measures the response time of each kind of request.
 */
final class TimedClient {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final Map<String, Histogram> times = new LinkedHashMap<>();

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	TimedClient(int port) {
		this.port = port;
	}

	/** Forgets what was measured, after the warm-up. */
	void reset() {
		this.times.clear();
	}

	/**
	 * Sends a request, and measures its response time.
	 * @param name the kind of request
	 * @param address a path, or an address of the server
	 * @param body the form; empty for none
	 * @param headers names and values in turn
	 * @throws IllegalStateException if the response is an error
	 */
	HttpResponse<String> ask(String name, String method, String address, String cookies, String body, String... headers)
			throws IOException, InterruptedException {
		var path = address.replaceFirst("^http://[^/]+", "");
		var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.header("Cookie", cookies)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.method(method, BodyPublishers.ofString(body));
		if (headers.length > 0) {
			request.headers(headers);
		}
		var start = System.nanoTime();
		var response = this.client.send(request.build(), BodyHandlers.ofString());
		this.times.computeIfAbsent(name, (absent) -> new Histogram(TimeUnit.MINUTES.toNanos(2), 3))
			.recordValue(System.nanoTime() - start);
		if (response.statusCode() >= 400) {
			throw new IllegalStateException(method + " " + path + ": " + response.statusCode() + " " + response.body());
		}
		return response;
	}

	/** Returns the CSRF parameter of the form on a page. */
	static String token(HttpResponse<String> page) {
		var token = TOKEN.matcher(page.body());
		if (!token.find()) {
			throw new IllegalStateException("No form in " + page.body());
		}
		return "_csrf=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
	}

	/** Returns the cookies that a response sets, for the next requests. */
	static String cookies(HttpResponse<String> response) {
		return String.join("; ",
				response.headers()
					.allValues("Set-Cookie")
					.stream()
					.filter((cookie) -> !cookie.contains("Max-Age=0"))
					.map((cookie) -> cookie.substring(0, cookie.indexOf(';')))
					.toList());
	}

	/** Prints the table of the response times. */
	void report() {
		System.out.println("| request | count | p50 ms | p95 ms | p99 ms |\n|---|--:|--:|--:|--:|");
		this.times.forEach((request, times) -> System.out.printf(Locale.ROOT, "| %s | %d | %.1f | %.1f | %.1f |%n",
				request, times.getTotalCount(), times.getValueAtPercentile(50) / 1e6,
				times.getValueAtPercentile(95) / 1e6, times.getValueAtPercentile(99) / 1e6));
	}

}
