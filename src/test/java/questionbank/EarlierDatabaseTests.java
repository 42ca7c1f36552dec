package questionbank;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.operations.Command;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The program starts on databases that earlier versions of it have left: H2 files, and
 * dumps of PostgreSQL.
 */
@Tag("database")
@ExtendWith(OutputCaptureExtension.class)
class EarlierDatabaseTests {

	private static final Path DATABASES = Path.of("src/test/resources/databases");

	private static final Pattern ARCHIVE = Pattern.compile("Archive (/\\S+/backups/before-V\\S+\\.zip) created before");

	@TempDir
	private Path data;

	@ParameterizedTest
	@ValueSource(strings = { "18", "24" })
	void startMigratesADatabaseOfAnEarlierSchema(String schema, CapturedOutput log) throws Exception {
		try (var program = new SpringApplicationBuilder(QuestionBankApplication.class).run(settings(schema))) {
			var visitor = new Visitor(program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
			var page = visitor.open("/questions/11");
			assertThat(page.status()).isEqualTo(200);
			assertThat(page.text("main")).contains("Wie behandeln Sie verspätete Nachrichten? 你好 🚂",
					"Mit einer Warteschlange. ä€😀", "Reihenfolge \"egal\"");
			assertThat(visitor.open("/questions/10").status()).isEqualTo(200);
		}
		assertArchived(log);
	}

	private void assertArchived(CapturedOutput log) {
		var archives = ARCHIVE.matcher(log.getAll()).results().map((found) -> found.group(1)).toList();
		if (TestDatabase.isPostgresql()) {
			assertThat(archives).isEmpty();
			return;
		}
		assertThat(archives).singleElement().satisfies((file) -> assertThat(this.data.resolve(file)).exists());
		assertThat(Command.run(QuestionBankApplication.class, "archive", "verify", archives.get(0),
				"--questionbank.data=" + this.data.resolve("other")))
			.contains(0);
	}

	private String[] settings(String schema) throws Exception {
		var settings = Stream.of("--server.port=0", "--questionbank.data=" + this.data,
				"--logging.level.questionbank.operations=info");
		var database = TestDatabase.isPostgresql() ? restoreDump(schema) : restoreFile(schema);
		return Stream.concat(settings, database.stream()).toArray(String[]::new);
	}

	private List<String> restoreFile(String schema) throws IOException {
		try (var input = open("schema-" + schema + ".mv.db.gz")) {
			Files.copy(input, this.data.resolve("questionbank.mv.db"));
		}
		return List.of();
	}

	private static List<String> restoreDump(String schema) throws Exception {
		var url = TestDatabase.newPostgresql();
		try (var input = open("schema-" + schema + ".sql.gz");
				var connection = DriverManager.getConnection(url, "postgres", "");
				var statement = connection.createStatement()) {
			// Lines for psql begin with a backslash.
			statement.execute(new String(input.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter((line) -> !line.startsWith("\\"))
				.collect(Collectors.joining("\n")));
		}
		return List.of("--spring.datasource.url=" + url, "--spring.datasource.username=postgres");
	}

	private static InputStream open(String name) throws IOException {
		return new GZIPInputStream(Files.newInputStream(DATABASES.resolve(name)));
	}

}
