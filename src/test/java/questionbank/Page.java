package questionbank;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import org.springframework.mock.web.MockHttpServletResponse;

/**
 * A page as it was answered.
 *
 * @param status the HTTP status
 * @param headers by name in whatever case
 * @param html the page, read as a browser reads it
 */
public record Page(int status, Map<String, List<String>> headers, Document html) {

	static Page of(HttpResponse<byte[]> response) {
		var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(response.headers().map());
		return new Page(response.statusCode(), headers,
				Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8)));
	}

	static Page of(MockHttpServletResponse response) {
		var headers = response.getHeaderNames()
			.stream()
			.collect(Collectors.toMap((name) -> name, response::getHeaders, (one, other) -> one,
					() -> new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER)));
		return new Page(response.getStatus(), headers,
				Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
	}

	/** The values of a header as one, or {@code null} if it is not there. */
	public String header(String name) {
		var values = this.headers.get(name);
		return (values != null) ? String.join(", ", values) : null;
	}

	/** What is to be read in the places that a CSS selector finds. */
	public List<String> texts(String selector) {
		return this.html.select(selector).eachText();
	}

	/** What is to be read in the one place that a CSS selector finds. */
	public String text(String selector) {
		return one(selector).text();
	}

	/** The one place that a CSS selector finds. */
	public Element one(String selector) {
		var found = this.html.select(selector);
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " of " + selector + " in " + this.html.body());
		}
		return found.get(0);
	}

	/** Where the links lead that a CSS selector finds. */
	public List<String> links(String selector) {
		return this.html.select(selector).eachAttr("href");
	}

	/** The numbers of the questions that the page lists, in order. */
	public List<Long> listed() {
		return links(".entry h2 a").stream()
			.map((address) -> Long.valueOf(address.replaceAll("^/questions/|\\?.*$", "")))
			.toList();
	}

	/** The numbers of all questions that anything on the page leads to. */
	public Collection<Long> reached() {
		return links("a[href~=^/questions/[0-9]+]").stream()
			.map((address) -> Long.valueOf(address.replaceAll("^/questions/|\\?.*$", "")))
			.collect(Collectors.toSet());
	}

}
