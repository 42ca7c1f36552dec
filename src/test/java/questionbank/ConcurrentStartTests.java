package questionbank;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Concurrent start of two instances on one empty PostgreSQL database: one of them
 * initializes it, and both run.
 */
class ConcurrentStartTests {

	private static final Pattern SETUP = Pattern.compile("/setup\\?token=[A-Za-z0-9_-]{43}");

	@TempDir
	private Path data;

	private String database;

	@BeforeEach
	void createDatabase() {
		this.database = TestDatabase.newPostgresql();
	}

	@Test
	void oneInstanceCreatesTheConfiguredAdministrator() throws SQLException {
		var settings = new String[] { "--questionbank.admin.email=root@example.org",
				"--questionbank.admin.password=" + TestAccounts.PASSWORD };
		try (var one = start("one", settings); var other = start("other", settings)) {
			for (var program : new ProgramProcess[] { one, other }) {
				var visitor = new Visitor(program.awaitPort());
				// The administrator and the index are created after the start.
				await().until(() -> (one.log() + other.log()).contains("First administrator created"));
				assertThat(visitor.signIn("root@example.org", TestAccounts.PASSWORD).status()).isEqualTo(302);
				await().until(() -> visitor.open("/questions").text("#count").startsWith("10 questions"));
				assertThat(program.log()).doesNotContain(" ERROR ", " WARN ", "\tat ");
			}
			assertThat(one.log() + other.log()).containsOnlyOnce("First administrator created");
			assertThat(count("person")).isEqualTo(1);
			assertThat(count("question")).isEqualTo(10);
		}
	}

	@Test
	void eachInstanceLogsASetupLinkAndOneCreatesTheAdministrator() throws SQLException {
		try (var one = start("one"); var other = start("other")) {
			var ports = new int[] { one.awaitPort(), other.awaitPort() };
			assertThat(setUp(ports[1], link(one)).status()).isEqualTo(302);
			assertThat(new Visitor(ports[0]).open(link(other)).status()).isEqualTo(404);
			assertThat(count("person")).isEqualTo(1);
		}
	}

	private static HtmlPage setUp(int port, String link) {
		var visitor = new Visitor(port);
		return visitor.send(visitor.open(link), "main > form", "email", "ada@example.org", "name", "Ada", "password",
				TestAccounts.PASSWORD);
	}

	private ProgramProcess start(String name, String... settings) {
		var all = new String[settings.length + 2];
		all[0] = "--spring.datasource.url=" + this.database;
		all[1] = "--spring.datasource.username=postgres";
		System.arraycopy(settings, 0, all, 2, settings.length);
		return ProgramProcess.start(this.data.resolve(name), all);
	}

	private static String link(ProgramProcess program) {
		// The link is logged after the start.
		return await()
			.until(() -> SETUP.matcher(program.log()).results().map(MatchResult::group).findFirst(),
					Optional::isPresent)
			.orElseThrow();
	}

	private int count(String table) throws SQLException {
		try (var connection = DriverManager.getConnection(this.database, "postgres", "");
				var statement = connection.createStatement();
				var rows = statement.executeQuery("select count(*) from " + table)) {
			rows.next();
			return rows.getInt(1);
		}
	}

}
