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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.jsoup.nodes.Element;

/**
 * Somebody with a browser of their own, without scripts: it keeps cookies, and sends the
 * forms that are on a page. It comes from a network address that nobody else has.
 */
public class Visitor {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(this.cookies)
		.build();

	private final String server;

	private String network;

	private String host = "localhost";

	public Visitor(int port) {
		this.server = "http://localhost:" + port;
		var count = COUNT.incrementAndGet();
		this.network = "198.18." + count / 250 + "." + (count % 250 + 1);
	}

	/** Comes from the same network address as another. */
	public Visitor beside(Visitor other) {
		this.network = other.network;
		return this;
	}

	/** Comes through a proxy that says which host it was asked for. */
	public Visitor forwardedFor(String host) {
		this.host = host;
		return this;
	}

	/**
	 * Another request of the same browser at the same time: it sends the same cookies.
	 */
	public Visitor twin() {
		var twin = new Visitor(URI.create(this.server).getPort()).beside(this);
		this.cookies.getCookieStore().getCookies().forEach(twin::keep);
		return twin;
	}

	/** Opens an address, without going on to where it may lead. */
	public Page open(String address) {
		return ask(HttpRequest.newBuilder(URI.create(this.server + address)).GET());
	}

	/** Opens an address, and goes on to where it leads. */
	public Page visit(String address) {
		return arrive(open(address));
	}

	/** Goes on to where an answer leads. */
	public Page arrive(Page page) {
		var arrived = page;
		for (int steps = 0; arrived.status() / 100 == 3 && steps < 5; steps++) {
			arrived = open(arrived.header("Location").replace(this.server, ""));
		}
		return arrived;
	}

	/**
	 * Sends the one form that a CSS selector finds on a page.
	 * @param filled names and values in turn, of what is filled in
	 */
	public Page send(Page page, String form, String... filled) {
		var element = page.one(form);
		var fields = fields(element);
		for (int at = 0; at < filled.length; at += 2) {
			fields.put(filled[at], filled[at + 1]);
		}
		return post(element.attr("action"), fields);
	}

	/**
	 * Sends to an address what is on no page.
	 * @param headers names and values in turn
	 */
	public Page post(String address, Map<String, String> fields, String... headers) {
		var body = fields.entrySet()
			.stream()
			.map((field) -> encode(field.getKey()) + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&"));
		var request = HttpRequest.newBuilder(URI.create(this.server + address))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
		return ask((headers.length > 0) ? request.headers(headers) : request);
	}

	/** Signs in, and stays on the answer. */
	public Page signIn(TestAccount person) {
		return signIn(person.email(), person.password());
	}

	public Page signIn(String email, String password) {
		return signIn("", email, password);
	}

	/** Signs in where the program is published under a path. */
	public Page signIn(String path, String email, String password) {
		return send(open(path + "/sign-in"), "main > form", "email", email, "password", password);
	}

	/** A cookie that the browser keeps. */
	public Optional<HttpCookie> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.findFirst();
	}

	/** Keeps a cookie that another has. */
	public void keep(HttpCookie cookie) {
		this.cookies.getCookieStore().add(URI.create(this.server), cookie);
	}

	/** Closes the browser, which then forgets what is to be forgotten. */
	public Visitor reopen() {
		this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getMaxAge() < 0)
			.toList()
			.forEach((cookie) -> this.cookies.getCookieStore().remove(null, cookie));
		return this;
	}

	private Page ask(HttpRequest.Builder request) {
		try {
			return Page.of(this.client.send(request.header("Accept", "text/html")
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

	private static Map<String, String> fields(Element form) {
		var fields = new LinkedHashMap<String, String>();
		for (var field : form.select(":is(input, textarea, select)[name]:not([disabled])")) {
			if (field.is("select")) {
				fields.put(field.attr("name"), field.select("option[selected]").val());
			}
			else if (!field.is("[type=checkbox]:not([checked])")) {
				fields.put(field.attr("name"), field.val());
			}
		}
		return fields;
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
