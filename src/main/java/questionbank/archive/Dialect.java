package questionbank.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.h2.engine.Constants;
import org.jspecify.annotations.Nullable;

/** The SQL by which H2 and PostgreSQL differ. */
enum Dialect {

	H2 {

		@Override
		void begin(Connection database) throws SQLException {
			// Rows are returned while they are read; otherwise H2 copies each result to a
			// file.
			execute(database, "set lazy_query_execution 1");
			database.setAutoCommit(false);
			database.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
		}

		@Override
		void end(Connection database) throws SQLException {
			super.end(database);
			execute(database, "set lazy_query_execution 0");
		}

		@Override
		String nextIdentity(Connection database, ArchivedTable table) {
			return """
					select identity_base from information_schema.columns where table_schema = current_schema
					and lower(table_name) = '%s' and lower(column_name) = '%s'""".formatted(table.name(),
					table.identity());
		}

		@Override
		void suspend(Connection database, List<ArchivedTable> tables) throws SQLException {
			for (var table : forward(tables)) {
				execute(database, "alter table %s set referential_integrity false".formatted(table.name()));
			}
		}

		@Override
		void check(Connection database, List<ArchivedTable> tables) throws SQLException {
			for (var table : forward(tables)) {
				execute(database, "alter table %s set referential_integrity true check".formatted(table.name()));
			}
		}

	},

	POSTGRESQL {

		@Override
		void begin(Connection database) throws SQLException {
			database.setReadOnly(true);
			database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			database.setAutoCommit(false);
		}

		@Override
		void end(Connection database) throws SQLException {
			super.end(database);
			database.setReadOnly(false);
		}

		@Override
		String nextIdentity(Connection database, ArchivedTable table) throws SQLException {
			var sequence = "select pg_get_serial_sequence('%s', '%s')".formatted(table.name(), table.identity());
			try (var statement = database.createStatement(); var result = statement.executeQuery(sequence)) {
				result.next();
				return "select case when is_called then last_value + 1 else last_value end from " + result.getString(1);
			}
		}

		@Override
		void suspend(Connection database, List<ArchivedTable> tables) throws SQLException {
			for (var table : forward(tables)) {
				for (var key : table.forwardReferences()) {
					execute(database, "alter table %s alter constraint \"%s\" deferrable initially deferred"
						.formatted(table.name(), key));
				}
			}
		}

		@Override
		void check(Connection database, List<ArchivedTable> tables) throws SQLException {
			execute(database, "set constraints all immediate");
			for (var table : forward(tables)) {
				for (var key : table.forwardReferences()) {
					execute(database,
							"alter table %s alter constraint \"%s\" not deferrable".formatted(table.name(), key));
				}
			}
		}

	};

	/** Returns the dialect of a database. */
	static Dialect of(Connection database) throws SQLException {
		return database.getMetaData().getDatabaseProductName().equals("H2") ? H2 : POSTGRESQL;
	}

	/** Begins a transaction that reads from one snapshot. */
	abstract void begin(Connection database) throws SQLException;

	/** Ends the transaction, and resets the settings of the connection. */
	void end(Connection database) throws SQLException {
		database.rollback();
		database.setAutoCommit(true);
		database.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
	}

	/** Returns the query for the next value of an identity column. */
	abstract String nextIdentity(Connection database, ArchivedTable table) throws SQLException;

	/** Suspends the foreign keys to rows that are inserted later. */
	abstract void suspend(Connection database, List<ArchivedTable> tables) throws SQLException;

	/** Checks and restores the suspended foreign keys. */
	abstract void check(Connection database, List<ArchivedTable> tables) throws SQLException;

	/** Returns the next value of the identity column, if the table has one. */
	@Nullable Long readNextIdentity(Connection database, ArchivedTable table) throws SQLException {
		return (table.identity() != null) ? query(database, nextIdentity(database, table)) : null;
	}

	/**
	 * Makes the identity column continue with a value; no statement may use the table.
	 */
	static void restartIdentity(Connection database, ArchivedTable table, long next) throws SQLException {
		execute(database,
				"alter table %s alter column %s restart with %d".formatted(table.name(), table.identity(), next));
	}

	static long query(Connection database, String sql) throws SQLException {
		try (var statement = database.createStatement(); var result = statement.executeQuery(sql)) {
			result.next();
			return result.getLong(1);
		}
	}

	static void execute(Connection database, String sql) throws SQLException {
		try (var statement = database.createStatement()) {
			statement.execute(sql);
		}
	}

	private static List<ArchivedTable> forward(List<ArchivedTable> tables) {
		return tables.stream().filter((table) -> !table.forwardReferences().isEmpty()).toList();
	}

}
