package questionbank.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import questionbank.archive.ArchivedTable.Column;

/**
 * The tables of a database, read from its metadata. A table is in archives unless it is
 * listed here as left out.
 */
final class TableCatalogue {

	/** Tables that are left out, and keep their rows when an archive is loaded. */
	private static final Map<String, String> KEPT = Map.of( //
			"flyway_schema_history", "Flyway writes it while it migrates the database", //
			"health_check", "it holds nothing but the time of the last health check");

	/** Tables that are left out, and are emptied when an archive is loaded. */
	private static final Map<String, String> CLEARED = Map.of( //
			"spring_session", "sessions are credentials, and end with the database that has them", //
			"spring_session_attributes", "the same", //
			"form_submission", "idempotency keys are valid for the pages of one process", //
			"backup_run", "a restored database has not made these backups");

	/**
	 * Columns that are left out, and get a random number when an archive is loaded: a
	 * restored database is another one for search indexes, and must not give its next
	 * state a name that another state has had.
	 */
	private static final Map<String, List<String>> RENEWED = Map.of("bank", List.of("database_id", "published_state"));

	/** Standard SQL, for H2 and PostgreSQL. */
	private static final String COLUMNS = """
			select c.table_name, c.column_name, c.data_type, c.dtd_identifier, c.is_identity
			from information_schema.columns c
			join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
				and t.table_type = 'BASE TABLE'
			where c.table_schema = ?
			order by c.table_name, c.ordinal_position""";

	/** Not joined to the columns: PostgreSQL would plan that badly, and take a second. */
	private static final String ELEMENTS = """
			select object_name, collection_type_identifier, data_type from information_schema.element_types
			where object_schema = ? and object_type = 'TABLE'""";

	private final Connection database;

	private final String schema;

	/** The names of all tables by their names in lower case. */
	private final Map<String, String> names = new TreeMap<>();

	private final Map<String, List<Column>> columns = new TreeMap<>();

	private final Map<String, String> identities = new TreeMap<>();

	private final Map<String, List<String>> renewed = new TreeMap<>();

	TableCatalogue(Connection database) throws SQLException {
		this.database = database;
		this.schema = database.getSchema();
		var elements = elementTypes(database);
		try (var statement = database.prepareStatement(COLUMNS)) {
			statement.setString(1, this.schema);
			try (var result = statement.executeQuery()) {
				while (result.next()) {
					var name = result.getString("table_name");
					this.names.put(lower(name), name);
					if (!isLeftOut(lower(name))) {
						addColumn(lower(name), lower(result.getString("column_name")), result.getString("data_type"),
								elements.get(new ColumnArray(name, result.getString("dtd_identifier"))),
								result.getString("is_identity").equals("YES"));
					}
				}
			}
		}
	}

	/** Returns the types of the elements of all columns that are arrays. */
	static Map<ColumnArray, String> elementTypes(Connection database) throws SQLException {
		var types = new HashMap<ColumnArray, String>();
		try (var statement = database.prepareStatement(ELEMENTS)) {
			statement.setString(1, database.getSchema());
			try (var result = statement.executeQuery()) {
				while (result.next()) {
					types.put(new ColumnArray(result.getString(1), result.getString(2)), result.getString(3));
				}
			}
		}
		return types;
	}

	private void addColumn(String table, String column, String type, @Nullable String element, boolean identity) {
		if (RENEWED.getOrDefault(table, List.of()).contains(column)) {
			this.renewed.computeIfAbsent(table, (absent) -> new ArrayList<>()).add(column);
			return;
		}
		this.columns.computeIfAbsent(table, (absent) -> new ArrayList<>())
			.add(new Column(column, ColumnType.of(type, element)));
		if (identity) {
			this.identities.put(table, column);
		}
	}

	/** Returns whether archives do not hold the rows of a table. */
	static boolean isLeftOut(String table) {
		return KEPT.containsKey(table) || CLEARED.containsKey(table);
	}

	/** Returns the names of all tables, in lower case. */
	Set<String> names() {
		return this.names.keySet();
	}

	/** Returns the names of the tables in archives, in lower case. */
	Set<String> archived() {
		return this.columns.keySet();
	}

	/**
	 * Returns the tables that are emptied when an archive is loaded, but are not in it.
	 */
	List<String> cleared() {
		return this.names.keySet().stream().filter(CLEARED::containsKey).toList();
	}

	/**
	 * Returns the columns of a table that get a random number when an archive is loaded.
	 */
	List<String> renewed(String table) {
		return this.renewed.getOrDefault(table, List.of());
	}

	/**
	 * Returns the tables in the order of their foreign keys, referenced tables first. Of
	 * those that refer to each other, the alphabetically first comes first.
	 */
	List<ArchivedTable> tables() throws SQLException {
		var references = new TreeMap<String, Map<String, String>>();
		for (var table : this.columns.keySet()) {
			references.put(table, references(table));
		}
		var ordered = new LinkedHashSet<String>();
		var left = new TreeSet<>(this.columns.keySet());
		while (!left.isEmpty()) {
			var next = left.stream()
				.filter((table) -> references.getOrDefault(table, Map.of())
					.values()
					.stream()
					.allMatch((parent) -> parent.equals(table) || !left.contains(parent)))
				.findFirst()
				.orElse(left.first());
			left.remove(next);
			ordered.add(next);
		}
		var tables = new ArrayList<ArchivedTable>();
		var before = new TreeSet<String>();
		for (var table : ordered) {
			var forward = references.getOrDefault(table, Map.of())
				.entrySet()
				.stream()
				.filter((key) -> !before.contains(key.getValue()))
				.map(Map.Entry::getKey)
				.toList();
			tables.add(new ArchivedTable(table, this.columns.getOrDefault(table, List.of()), primaryKey(table),
					this.identities.get(table), forward));
			before.add(table);
		}
		return tables;
	}

	/** Returns the referenced tables by the names of the foreign keys. */
	private Map<String, String> references(String table) throws SQLException {
		var references = new TreeMap<String, String>();
		try (var keys = this.database.getMetaData()
			.getImportedKeys(this.database.getCatalog(), this.schema, this.names.get(table))) {
			while (keys.next()) {
				references.put(keys.getString("FK_NAME"), lower(keys.getString("PKTABLE_NAME")));
			}
		}
		return references;
	}

	private List<Column> primaryKey(String table) throws SQLException {
		var positions = new TreeMap<Integer, String>();
		try (var keys = this.database.getMetaData()
			.getPrimaryKeys(this.database.getCatalog(), this.schema, this.names.get(table))) {
			while (keys.next()) {
				positions.put(keys.getInt("KEY_SEQ"), lower(keys.getString("COLUMN_NAME")));
			}
		}
		var byName = new LinkedHashMap<String, Column>();
		this.columns.getOrDefault(table, List.of()).forEach((column) -> byName.put(column.name(), column));
		return positions.values().stream().map(byName::get).toList();
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/**
	 * Array type of a column.
	 *
	 * @param table the name of the table
	 * @param type the identifier of the type in the information schema
	 */
	record ColumnArray(String table, String type) {
	}

}
