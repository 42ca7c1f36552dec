package questionbank.archive;

import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Table whose rows are in archives.
 *
 * @param name the name, in lower case
 * @param columns the columns, in the order of their definition
 * @param primaryKey the columns of the primary key
 * @param identity the identity column, if there is one
 * @param forwardReferences the names of the foreign keys to this table itself, and to
 * tables that come after it
 */
record ArchivedTable(String name, List<Column> columns, List<Column> primaryKey, @Nullable String identity,
		List<String> forwardReferences) {

	/**
	 * Returns the query for all rows in a deterministic order, the same on both
	 * databases.
	 */
	String query(boolean h2) {
		var order = this.primaryKey.isEmpty() ? this.columns : this.primaryKey;
		return "select " + names(this.columns) + " from " + this.name + " order by "
				+ order.stream().map((column) -> column.collated(h2)).collect(Collectors.joining(", "));
	}

	/**
	 * Returns the statement that inserts a row.
	 * @param renewed names of further columns
	 */
	String insert(List<String> renewed) {
		var names = String.join(", ", renewed);
		return "insert into " + this.name + " (" + names(this.columns) + (renewed.isEmpty() ? "" : ", " + names)
				+ ") values (?" + ", ?".repeat(this.columns.size() + renewed.size() - 1) + ")";
	}

	private static String names(List<Column> columns) {
		return columns.stream().map(Column::name).collect(Collectors.joining(", "));
	}

	/** A column and its type. */
	record Column(String name, ColumnType type) {

		/** Sorts text by code points, whatever the collation of the database. */
		private String collated(boolean h2) {
			if (this.type != ColumnType.TEXT) {
				return this.name;
			}
			return h2 ? "cast(" + this.name + " as binary varying)" : this.name + " collate \"C\"";
		}

	}

}
