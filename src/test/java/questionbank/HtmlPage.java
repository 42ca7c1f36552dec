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
 * Response with its parsed HTML.
 *
 * @param status the HTTP status
 * @param headers the headers; names are not case-sensitive
 * @param html the document
 */
public record HtmlPage(int status, Map<String, List<String>> headers, Document html) {

	static HtmlPage of(HttpResponse<byte[]> response) {
		var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(response.headers().map());
		return new HtmlPage(response.statusCode(), headers,
				Jsoup.parse(new String(response.body(), StandardCharsets.UTF_8)));
	}

	static HtmlPage of(MockHttpServletResponse response) {
		var headers = response.getHeaderNames()
			.stream()
			.collect(Collectors.toMap((name) -> name, response::getHeaders, (first, second) -> first,
					() -> new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER)));
		return new HtmlPage(response.getStatus(), headers,
				Jsoup.parse(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8)));
	}

	/** Returns the values of a header, joined, or {@code null} if it is missing. */
	public String header(String name) {
		var values = this.headers.get(name);
		return (values != null) ? String.join(", ", values) : null;
	}

	/** Returns the texts of all elements that match a CSS selector. */
	public List<String> texts(String selector) {
		return this.html.select(selector).eachText();
	}

	/** Returns the text of the only element that matches a CSS selector. */
	public String text(String selector) {
		return one(selector).text();
	}

	/** Returns the only element that matches a CSS selector. */
	public Element one(String selector) {
		var found = this.html.select(selector);
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " of " + selector + " in " + this.html.body());
		}
		return found.get(0);
	}

	/** Returns the targets of the links that match a CSS selector. */
	public List<String> links(String selector) {
		return this.html.select(selector).eachAttr("href");
	}

	/** Returns the ids of the listed questions, in order. */
	public List<Long> listed() {
		return links(".entry h2 a").stream()
			.map((address) -> Long.valueOf(address.replaceAll("^/questions/|\\?.*$", "")))
			.toList();
	}

	/** Returns the ids of all questions that the page links to. */
	public Collection<Long> reached() {
		return links("a[href~=^/questions/[0-9]+]").stream()
			.map((address) -> Long.valueOf(address.replaceAll("^/questions/|\\?.*$", "")))
			.collect(Collectors.toSet());
	}

}
