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
import org.springframework.test.web.servlet.MockMvc;

import questionbank.account.Role;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

/** Opens pages: over the network as a stranger, or as somebody who has signed in. */
public class Pages {

	private static final String FORM_TOKEN = "the token of a form";

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Environment environment;

	private final MockMvc mvc;

	Pages(Environment environment, MockMvc mvc) {
		this.environment = environment;
		this.mvc = mvc;
	}

	/** What a stranger gets at an address. */
	public Page open(String address) {
		return Page.of(ask("GET", address, "Accept", "text/html"));
	}

	/**
	 * What somebody who has signed in gets. Whoever has signed in sends a cookie, and the
	 * page cache goes by that, so this does as well.
	 */
	public Page open(String address, Role role) {
		try {
			var response = this.mvc
				.perform(get(URI.create(address)).with(user("somebody").roles(role.name()))
					.cookie(new Cookie("SESSION", "somebody")))
				.andReturn()
				.getResponse();
			return Page.of(response);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Somebody with a browser that keeps cookies, and a network address of their own. */
	public Visitor visitor() {
		return new Visitor(port());
	}

	/**
	 * What somebody who has signed in gets for a form that a page of ours has sent.
	 * @param fields names and values in turn
	 */
	public Page submit(String address, Role role, String... fields) {
		return submitAs("somebody", address, role, fields);
	}

	/**
	 * What somebody of that name gets for a form that a page of ours has sent.
	 * @param fields names and values in turn
	 */
	public Page submitAs(String name, String address, Role role, String... fields) {
		try {
			var form = post(URI.create(address)).with(user(name).roles(role.name()))
				.cookie(new Cookie("SESSION", "somebody"), new Cookie("XSRF-TOKEN", FORM_TOKEN))
				.param("_csrf", masked(FORM_TOKEN));
			for (int i = 0; i < fields.length; i += 2) {
				form.param(fields[i], fields[i + 1]);
			}
			return Page.of(this.mvc.perform(form).andReturn().getResponse());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * What a stranger is answered, to the byte.
	 * @param headers names and values in turn
	 */
	public HttpResponse<byte[]> ask(String method, String address, String... headers) {
		var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + address))
			.method(method, BodyPublishers.noBody());
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request);
	}

	/** What a stranger is answered who sends something, whatever it is. */
	public Page send(String address, String type, String body) {
		return Page.of(send(HttpRequest.newBuilder(URI.create("http://localhost:" + port() + address))
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

	/** What is answered to an address that no client would send, head and all. */
	public String askInTheRaw(String address) {
		return new String(exchange("GET", address, "Accept: text/html"), StandardCharsets.UTF_8);
	}

	/**
	 * What is answered to headers that no client would send, head and all, a character
	 * for each byte.
	 * @param headers lines of the head besides {@code Host}
	 */
	public String askInTheRaw(String method, String address, String... headers) {
		return new String(exchange(method, address, headers), StandardCharsets.ISO_8859_1);
	}

	private byte[] exchange(String method, String address, String... headers) {
		return sendInTheRaw(method + " " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
				+ String.join("", Arrays.stream(headers).map((header) -> header + "\r\n").toList()) + "\r\n");
	}

	/** What is answered to a request that no client would send, head and all. */
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
	 * A token as a page has it. What Spring Security offers for tests would have the
	 * running program keep its tokens in sessions from then on.
	 */
	private static String masked(String token) {
		var bytes = token.getBytes(StandardCharsets.UTF_8);
		var masked = new byte[2 * bytes.length];
		// Each page has another mask; the rest is the token under it.
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
