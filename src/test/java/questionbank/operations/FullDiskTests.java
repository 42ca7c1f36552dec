package questionbank.operations;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.TurboFilterList;
import ch.qos.logback.classic.turbo.TurboFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import questionbank.HtmlPage;
import questionbank.QuickPasswords;
import questionbank.TestDatabase;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The program survives a full disk of the H2 database. */
@ExtendWith(OutputCaptureExtension.class)
class FullDiskTests {

	private static final String PASSWORD = "marble otter ferry 7 lanterns";

	/**
	 * Addresses of different controllers, which read the session of a signed-in person.
	 */
	private static final List<String> ADDRESSES = List.of("/", "/questions", "/questions/7", "/questions/7/edit",
			"/questions/7/revisions", "/questions/new", "/questions/bulk", "/questions/duplicates", "/practice",
			"/practice/sessions", "/practice/progress", "/kits", "/kits/new", "/kits/basket", "/interviews", "/import",
			"/export", "/account", "/people", "/operations");

	private static final int MAX_CHARACTERS = 60_000;

	private static final int MAX_CAUSES = 20;

	@TempDir
	private Path data;

	private ConfigurableApplicationContext program;

	private Visitor administrator;

	private String address;

	private final TurboFilterList filters = ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList();

	private List<TurboFilter> others;

	@BeforeEach
	void start() {
		// Another program in this process would deduplicate the messages.
		this.others = List.copyOf(this.filters);
		this.filters.clear();
		FullDisk.register();
		this.program = new SpringApplicationBuilder(TestDatabase.program(), QuickPasswords.class).run("--server.port=0",
				"--questionbank.data=" + this.data,
				"--spring.datasource.url=jdbc:h2:file:fulldisk:" + this.data.resolve("questionbank")
						+ ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE",
				"--questionbank.admin.email=ada@example.org", "--questionbank.admin.password=" + PASSWORD);
		var port = this.program.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
		this.administrator = new Visitor(port);
		this.address = "http://localhost:" + port;
		assertThat(this.administrator.signIn("ada@example.org", PASSWORD).status()).isEqualTo(302);
	}

	@AfterEach
	void stop() {
		FullDisk.setFull(false);
		this.program.close();
		this.filters.addAll(this.others);
	}

	@Test
	void answersServiceUnavailableUntilThereIsSpace(CapturedOutput log) throws Exception {
		var form = this.administrator.open("/questions/7/edit");
		assertThat(form.status()).isEqualTo(200);
		assertThat(status("/actuator/health")).isEqualTo(200);

		var stranger = new Visitor(URI.create(this.address).getPort());

		FullDisk.setFull(true);
		var refused = save(form);
		assertThat(refused.status()).isEqualTo(503);
		assertThat(refused.header("Retry-After")).isNotBlank();
		assertThat(refused.header("Content-Security-Policy")).isNotBlank();
		assertThat(refused.text("main")).contains("Nothing that was saved is lost", "may not have been saved",
				"Written on a full disk.");
		await().until(() -> status("/actuator/health") == 503);
		assertThat(status("/actuator/health/readiness")).isEqualTo(503);
		assertThat(status("/actuator/health/liveness")).isEqualTo(200);
		var linesBefore = log.getAll().lines().count();
		IntStream.range(0, 100).forEach((repetition) -> assertThat(save(form).status()).isEqualTo(503));
		assertThat(log.getAll().lines().count()).isLessThan(linesBefore + 500);

		// More often than the rate limit allows for wrong passwords.
		assertThat(IntStream.range(0, 15).mapToObj((repetition) -> signIn(stranger).status()).distinct())
			.containsExactly(503);

		FullDisk.setFull(false);
		await().until(() -> this.administrator.open("/questions/7/edit").status() == 200);
		var again = this.administrator.open("/questions/7/edit");
		assertThat(again.one("#sampleAnswer").val()).isEqualTo(form.one("#sampleAnswer").val());
		assertThat(save(again).status()).isEqualTo(302);
		assertThat(signIn(stranger).status()).isEqualTo(302);
		await().until(() -> status("/actuator/health") == 200);
		this.program.getBean(RepeatedFailures.class).report();
		assertThat(log).containsPattern("Repeated \\d{2,} times since the last report");
	}

	@Test
	void logsOneStackTraceOfEachKindOfFailure(CapturedOutput log) {
		var form = this.administrator.open("/questions/7/edit");
		var before = log.getAll().length();
		FullDisk.setFull(true);
		assertThat(save(form).status()).isEqualTo(503);
		ADDRESSES
			.forEach((address) -> assertThat(this.administrator.open(address).status()).as(address).isEqualTo(503));
		var outage = log.getAll().substring(before);
		assertThat(outage.length()).as(outage).isLessThan(MAX_CHARACTERS);
		assertThat(outage.lines().filter((line) -> line.startsWith("Caused by: ")).count()).isLessThan(MAX_CAUSES);
	}

	private int status(String endpoint) throws Exception {
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(this.address + endpoint)).build(), BodyHandlers.discarding())
			.statusCode();
	}

	private static HtmlPage signIn(Visitor visitor) {
		return visitor.signIn("ada@example.org", PASSWORD);
	}

	private HtmlPage save(HtmlPage form) {
		return this.administrator.send(form, ".editor", "sampleAnswer", "Written on a full disk.", "reason", "Trying");
	}

}
