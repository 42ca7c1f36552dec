package questionbank.operations;

import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Explains a failed startup whose cause is a database that cannot be opened. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

	private final Environment environment;

	DatabaseFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
		return switch (Objects.requireNonNullElse(cause.getSQLState(), "")) {
			// SQL states of H2, see org.h2.api.ErrorCode
			case "90020" -> explain("is in use by another process.",
					"Stop the other process, or start this one with a folder of its own: --questionbank.data=FOLDER",
					cause);
			case "90030", "90048", "50000",
					"HY000" ->
				explain("is damaged, or from another version of H2: " + message(cause),
						"Restore the file from a backup, or start with another folder: --questionbank.data=FOLDER. "
								+ "H2's tool org.h2.tools.Recover extracts what can still be read.",
						cause);
			case "90028", "90031", "90062", "90097" -> explain("cannot be read or written: " + message(cause),
					"Check the disk space, and that the account that runs the program may write the file and its folder.",
					cause);
			// SQL states of PostgreSQL, mostly standard
			case "08001", "08004", "08006", "57P03" -> explain("cannot be reached: " + message(cause),
					"Check that the database server runs and that spring.datasource.url names its host and port.",
					cause);
			case "28000", "28P01" -> explain("refuses the user name or password: " + message(cause),
					"Check spring.datasource.username and spring.datasource.password.", cause);
			case "3D000" -> explain("does not exist: " + message(cause),
					"Create the database, or name another in spring.datasource.url.", cause);
			case "42501" -> explain("denies a permission that the program needs: " + message(cause),
					"Let the database user own the database, so that the program can create its tables.", cause);
			default -> null;
		};
	}

	private FailureAnalysis explain(String what, String action, SQLException cause) {
		var url = this.environment.getProperty("spring.datasource.url", "");
		return new FailureAnalysis("The database " + url.replaceFirst("[;?].*", "") + " " + what, action, cause);
	}

	private static String message(SQLException cause) {
		return Objects.requireNonNullElse(cause.getMessage(), cause.toString()).strip();
	}

}
