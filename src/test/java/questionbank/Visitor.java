package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A browser without scripts: it keeps cookies and submits the forms of a page. Each has
 * an IP address of its own.
 */
public class Visitor {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client;

	private final String server;

	private String network;

	private String host = "localhost";

	public Visitor(int port) {
		this("http://localhost:" + port, HttpClient.newBuilder());
	}

	/** Creates a visitor of another server. */
	public Visitor(String server, HttpClient.Builder client) {
		this.server = server;
		this.client = client.version(HttpClient.Version.HTTP_1_1).cookieHandler(this.cookies).build();
		var count = COUNT.incrementAndGet();
		this.network = "198.18." + count / 250 + "." + (count % 250 + 1);
	}

	/** Uses the IP address of another visitor. */
	public Visitor beside(Visitor other) {
		this.network = other.network;
		return this;
	}

	/** Returns its IP address. */
	public String address() {
		return this.network;
	}

	/** Sends requests through a proxy, with {@code X-Forwarded-Host}. */
	public Visitor forwardedFor(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Returns a copy with the same cookies, for concurrent requests of one browser.
	 */
	public Visitor twin() {
		var twin = new Visitor(URI.create(this.server).getPort()).beside(this);
		this.cookies.getCookieStore().getCookies().forEach(twin::keep);
		return twin;
	}

	/** Sends a {@code GET} request without following redirects. */
	public HtmlPage open(String address) {
		return ask(HttpRequest.newBuilder(URI.create(this.server + address)).GET());
	}

	/** Sends a {@code GET} request and follows redirects. */
	public HtmlPage visit(String address) {
		return arrive(open(address));
	}

	/** Follows the redirects of a response. */
	public HtmlPage arrive(HtmlPage page) {
		var current = page;
		for (int steps = 0; current.status() / 100 == 3 && steps < 5; steps++) {
			current = open(current.header("Location").replace(this.server, ""));
		}
		return current;
	}

	/**
	 * Submits the form that a CSS selector finds on a page.
	 * @param filled names and values in turn of the fields to change
	 */
	public HtmlPage send(HtmlPage page, String form, String... filled) {
		return send(page.one(form), page.one(form).attr("action"), filled);
	}

	/**
	 * Submits a form to another address, as a button with {@code formaction} does.
	 * @param filled names and values in turn of the fields to change
	 */
	public HtmlPage send(Element form, String address, String... filled) {
		var fields = fields(form);
		for (int at = 0; at < filled.length; at += 2) {
			fields.set(filled[at], filled[at + 1]);
		}
		return post(address, fields);
	}

	/**
	 * Sends a {@code POST} request with fields.
	 * @param headers names and values in turn
	 */
	public HtmlPage post(String address, Map<String, String> fields, String... headers) {
		return post(address, MultiValueMap.fromSingleValue(fields), headers);
	}

	/** Sends a {@code POST} request with fields that may repeat. */
	public HtmlPage post(String address, MultiValueMap<String, String> fields, String... headers) {
		var body = fields.entrySet()
			.stream()
			.flatMap((field) -> field.getValue().stream().map((value) -> encode(field.getKey()) + "=" + encode(value)))
			.collect(Collectors.joining("&"));
		var request = HttpRequest.newBuilder(URI.create(this.server + address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
		return ask((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Signs in without following the redirect. */
	public HtmlPage signIn(TestAccount person) {
		return signIn(person.email(), person.password());
	}

	public HtmlPage signIn(String email, String password) {
		return signIn("", email, password);
	}

	/** Signs in under a context path. */
	public HtmlPage signIn(String path, String email, String password) {
		return send(open(path + "/sign-in"), "main > form", "email", email, "password", password);
	}

	/** Returns a stored cookie. */
	public Optional<HttpCookie> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst();
	}

	/** Stores a cookie of another visitor. */
	public void keep(HttpCookie cookie) {
		this.cookies.getCookieStore().add(URI.create(this.server), cookie);
	}

	/** Closes the browser: deletes session cookies. */
	public Visitor reopen() {
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getMaxAge() < 0)
			.toList()
			.forEach((cookie) -> this.cookies.getCookieStore().remove(null, cookie));
		return this;
	}

	private HtmlPage ask(HttpRequest.Builder request) {
		try {
			return HtmlPage.of(this.client.send(request.header("Accept", "text/html")
				.header("X-Forwarded-For", this.network)
				.header("X-Forwarded-Host", this.host)
				.build(), BodyHandlers.ofByteArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the values that a browser would submit, in the order of the form. */
	private static MultiValueMap<String, String> fields(Element form) {
		var fields = new LinkedMultiValueMap<String, String>();
		for (var field : form.select(":is(input, textarea, select)[name]:not([disabled])")) {
			if (field.is("select")) {
				fields.add(field.attr("name"), field.select("option[selected]").val());
			}
			else if (!field.is(":is([type=checkbox], [type=radio]):not([checked])")) {
				fields.add(field.attr("name"), field.val());
			}
		}
		return fields;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
