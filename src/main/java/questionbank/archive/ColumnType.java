package questionbank.archive;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Converts the values of a column between JDBC and JSON, the same on H2 and PostgreSQL.
 * Timestamps are in UTC with microseconds, binary values in Base64.
 */
enum ColumnType {

	TEXT("character varying", "character", "text", "character large object", "uuid") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			return row.getString(index);
		}

		@Override
		Object read(JsonParser json) {
			return json.getString();
		}

	},

	INTEGER("bigint", "integer", "smallint") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			var value = row.getLong(index);
			return row.wasNull() ? null : value;
		}

		@Override
		Object read(JsonParser json) {
			return json.getLongValue();
		}

	},

	NUMBER("double precision") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			var value = row.getDouble(index);
			return row.wasNull() ? null : value;
		}

		@Override
		Object read(JsonParser json) {
			// JSON has no infinity and no NaN; they are strings.
			return (json.currentToken() == JsonToken.VALUE_STRING) ? Double.valueOf(json.getString())
					: (Object) json.getDoubleValue();
		}

	},

	BOOLEAN("boolean") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			var value = row.getBoolean(index);
			return row.wasNull() ? null : value;
		}

		@Override
		Object read(JsonParser json) {
			return json.getBooleanValue();
		}

	},

	BINARY("bytea", "binary varying", "binary", "binary large object") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			return row.getBytes(index);
		}

		@Override
		Object read(JsonParser json) {
			return json.getBinaryValue();
		}

	},

	TIMESTAMP("timestamp with time zone") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			var value = row.getObject(index, OffsetDateTime.class);
			return (value != null) ? value.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
		}

		@Override
		Object read(JsonParser json) {
			return OffsetDateTime.parse(json.getString()).withOffsetSameInstant(ZoneOffset.UTC);
		}

	},

	DATE("date") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			return row.getObject(index, LocalDate.class);
		}

		@Override
		Object read(JsonParser json) {
			return LocalDate.parse(json.getString());
		}

	},

	TIME("time", "time without time zone") {

		@Override
		@Nullable Object fetch(ResultSet row, int index) throws SQLException {
			return row.getObject(index, LocalTime.class);
		}

		@Override
		Object read(JsonParser json) {
			return LocalTime.parse(json.getString());
		}

	},

	TEXT_ARRAY() {

		@Override
		Object read(JsonParser json) {
			return readArray(json, TEXT, String[].class);
		}

	},

	INTEGER_ARRAY() {

		@Override
		Object read(JsonParser json) {
			return readArray(json, INTEGER, Long[].class);
		}

	},

	NUMBER_ARRAY() {

		@Override
		Object read(JsonParser json) {
			return readArray(json, NUMBER, Double[].class);
		}

	};

	private static final Map<ColumnType, ColumnType> ARRAYS = Map.of(TEXT, TEXT_ARRAY, INTEGER, INTEGER_ARRAY, NUMBER,
			NUMBER_ARRAY);

	private final String[] names;

	ColumnType(String... names) {
		this.names = names;
	}

	/**
	 * Returns the type of a column.
	 * @param name the name of its type in the information schema
	 * @param element the name of the type of its elements, if it is an array
	 * @throws IllegalArgumentException if archives cannot hold values of the type
	 */
	static ColumnType of(String name, @Nullable String element) {
		if (element != null) {
			return Objects.requireNonNull(ARRAYS.get(of(element, null)), element);
		}
		return Arrays.stream(values())
			.filter((type) -> Arrays.asList(type.names).contains(name.toLowerCase(Locale.ROOT)))
			.findAny()
			.orElseThrow(() -> new IllegalArgumentException("Archives cannot hold values of the type " + name));
	}

	/** Returns the value of a column in the current row. */
	@Nullable Object fetch(ResultSet row, int index) throws SQLException {
		var array = row.getArray(index);
		return (array != null) ? elements(array) : null;
	}

	private static Object elements(Array array) throws SQLException {
		try {
			return array.getArray();
		}
		finally {
			array.free();
		}
	}

	/** Reads a value other than null for a parameter of a statement. */
	abstract Object read(JsonParser json);

	/** Writes a value other than null. */
	static void write(JsonGenerator json, Object value) {
		if (value instanceof Object[] elements) {
			json.writeStartArray();
			for (var element : elements) {
				write(json, element);
			}
			json.writeEndArray();
		}
		else if (value instanceof Double number) {
			json.writeNumber(number);
		}
		else if (value instanceof Number number) {
			json.writeNumber(number.longValue());
		}
		else if (value instanceof Boolean truth) {
			json.writeBoolean(truth);
		}
		else if (value instanceof byte[] bytes) {
			json.writeBinary(bytes);
		}
		else {
			json.writeString(value.toString());
		}
	}

	private static <T> T[] readArray(JsonParser json, ColumnType type, Class<T[]> array) {
		var elements = new ArrayList<Object>();
		while (json.nextToken() != JsonToken.END_ARRAY) {
			elements.add(type.read(json));
		}
		return Arrays.copyOf(elements.toArray(), elements.size(), array);
	}

}
