package questionbank.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/**
 * Servlet that writes stored bytes and headers, as a baseline for the page cache. It
 * fetches the page from the program at the first request.
 */
final class BarePage extends HttpServlet {

	private static final Set<String> BY_TOMCAT = Set.of("date", "connection", "keep-alive", "transfer-encoding",
			"content-length", "content-type");

	private final String address;

	private volatile @Nullable Page page;

	BarePage(String address) {
		this.address = address;
	}

	@Override
	protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var stored = this.page;
		if (stored == null) {
			stored = fetch(request);
			this.page = stored;
		}
		for (var header : stored.headers) {
			response.addHeader(header.name, header.value);
		}
		response.setContentType(stored.contentType);
		response.setContentLength(stored.body.length);
		response.getOutputStream().write(stored.body);
	}

	private Page fetch(HttpServletRequest request) throws IOException {
		var pageRequest = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + request.getLocalPort() + this.address))
			.version(HttpClient.Version.HTTP_1_1)
			.header("Accept-Encoding", request.getHeader("Accept-Encoding"))
			.build();
		try {
			var response = HttpClient.newHttpClient().send(pageRequest, BodyHandlers.ofByteArray());
			if (response.statusCode() != HttpServletResponse.SC_OK) {
				throw new IOException("Page not found: " + this.address);
			}
			return Page.of(response);
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	private record Header(String name, String value) {
	}

	private record Page(String contentType, List<Header> headers, byte[] body) {

		static Page of(HttpResponse<byte[]> response) {
			var headers = response.headers()
				.map()
				.entrySet()
				.stream()
				.filter((header) -> !BY_TOMCAT.contains(header.getKey().toLowerCase(Locale.ROOT)))
				.flatMap((header) -> header.getValue().stream().map((value) -> new Header(header.getKey(), value)))
				.toList();
			return new Page(response.headers().firstValue("Content-Type").orElseThrow(), headers, response.body());
		}

	}

}
