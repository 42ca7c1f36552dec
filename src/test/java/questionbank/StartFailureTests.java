package questionbank;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Failed starts log the cause and an action in a few lines, without a stack trace, and
 * leave no thread that would keep the process alive. One start is of another process,
 * which exits; the others are of this one, to save time.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartFailureTests {

	/** The length of the two copies of the file header. */
	private static final int HEADER = 8_192;

	private static final Duration TIMEOUT = Duration.ofMinutes(1);

	@TempDir
	private static Path folder;

	private static Path intact;

	@TempDir
	private Path data;

	@BeforeAll
	static void createIntactDatabase() {
		intact = folder.resolve("questionbank.mv.db");
		run("--questionbank.data=" + folder).close();
	}

	@Test
	void databaseInUseByAnotherProcess() throws IOException, SQLException {
		Files.copy(intact, file());
		try (var connection = DriverManager.getConnection(url(), "", "")) {
			assertThat(connection.isValid(0)).isTrue();
			try (var program = ProgramProcess.start(this.data)) {
				assertThat(program.awaitExit()).isEqualTo(1);
				assertExplains(program.log(), "is in use by another process", "--questionbank.data=FOLDER");
			}
		}
	}

	@Test
	void databaseWithGarbage(CapturedOutput log) throws IOException {
		Files.writeString(file(), "This is no database.".repeat(1_000));
		assertFails(log, "is damaged", "from a backup");
	}

	@Test
	void truncatedDatabase(CapturedOutput log) throws IOException {
		// H2 finds the damage, or opens what is left as a new file.
		Files.copy(intact, file());
		try (var file = new RandomAccessFile(file().toFile(), "rw")) {
			file.setLength(file.length() / 10);
		}
		assertFails(log, "The database", "from a backup");
	}

	@Test
	void databaseWithOverwrittenPages(CapturedOutput log) throws IOException {
		Files.copy(intact, file());
		try (var file = new RandomAccessFile(file().toFile(), "rw")) {
			file.seek(HEADER);
			file.write(new byte[(int) file.length() - HEADER]);
		}
		assertFails(log, "holds no tables of this program", "from a backup");
	}

	@Test
	void schemaNewerThanTheProgram(CapturedOutput log) throws IOException, SQLException {
		Files.copy(intact, file());
		insertNewerVersion(url(), "");
		assertFails(log, "schema version 999.1, which is newer than this program", "or a newer one");
		assertThat(this.data.resolve("backups")).doesNotExist();
	}

	@Test
	void schemaOnPostgresqlNewerThanTheProgram(CapturedOutput log) throws SQLException {
		var url = TestDatabase.newPostgresql();
		Flyway.configure()
			.dataSource(url, "postgres", "")
			.locations("classpath:db/migration/common")
			.target("1")
			.load()
			.migrate();
		insertNewerVersion(url, "postgres");
		assertFails(log, "schema version 999.1, which is newer than this program", "or a newer one",
				"--spring.datasource.url=" + url, "--spring.datasource.username=postgres");
	}

	private static void insertNewerVersion(String url, String user) throws SQLException {
		try (var connection = DriverManager.getConnection(url, user, "");
				var statement = connection.createStatement()) {
			statement.execute(
					"""
							insert into "flyway_schema_history" select 1000, '999.1', "description", "type", "script", "checksum",
							"installed_by", "installed_on", "execution_time", "success" from "flyway_schema_history"
							where "installed_rank" = 1""");
		}
	}

	@Test
	void fileInsteadOfTheDataFolder(CapturedOutput log) throws IOException {
		Files.delete(this.data);
		Files.createFile(this.data);
		assertFails(log, "it is a file, not a folder", "--questionbank.data=FOLDER");
		Files.delete(this.data);
		Files.createDirectory(this.data);
	}

	@Test
	void fileInsteadOfTheIndexFolder(CapturedOutput log) throws IOException {
		Files.createFile(this.data.resolve("index"));
		assertFails(log, "cannot be used: Not a directory", "--questionbank.index.folder=FOLDER");
	}

	@Test
	void folderWithoutWritePermission(CapturedOutput log) {
		this.data = Path.of("/sys/questionbank");
		assertFails(log, "The file or folder /sys/questionbank cannot be used", "Let the account");
	}

	@Test
	void portInUse(CapturedOutput log) throws IOException {
		Files.copy(intact, file());
		try (var socket = new ServerSocket(0)) {
			assertFails(log, "Port " + socket.getLocalPort() + " was already in use", "another port",
					"--server.port=" + socket.getLocalPort());
		}
	}

	@Test
	void unreachableDatabaseServer(CapturedOutput log) throws IOException {
		try (var unused = new ServerSocket(0)) {
			var port = unused.getLocalPort();
			unused.close();
			assertFails(log, "cannot be reached", "spring.datasource.url",
					"--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/questionbank");
		}
	}

	@ParameterizedTest
	@CsvSource({ "jdbc:foo:bar, jdbc:foo:bar is of an unknown kind, spring.datasource.url",
			"jdbc:mysql://localhost/questions, class is missing: com.mysql.cj.jdbc.Driver, settings" })
	void unknownKindOfDatabase(String url, String description, String action, CapturedOutput log) {
		assertFails(log, description, action, "--spring.datasource.url=" + url + "?password=secret");
		assertThat(log.getAll()).doesNotContain("secret");
	}

	@Test
	void refusedDatabaseUser(CapturedOutput log) {
		assertFails(log, "refuses the user name or password", "spring.datasource.username",
				"--spring.datasource.url=" + TestDatabase.newPostgresql().replaceFirst("\\?.*", ""),
				"--spring.datasource.username=mallory");
	}

	@Test
	void mailWithoutTheAddressOfLinks(CapturedOutput log) {
		assertFails(log, "Mail is enabled by spring.mail.host, but questionbank.address is not set",
				"Set questionbank.address", "--spring.mail.host=localhost");
	}

	@Test
	void mailWithoutASender(CapturedOutput log) {
		assertFails(log, "Mail is enabled by spring.mail.host, but questionbank.mail.from is not an e-mail address",
				"Set questionbank.mail.from", "--spring.mail.host=localhost",
				"--questionbank.address=https://questions.example.org");
	}

	@ParameterizedTest
	@CsvSource({ "--server.servlet.context-path=bank/, Context path must start with '/'",
			"--server.ssl.key-store=/nope.p12, /nope.p12" })
	void malformedSetting(String setting, String description, CapturedOutput log) {
		assertFails(log, description, "--debug", setting);
	}

	private void assertFails(CapturedOutput log, String description, String action, String... settings) {
		var before = Thread.getAllStackTraces().keySet();
		var all = Stream.concat(Stream.of("--questionbank.data=" + this.data), Stream.of(settings));
		assertThatThrownBy(() -> run(all.toArray(String[]::new)).close());
		assertExplains(log.getAll(), description, action);
		for (var thread : Thread.getAllStackTraces().keySet()) {
			if (!before.contains(thread) && !thread.isDaemon()) {
				assertEnds(thread);
			}
		}
	}

	private static void assertEnds(Thread thread) {
		try {
			thread.join(TIMEOUT.toMillis());
			assertThat(thread.isAlive()).as(thread.getName()).isFalse();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void assertExplains(String log, String description, String action) {
		assertThat(log).contains("APPLICATION FAILED TO START", description, action)
			.doesNotContain("\tat ", "Exception encountered during context initialization");
		assertThat(log.substring(log.indexOf("APPLICATION FAILED")).lines()).hasSizeLessThan(20);
	}

	private static ConfigurableApplicationContext run(String... settings) {
		return new SpringApplicationBuilder(QuestionBankApplication.class).properties("server.port=0").run(settings);
	}

	private Path file() {
		return this.data.resolve("questionbank.mv.db");
	}

	private String url() {
		return "jdbc:h2:file:" + this.data.resolve("questionbank");
	}

}
