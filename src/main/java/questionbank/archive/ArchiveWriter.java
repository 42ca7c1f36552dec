package questionbank.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

import questionbank.archive.Archive.Manifest;
import questionbank.archive.Archive.Part;

/** Writes the tables of a database to an archive, row by row, from one snapshot. */
class ArchiveWriter {

	/** The number of rows that PostgreSQL sends at once. */
	private static final int FETCH_SIZE = 200;

	private static final JsonFactory JSON = JsonFactory.builder()
		.rootValueSeparator("\n")
		.disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
		.build();

	private final Connection database;

	private final Dialect dialect;

	ArchiveWriter(Connection database) throws SQLException {
		this.database = database;
		this.dialect = Dialect.of(database);
	}

	Manifest write(OutputStream output, String schema, String product, Instant time) throws IOException, SQLException {
		this.dialect.begin(this.database);
		try (var zip = new ZipOutputStream(output)) {
			var parts = new ArrayList<Part>();
			for (var table : new TableCatalogue(this.database).tables()) {
				parts.add(write(table, zip));
			}
			var manifest = new Manifest(Archive.FORMAT, schema, product, time, parts);
			zip.putNextEntry(new ZipEntry(Archive.MANIFEST));
			zip.write(Archive.JSON.writeValueAsBytes(manifest));
			zip.closeEntry();
			return manifest;
		}
		catch (JacksonException ex) {
			throw new IOException(ex.getOriginalMessage(), ex);
		}
		finally {
			this.dialect.end(this.database);
		}
	}

	private Part write(ArchivedTable table, ZipOutputStream zip) throws IOException, SQLException {
		var file = "tables/" + table.name() + ".jsonl";
		zip.putNextEntry(new ZipEntry(file));
		var output = new DigestOutputStream(zip, Archive.sha256());
		var rows = writeRows(table, output);
		zip.closeEntry();
		return new Part(table.name(), file, rows, Archive.hex(output.getMessageDigest()),
				this.dialect.readNextIdentity(this.database, table));
	}

	private long writeRows(ArchivedTable table, OutputStream output) throws IOException, SQLException {
		var rows = 0L;
		try (var statement = this.database.createStatement(); var json = JSON.createGenerator(output)) {
			statement.setFetchSize(FETCH_SIZE);
			try (var row = statement.executeQuery(table.query(this.dialect == Dialect.H2))) {
				for (; row.next(); rows++) {
					json.writeStartObject();
					var index = 0;
					for (var column : table.columns()) {
						index++;
						var value = column.type().fetch(row, index);
						if (value != null) {
							json.writeName(column.name());
							ColumnType.write(json, value);
						}
					}
					json.writeEndObject();
				}
			}
		}
		if (rows > 0) {
			output.write('\n');
		}
		return rows;
	}

}
