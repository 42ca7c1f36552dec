package questionbank;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Failed starts log the cause and an action in a few lines, without a stack trace.
 */
class StartFailureTests {

	/** The length of the two copies of the file header. */
	private static final int HEADER = 8_192;

	@TempDir
	private static Path folder;

	private static Path intact;

	@TempDir
	private Path data;

	@BeforeAll
	static void createIntactDatabase() {
		intact = folder.resolve("questionbank.mv.db");
		try (var program = ProgramProcess.start(folder)) {
			program.awaitPort();
		}
	}

	@Test
	void databaseInUseByAnotherProcess() throws IOException, SQLException {
		Files.copy(intact, file());
		try (var connection = DriverManager.getConnection(url(), "", "")) {
			assertThat(connection.isValid(0)).isTrue();
			assertFails("is in use by another process", "--questionbank.data=FOLDER");
		}
	}

	@Test
	void databaseWithGarbage() throws IOException {
		Files.writeString(file(), "This is no database.".repeat(1_000));
		assertFails("is damaged", "from a backup");
	}

	@Test
	void truncatedDatabase() throws IOException {
		// H2 finds the damage, or opens what is left as a new file.
		Files.copy(intact, file());
		try (var file = new RandomAccessFile(file().toFile(), "rw")) {
			file.setLength(file.length() / 10);
		}
		assertFails("The database", "from a backup");
	}

	@Test
	void databaseWithOverwrittenPages() throws IOException {
		Files.copy(intact, file());
		try (var file = new RandomAccessFile(file().toFile(), "rw")) {
			file.seek(HEADER);
			file.write(new byte[(int) file.length() - HEADER]);
		}
		assertFails("holds no tables of this program", "from a backup");
	}

	@Test
	void schemaNewerThanTheProgram() throws IOException, SQLException {
		Files.copy(intact, file());
		try (var connection = DriverManager.getConnection(url(), "", "");
				var statement = connection.createStatement()) {
			statement.execute(
					"""
							insert into "flyway_schema_history" select 1000, '999.1', "description", "type", "script", "checksum",
							"installed_by", "installed_on", "execution_time", "success" from "flyway_schema_history"
							where "installed_rank" = 1""");
		}
		assertFails("schema version 999.1, which is newer than this program", "or a newer one");
	}

	@Test
	void fileInsteadOfTheDataFolder() throws IOException {
		Files.delete(this.data);
		Files.createFile(this.data);
		assertFails("it is a file, not a folder", "--questionbank.data=FOLDER");
		Files.delete(this.data);
		Files.createDirectory(this.data);
	}

	@Test
	void fileInsteadOfTheIndexFolder() throws IOException {
		Files.createFile(this.data.resolve("index"));
		assertFails("cannot be used: Not a directory", "--questionbank.index.folder=FOLDER");
	}

	@Test
	void folderWithoutWritePermission() {
		this.data = Path.of("/sys/questionbank");
		assertFails("The file or folder /sys/questionbank cannot be used", "Let the account");
	}

	@Test
	void portInUse() throws IOException {
		Files.copy(intact, file());
		try (var socket = new ServerSocket(0)) {
			assertFails("Port " + socket.getLocalPort() + " was already in use", "another port",
					"--server.port=" + socket.getLocalPort());
		}
	}

	@Test
	void unreachableDatabaseServer() throws IOException {
		try (var unused = new ServerSocket(0)) {
			var port = unused.getLocalPort();
			unused.close();
			assertFails("cannot be reached", "spring.datasource.url",
					"--spring.datasource.url=jdbc:postgresql://localhost:" + port + "/questionbank");
		}
	}

	@Test
	void refusedDatabaseUser() {
		assertFails("refuses the user name or password", "spring.datasource.username",
				"--spring.datasource.url=" + TestDatabase.newPostgresql().replaceFirst("\\?.*", ""),
				"--spring.datasource.username=mallory");
	}

	@Test
	void mailWithoutTheAddressOfLinks() {
		assertFails("Mail is enabled by spring.mail.host, but questionbank.address is not set",
				"Set questionbank.address", "--spring.mail.host=localhost");
	}

	@Test
	void mailWithoutASender() {
		assertFails("Mail is enabled by spring.mail.host, but questionbank.mail.from is not an e-mail address",
				"Set questionbank.mail.from", "--spring.mail.host=localhost",
				"--questionbank.address=https://questions.example.org");
	}

	private void assertFails(String description, String action, String... settings) {
		try (var program = ProgramProcess.start(this.data, settings)) {
			assertThat(program.awaitExit()).isEqualTo(1);
			assertThat(program.log()).contains("APPLICATION FAILED TO START", description, action)
				.doesNotContain("\tat ", "Exception encountered during context initialization");
			assertThat(program.log().substring(program.log().indexOf("APPLICATION FAILED")).lines())
				.hasSizeLessThan(20);
		}
	}

	private Path file() {
		return this.data.resolve("questionbank.mv.db");
	}

	private String url() {
		return "jdbc:h2:file:" + this.data.resolve("questionbank");
	}

}
