package questionbank;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program behind nginx with the configuration of the distribution. Visitors send
 * {@code X-Forwarded} headers, which the proxy must not pass on.
 */
@EnabledIf("questionbank.Nginx#isInstalled")
class ReverseProxyTests {

	@TempDir
	private static Path folder;

	private static ConfigurableApplicationContext program;

	private static Nginx nginx;

	@BeforeAll
	static void start() throws Exception {
		program = new SpringApplicationBuilder(QuestionBankApplication.class, QuickPasswords.class)
			.initializers(new TestDatabase())
			.run("--server.port=0", "--questionbank.admin.email=root@example.org",
					"--questionbank.admin.password=" + TestAccounts.PASSWORD);
		nginx = new Nginx(folder, program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
	}

	@AfterAll
	static void stop() throws InterruptedException {
		nginx.close();
		program.close();
	}

	@Test
	void redirectsToTls() throws Exception {
		var response = client().send(HttpRequest.newBuilder(URI.create(nginx.plainAddress() + "/practice")).build(),
				BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(301);
		assertThat(response.headers().firstValue("Location")).hasValue("https://localhost/practice");
	}

	@Test
	void theProgramKnowsSchemeAndHost() throws Exception {
		var visitor = visitor();
		var page = visitor.open("/sign-in");
		assertThat(page.header("Strict-Transport-Security")).startsWith("max-age=");
		assertThat(page.header("Set-Cookie")).startsWith("__Host-XSRF-TOKEN=").contains("; Secure");
		visitor.signIn("root@example.org", TestAccounts.PASSWORD);
		var invited = visitor.send(visitor.open("/people"), "form[action$='/invitations']", "email", "ian@example.org",
				"role", "interviewer");
		assertThat(invited.text("main .link")).startsWith("https://localhost/invitations/");
	}

	@Test
	void limitsRatesByTheAddressOfTheClient() {
		var statuses = IntStream.range(0, 12)
			.mapToObj((i) -> visitor().signIn("nobody@example.org", "wrong password").status())
			.toList();
		assertThat(statuses).startsWith(401).endsWith(429);
	}

	@Test
	void passesCompressionHeadAndValidators() throws Exception {
		var plain = fetch("GET", Map.of());
		assertThat(plain.statusCode()).isEqualTo(200);
		var compressed = fetch("GET", Map.of("Accept-Encoding", "gzip"));
		assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
		assertThat(compressed.body()).hasSizeLessThan(plain.body().length);
		var tag = compressed.headers().firstValue("ETag").orElseThrow();
		assertThat(fetch("GET", Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
		var head = fetch("HEAD", Map.of());
		assertThat(head.statusCode()).isEqualTo(200);
		assertThat(head.headers().firstValue("ETag")).hasValue(tag);
		assertThat(head.body()).isEmpty();
	}

	@Test
	void hidesHealthAndMetrics() {
		assertThat(visitor().open("/actuator/health").status()).isEqualTo(404);
		assertThat(visitor().open("/actuator/prometheus").status()).isEqualTo(404);
	}

	private static HttpResponse<byte[]> fetch(String method, Map<String, String> headers)
			throws IOException, InterruptedException, GeneralSecurityException {
		var request = HttpRequest.newBuilder(URI.create(nginx.address() + "/questions/7"))
			.method(method, BodyPublishers.noBody());
		headers.forEach(request::header);
		return client().send(request.build(), BodyHandlers.ofByteArray());
	}

	private static HttpClient client() throws GeneralSecurityException {
		return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(nginx.tls()).build();
	}

	private static Visitor visitor() {
		try {
			return new Visitor(nginx.address(), HttpClient.newBuilder().sslContext(nginx.tls()));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
