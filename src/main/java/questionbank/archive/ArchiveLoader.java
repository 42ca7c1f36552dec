package questionbank.archive;

import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

import questionbank.archive.Archive.Part;

/** Replaces the rows of a database by those of an archive of the same schema version. */
class ArchiveLoader {

	/** The number of rows that are inserted at once. */
	private static final int BATCH_SIZE = 200;

	private static final JsonFactory JSON = new JsonFactory();

	private final Connection database;

	private final Dialect dialect;

	private final TableCatalogue catalogue;

	private final List<ArchivedTable> tables;

	private final SecureRandom random = new SecureRandom();

	ArchiveLoader(Connection database) throws SQLException {
		this.database = database;
		this.dialect = Dialect.of(database);
		this.catalogue = new TableCatalogue(database);
		this.tables = this.catalogue.tables();
	}

	void load(Archive archive) throws IOException, SQLException {
		var parts = new HashMap<String, Part>();
		archive.manifest().tables().forEach((part) -> parts.put(part.table(), part));
		this.dialect.suspend(this.database, this.tables);
		clear();
		for (var table : this.tables) {
			var part = parts.remove(table.name());
			if (part != null) {
				try (var input = archive.open(part)) {
					insert(table, input);
				}
				catch (JacksonException ex) {
					throw new IOException("%s is not readable: %s".formatted(part.file(), ex.getOriginalMessage()), ex);
				}
			}
		}
		if (!parts.keySet().stream().allMatch(TableCatalogue::isLeftOut)) {
			throw new IOException("It has tables that schema version %s lacks: %s"
				.formatted(archive.manifest().schema(), parts.keySet()));
		}
		this.dialect.check(this.database, this.tables);
		for (var part : archive.manifest().tables()) {
			continueIdentity(part);
		}
	}

	private void clear() throws SQLException {
		var names = new ArrayList<>(this.tables.stream().map(ArchivedTable::name).toList());
		names.addAll(this.catalogue.cleared());
		Collections.reverse(names);
		// Sessions first: attributes are deleted with them.
		for (var name : names) {
			Dialect.execute(this.database, "delete from " + name);
		}
	}

	private void insert(ArchivedTable table, InputStream input) throws SQLException {
		var positions = new HashMap<String, Integer>();
		table.columns().forEach((column) -> positions.put(column.name(), positions.size()));
		var renewed = this.catalogue.renewed(table.name());
		try (var json = JSON.createParser(ObjectReadContext.empty(), input);
				var statement = this.database.prepareStatement(table.insert(renewed))) {
			var rows = 0L;
			while (json.nextToken() == JsonToken.START_OBJECT) {
				bind(table, positions, json, statement);
				for (var i = 1; i <= renewed.size(); i++) {
					statement.setLong(table.columns().size() + i, this.random.nextLong());
				}
				statement.addBatch();
				if (++rows % BATCH_SIZE == 0) {
					statement.executeBatch();
				}
			}
			statement.executeBatch();
		}
	}

	private static void bind(ArchivedTable table, Map<String, Integer> positions, JsonParser json,
			PreparedStatement statement) throws SQLException {
		var values = new Object[table.columns().size()];
		while (json.nextToken() != JsonToken.END_OBJECT) {
			var position = positions.get(json.currentName());
			if (position == null) {
				throw new SQLException("The table %s has no column %s".formatted(table.name(), json.currentName()));
			}
			json.nextToken();
			values[position] = table.columns().get(position).type().read(json);
		}
		for (var i = 0; i < values.length; i++) {
			statement.setObject(i + 1, values[i]);
		}
	}

	private void continueIdentity(Part part) throws SQLException {
		for (var table : this.tables) {
			if (table.name().equals(part.table()) && table.identity() != null && part.next() != null) {
				var highest = Dialect.query(this.database,
						"select coalesce(max(%s), 0) from %s".formatted(table.identity(), table.name()));
				Dialect.restartIdentity(this.database, table, Math.max(part.next(), highest + 1));
			}
		}
	}

}
