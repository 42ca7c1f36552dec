package questionbank.operations;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.regex.Pattern;

import org.hibernate.TransactionException;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;

/**
 * Recognises the exceptions of a database or a search index that cannot be used at
 * present: unreachable, closed, out of disk space, or failing to read and write its
 * files.
 */
final class DatabaseOutage {

	/**
	 * SQL states that H2 uses for I/O errors and for a database that it closed after one.
	 */
	private static final Set<String> H2 = Set.of("90028", "90031", "90067", "90098", "90121");

	/**
	 * Classes 08 (connection), 53 (insufficient resources), 57P (shutdown) and 58 (system
	 * error) of the SQL states of PostgreSQL.
	 */
	private static final Pattern POSTGRESQL = Pattern.compile("08.*|53.*|57P.*|58.*");

	private static final String H2_STORE = "org.h2.mvstore.MVStoreException";

	private DatabaseOutage() {
	}

	/** Returns whether an exception, or one of its causes, is due to an outage. */
	static boolean isCauseOf(@Nullable Throwable failure) {
		var isSearch = false;
		for (var cause = failure; cause != null; cause = cause.getCause()) {
			isSearch |= cause instanceof SearchException;
			if (cause instanceof SQLException ex && isOutage(ex) || isBroken(cause)
					|| isSearch && cause instanceof IOException) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Returns whether Hibernate could not commit or roll back because the pool has closed
	 * the connection, H2's storage engine could not read or write its file, or the JVM
	 * could not read a truncated file of the search index in mapped memory.
	 */
	private static boolean isBroken(Throwable cause) {
		return cause instanceof TransactionException || cause.getClass().getName().equals(H2_STORE)
				|| cause instanceof InternalError && String.valueOf(cause.getMessage()).contains("memory access");
	}

	private static boolean isOutage(SQLException ex) {
		var state = ex.getSQLState();
		return ex instanceof SQLTransientConnectionException
				|| (state != null && (H2.contains(state) || POSTGRESQL.matcher(state).matches()));
	}

}
