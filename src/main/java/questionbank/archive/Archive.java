package questionbank.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Archive of a database: a zip with a manifest and one JSON-lines file for each table. An
 * {@link IOException} states in one line why an archive cannot be used.
 */
public final class Archive implements Closeable {

	/** The version of the format of archives. */
	static final int FORMAT = 1;

	static final String MANIFEST = "manifest.json";

	static final JsonMapper JSON = JsonMapper.builder().build();

	private final ZipFile zip;

	private final Manifest manifest;

	private Archive(ZipFile zip, Manifest manifest) {
		this.zip = zip;
		this.manifest = manifest;
	}

	/**
	 * Writes all tables of a database from one snapshot, row by row.
	 * @param database a connection without a transaction
	 * @param output the stream, which is closed
	 * @param schema the schema version of the database
	 * @param product the version of the program
	 */
	public static Manifest write(Connection database, OutputStream output, String schema, String product, Instant time)
			throws IOException, SQLException {
		return new ArchiveWriter(database).write(output, schema, product, time);
	}

	/** Counts the rows of each table that would be in an archive. */
	public static Map<String, Long> count(Connection database) throws SQLException {
		var counts = new TreeMap<String, Long>();
		for (var table : new TableCatalogue(database).archived()) {
			counts.put(table, Dialect.query(database, "select count(*) from " + table));
		}
		return counts;
	}

	/** Opens an archive and reads its manifest. */
	public static Archive open(Path file) throws IOException {
		var zip = zip(file);
		try {
			var manifest = manifest(zip);
			if (manifest.format() > FORMAT) {
				throw new IOException("It has format %d, which is newer than this program (it was made by version %s)"
					.formatted(manifest.format(), manifest.product()));
			}
			return new Archive(zip, manifest);
		}
		catch (JacksonException ex) {
			zip.close();
			throw new IOException("Its manifest is not readable: " + ex.getOriginalMessage(), ex);
		}
		catch (IOException ex) {
			zip.close();
			throw ex;
		}
	}

	private static ZipFile zip(Path file) throws IOException {
		try {
			return new ZipFile(file.toFile());
		}
		catch (ZipException ex) {
			throw new IOException("It is not a complete zip file (%s)".formatted(ex.getMessage()), ex);
		}
		catch (NoSuchFileException ex) {
			throw new IOException("There is no such file", ex);
		}
	}

	private static Manifest manifest(ZipFile zip) throws IOException {
		var entry = zip.getEntry(MANIFEST);
		if (entry == null) {
			throw new IOException("It has no manifest");
		}
		try (var input = zip.getInputStream(entry)) {
			return JSON.readValue(input, Manifest.class);
		}
	}

	public Manifest manifest() {
		return this.manifest;
	}

	/** Compares the row count and the SHA-256 of each part with the manifest. */
	public void check() throws IOException {
		for (var part : this.manifest.tables()) {
			try (var input = new DigestInputStream(open(part), sha256())) {
				var rows = countLines(input);
				if (rows != part.rows()) {
					throw new IOException("%s has %d rows instead of %d".formatted(part.file(), rows, part.rows()));
				}
				if (!hex(input.getMessageDigest()).equals(part.sha256())) {
					throw new IOException("%s is damaged: its SHA-256 differs".formatted(part.file()));
				}
			}
			catch (ZipException ex) {
				throw new IOException("%s is damaged: %s".formatted(part.file(), ex.getMessage()), ex);
			}
		}
	}

	private static long countLines(InputStream input) throws IOException {
		var lines = 0L;
		var buffer = new byte[1 << 16];
		for (var length = input.read(buffer); length > 0; length = input.read(buffer)) {
			for (var i = 0; i < length; i++) {
				if (buffer[i] == '\n') {
					lines++;
				}
			}
		}
		return lines;
	}

	/**
	 * Replaces all rows of a database by those of this archive, which was
	 * {@linkplain #check checked}. Sessions and idempotency keys are deleted. On
	 * PostgreSQL, nothing is changed until the caller commits.
	 * @param database a connection to a database of the same schema version
	 */
	public void load(Connection database) throws IOException, SQLException {
		new ArchiveLoader(database).load(this);
	}

	InputStream open(Part part) throws IOException {
		var entry = this.zip.getEntry(part.file());
		if (entry == null) {
			throw new IOException("%s is missing".formatted(part.file()));
		}
		return this.zip.getInputStream(entry);
	}

	static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static String hex(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}

	@Override
	public void close() throws IOException {
		this.zip.close();
	}

	/**
	 * Contents of an archive.
	 *
	 * @param format the version of the format
	 * @param schema the schema version of the database
	 * @param product the version of the program that made the archive
	 * @param tables the tables, referenced ones first
	 */
	public record Manifest(int format, String schema, String product, Instant createdAt, List<Part> tables) {

		/** Returns the number of rows in all tables. */
		public long rows() {
			return this.tables.stream().mapToLong(Part::rows).sum();
		}

	}

	/**
	 * Rows of a table.
	 *
	 * @param table the name of the table
	 * @param file the name of the file in the archive
	 * @param rows the number of rows
	 * @param sha256 the SHA-256 of the file, in hexadecimal digits
	 * @param next the next value of the identity column, if there is one
	 */
	public record Part(String table, String file, long rows, String sha256, @Nullable Long next) {

		/** Returns whether another part holds the same rows of the same table. */
		public boolean hasSameRows(Part other) {
			return this.table.equals(other.table) && this.rows == other.rows && this.sha256.equals(other.sha256);
		}
	}

}
