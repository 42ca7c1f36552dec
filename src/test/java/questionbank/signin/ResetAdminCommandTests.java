package questionbank.signin;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.TestAccounts;
import questionbank.TestDatabase;
import questionbank.operations.Command;

import static org.assertj.core.api.Assertions.assertThat;

/** The command for when no administrator can sign in. */
@ExtendWith(OutputCaptureExtension.class)
class ResetAdminCommandTests {

	private static final String EMAIL = "ada@example.org";

	@TempDir
	private Path data;

	@Test
	void aDisabledCandidateBecomesAnAdministratorWithAResetLink(CapturedOutput output) throws SQLException {
		assertThat(run("reset-admin", EMAIL, "--questionbank.admin.email=" + EMAIL,
				"--questionbank.admin.password=" + TestAccounts.PASSWORD))
			.isZero();
		assertThat(update("update person set role = 'CANDIDATE', enabled = false")).isOne();
		assertThat(run("reset-admin", "Ada@Example.org", "--questionbank.address=https://questions.example.org"))
			.isZero();
		assertThat(output.getOut()).containsPattern("https://questions.example.org/resets/[A-Za-z0-9_-]{43}\\R");
		assertThat(update("update person set name = name where role = 'ADMINISTRATOR' and enabled")).isOne();
		assertThat(update("delete from person_link where purpose = 'RESET'")).isOne();
	}

	@Test
	void anAddressWithoutAnAccountIsInvited(CapturedOutput output) {
		assertThat(run("reset-admin", EMAIL)).isZero();
		assertThat(output.getOut()).containsPattern("http://localhost:8080/invitations/[A-Za-z0-9_-]{43}\\R");
	}

	@Test
	void wrongArgumentsAreRefused(CapturedOutput output) {
		assertThat(run("reset-admin")).isEqualTo(2);
		assertThat(run("reset-admin", "ada")).isEqualTo(2);
		assertThat(run("reset-admni", EMAIL)).isEqualTo(2);
		assertThat(output.getErr()).contains("Usage: reset-admin EMAIL",
				"Unknown command reset-admni. Commands: archive, export, import, reset-admin");
	}

	private int run(String... arguments) {
		var all = new String[arguments.length + 1];
		System.arraycopy(arguments, 0, all, 0, arguments.length);
		all[arguments.length] = "--questionbank.data=" + this.data;
		return Command.run(TestDatabase.program(), all).orElseThrow();
	}

	private int update(String sql) throws SQLException {
		try (var connection = DriverManager.getConnection("jdbc:h2:file:" + this.data.resolve("questionbank"));
				var statement = connection.createStatement()) {
			return statement.executeUpdate(sql);
		}
	}

}
