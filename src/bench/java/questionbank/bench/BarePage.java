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
 * The least that a servlet can do to send a page: it has the bytes and the headers, and
 * writes them. It asks the program for the page once.
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
		var known = this.page;
		if (known == null) {
			known = fetch(request);
			this.page = known;
		}
		for (var header : known.headers) {
			response.addHeader(header.name, header.value);
		}
		response.setContentType(known.contentType);
		response.setContentLength(known.body.length);
		response.getOutputStream().write(known.body);
	}

	private Page fetch(HttpServletRequest request) throws IOException {
		var wanted = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + request.getLocalPort() + this.address))
			.version(HttpClient.Version.HTTP_1_1)
			.header("Accept-Encoding", request.getHeader("Accept-Encoding"))
			.build();
		try {
			var answer = HttpClient.newHttpClient().send(wanted, BodyHandlers.ofByteArray());
			if (answer.statusCode() != HttpServletResponse.SC_OK) {
				throw new IOException("There is no page " + this.address);
			}
			return Page.of(answer);
		}
		catch (InterruptedException ex) {
			throw new UncheckedIOException(new IOException(ex));
		}
	}

	private record Header(String name, String value) {
	}

	private record Page(String contentType, List<Header> headers, byte[] body) {

		static Page of(HttpResponse<byte[]> answer) {
			var headers = answer.headers()
				.map()
				.entrySet()
				.stream()
				.filter((header) -> !BY_TOMCAT.contains(header.getKey().toLowerCase(Locale.ROOT)))
				.flatMap((header) -> header.getValue().stream().map((value) -> new Header(header.getKey(), value)))
				.toList();
			return new Page(answer.headers().firstValue("Content-Type").orElseThrow(), headers, answer.body());
		}

	}

}
