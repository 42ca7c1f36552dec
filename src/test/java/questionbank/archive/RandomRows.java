package questionbank.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import questionbank.archive.TableCatalogue.ColumnArray;

/**
 * Inserts random rows into every table of a database. Types, lengths, references and the
 * values of enumerations are read from its metadata.
 */
public class RandomRows {

	private static final String COLUMNS = """
			select c.table_name, c.column_name, c.data_type, c.character_maximum_length, c.is_nullable, c.is_identity,
				c.dtd_identifier
			from information_schema.columns c
			where lower(c.table_schema) = 'public' order by c.table_name, c.ordinal_position""";

	private static final String CHECKS = """
			select u.table_name, u.column_name, c.check_clause from information_schema.check_constraints c
			join information_schema.constraint_column_usage u on u.constraint_schema = c.constraint_schema
				and u.constraint_name = c.constraint_name
			where lower(c.constraint_schema) = 'public'""";

	private static final Pattern LITERAL = Pattern.compile("'([A-Z_]+)'");

	private static final List<String> CHARACTERS = List.of("a", "Z", "0", " ", "\"", "\\", "\n", "\t", "'", "{", "é",
			"ß", "你", "\u2028", "\uFFFD", "\uE000", "😀", "𝔘", "\u0001");

	private final Connection database;

	private final Random random;

	private final Map<String, List<Column>> columns = new TreeMap<>();

	private final Map<String, List<String>> choices = new HashMap<>();

	private final Map<String, String> references = new HashMap<>();

	public RandomRows(Connection database, Random random) throws SQLException {
		this.database = database;
		this.random = random;
		var elements = TableCatalogue.elementTypes(database);
		try (var statement = database.createStatement()) {
			try (var row = statement.executeQuery(COLUMNS)) {
				while (row.next()) {
					this.columns
						.computeIfAbsent(row.getString("table_name").toLowerCase(Locale.ROOT),
								(absent) -> new ArrayList<>())
						.add(new Column(row.getString("column_name").toLowerCase(Locale.ROOT),
								row.getString("data_type").toLowerCase(Locale.ROOT),
								elements
									.get(new ColumnArray(row.getString("table_name"), row.getString("dtd_identifier"))),
								row.getLong("character_maximum_length"), row.getString("is_nullable").equals("YES"),
								row.getString("is_identity").equals("YES")));
				}
			}
			try (var row = statement.executeQuery(CHECKS)) {
				while (row.next()) {
					var literals = LITERAL.matcher(row.getString("check_clause"))
						.results()
						.map((found) -> found.group(1))
						.toList();
					if (!literals.isEmpty()) {
						this.choices.put((row.getString("table_name") + "." + row.getString("column_name"))
							.toLowerCase(Locale.ROOT), literals);
					}
				}
			}
		}
	}

	/** Inserts up to some rows into each table; constraints exclude a few. */
	public void insert(int rows) throws SQLException {
		for (var table : new TableCatalogue(this.database).tables()) {
			readReferences(table.name());
			for (var i = 0; i < rows && !table.name().equals("bank"); i++) {
				insertRow(table.name(), i);
			}
		}
	}

	private void readReferences(String table) throws SQLException {
		var name = this.database.getMetaData().storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
		try (var keys = this.database.getMetaData()
			.getImportedKeys(this.database.getCatalog(), this.database.getSchema(), name)) {
			while (keys.next()) {
				this.references.put(table + "." + keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT),
						"select %s from %s order by 1".formatted(keys.getString("PKCOLUMN_NAME"),
								keys.getString("PKTABLE_NAME")));
			}
		}
	}

	private void insertRow(String table, int index) throws SQLException {
		var filled = this.columns.getOrDefault(table, List.of()).stream().filter((each) -> !each.identity).toList();
		var sql = "insert into %s (%s) values (?%s)".formatted(table,
				filled.stream().map(Column::name).collect(Collectors.joining(", ")), ", ?".repeat(filled.size() - 1));
		try (var statement = this.database.prepareStatement(sql)) {
			for (var i = 0; i < filled.size(); i++) {
				statement.setObject(i + 1, value(table, filled.get(i), index));
			}
			statement.executeUpdate();
		}
		catch (SQLException ex) {
			if (!ex.getSQLState().startsWith("23")) {
				throw ex;
			}
		}
	}

	private Object value(String table, Column column, int index) throws SQLException {
		var name = table + "." + column.name;
		if (column.nullable && this.random.nextInt(4) == 0) {
			return null;
		}
		if (this.references.containsKey(name)) {
			return reference(this.references.get(name));
		}
		if (this.choices.containsKey(name)) {
			return choice(this.choices.get(name));
		}
		if (column.element != null) {
			return array(column.element.toLowerCase(Locale.ROOT));
		}
		return switch (column.type) {
			case "bigint" -> 1_000 + this.random.nextInt(Integer.MAX_VALUE) * (1L + this.random.nextInt(1_000_000));
			case "integer", "smallint" -> 1 + this.random.nextInt(4);
			case "double precision" -> number();
			case "boolean" -> this.random.nextBoolean();
			case "date" -> LocalDate.ofEpochDay(this.random.nextInt(50_000));
			case "time", "time without time zone" -> LocalTime.ofSecondOfDay(this.random.nextInt(86_400));
			case "timestamp with time zone" -> OffsetDateTime.ofInstant(
					Instant.EPOCH.plus(this.random.nextLong(4_000_000_000_000_000L), ChronoUnit.MICROS),
					ZoneOffset.ofHours(this.random.nextInt(12)));
			case "bytea", "binary varying" -> {
				var bytes = new byte[this.random.nextInt(300)];
				this.random.nextBytes(bytes);
				yield bytes;
			}
			// Every third is as long as it can be, up to 20,000 characters.
			default -> text(
					(int) Math.min(20_000, (index % 3 == 0) ? column.length : this.random.nextLong(column.length + 1)));
		};
	}

	private Object array(String element) {
		var length = this.random.nextInt(4);
		return switch (element) {
			case "integer" -> IntStream.range(0, length).mapToObj((i) -> this.random.nextInt()).toArray(Integer[]::new);
			case "double precision" -> IntStream.range(0, length).mapToObj((i) -> number()).toArray(Double[]::new);
			default -> IntStream.range(0, length).mapToObj((i) -> text(6)).toArray(String[]::new);
		};
	}

	private double number() {
		return switch (this.random.nextInt(4)) {
			case 0 -> Double.MIN_VALUE;
			case 1 -> -1.0 / 3;
			case 2 -> 0;
			default -> this.random.nextGaussian() * 1e10;
		};
	}

	private String text(int length) {
		var text = new StringBuilder();
		while (text.length() < length) {
			text.append(choice(CHARACTERS));
		}
		return (text.length() > length) ? text.substring(0, length - 1) + "x" : text.toString();
	}

	private Object reference(String query) throws SQLException {
		try (var statement = this.database.createStatement(); var result = statement.executeQuery(query)) {
			var values = new ArrayList<Object>();
			while (result.next()) {
				values.add(result.getObject(1));
			}
			return values.isEmpty() ? null : choice(values);
		}
	}

	private <T> T choice(List<T> values) {
		return values.get(this.random.nextInt(values.size()));
	}

	private record Column(String name, String type, String element, long length, boolean nullable, boolean identity) {
	}

}
