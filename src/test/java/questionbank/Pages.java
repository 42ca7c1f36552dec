package questionbank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import jakarta.servlet.http.Cookie;

import org.springframework.core.env.Environment;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

import questionbank.account.Role;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Sends requests: over the network as an anonymous client, or as a mock user. */
public class Pages {

	private static final String CSRF_TOKEN = "the token of a form";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Environment environment;

	private final MockMvc mvc;

	Pages(Environment environment, MockMvc mvc) {
		this.environment = environment;
		this.mvc = mvc;
	}

	/** Opens a page as an anonymous client. */
	public HtmlPage open(String address) {
		return HtmlPage.of(ask("GET", address, "Accept", "text/html"));
	}

	/**
	 * Opens a page as a mock user with a role. It sends a session cookie, by which the
	 * page cache recognizes users.
	 */
	public HtmlPage open(String address, Role role) {
		return HtmlPage.of(download(address, role));
	}

	/** Downloads a file as a mock user with a role. */
	public MockHttpServletResponse download(String address, Role role) {
		try {
			return this.mvc
				.perform(get(URI.create(address)).with(user("user").roles(role.name()))
					.cookie(new Cookie("SESSION", "user")))
				.andReturn()
				.getResponse();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns a client that stores cookies, with its own network address. */
	public Visitor visitor() {
		return new Visitor(port());
	}

	/**
	 * Submits a form as a mock user with a role.
	 * @param fields names and values, alternating
	 */
	public HtmlPage submit(String address, Role role, String... fields) {
		return submitAs("user", address, role, fields);
	}

	/**
	 * Submits a form as a mock user with a name and a role.
	 * @param fields names and values, alternating
	 */
	public HtmlPage submitAs(String name, String address, Role role, String... fields) {
		try {
			var form = post(URI.create(address)).with(user(name).roles(role.name()))
				.cookie(new Cookie("SESSION", "user"), new Cookie("XSRF-TOKEN", CSRF_TOKEN))
				.param("_csrf", masked(CSRF_TOKEN));
			for (int i = 0; i < fields.length; i += 2) {
				form.param(fields[i], fields[i + 1]);
			}
			return HtmlPage.of(this.mvc.perform(form).andReturn().getResponse());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Sends a request as an anonymous client, and returns the raw body.
	 * @param headers names and values, alternating
	 */
	public HttpResponse<byte[]> ask(String method, String address, String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + address))
			.method(method, BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	/** Posts a body as an anonymous client. */
	public HtmlPage send(String address, String type, String body) {
		return HtmlPage.of(send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + address))
			.header("Accept", "text/html")
			.header("Content-Type", type)
			.POST(BodyPublishers.ofString(body))));
	}

	private HttpResponse<byte[]> send(HttpRequest.Builder request) {
		try {
			return this.client.send(request.build(), BodyHandlers.ofByteArray());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Sends a request with an invalid URL over a socket, and returns the response. */
	public String askInTheRaw(String address) {
		return new String(exchange("GET", address, "Accept: text/html"), StandardCharsets.UTF_8);
	}

	/**
	 * Sends a request with invalid headers over a socket, and returns the response in
	 * ISO-8859-1.
	 * @param headers header lines besides {@code Host}
	 */
	public String askInTheRaw(String method, String address, String... headers) {
		return new String(exchange(method, address, headers), StandardCharsets.ISO_8859_1);
	}

	private byte[] exchange(String method, String address, String... headers) {
		return sendInTheRaw(method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ String.join("", Arrays.stream(headers).map((header) -> header + "\r\n").toList()) + "\r\n");
	}

	/** Sends an invalid request over a socket, and returns the response. */
	public byte[] sendInTheRaw(String request) {
		try (var socket = new Socket("localhost", port())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
			socket.shutdownOutput();
			return socket.getInputStream().readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Masks a CSRF token as pages do. Spring Security's test support would switch the
	 * running program to tokens in sessions.
	 */
	private static String masked(String token) {
		var bytes = token.getBytes(StandardCharsets.UTF_8);
		var masked = new byte[2 * bytes.length];
		// A random mask, followed by the masked token.
		new SecureRandom().nextBytes(masked);
		for (int at = 0; at < bytes.length; at++) {
			masked[bytes.length + at] = (byte) (bytes[at] ^ masked[at]);
		}
		return Base64.getUrlEncoder().encodeToString(masked);
	}

	private int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

}
