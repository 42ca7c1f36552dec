package questionbank.operations;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;

import javax.sql.DataSource;

import org.apache.lucene.util.IOUtils;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.Driver;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Component;

import questionbank.archive.Archive;
import questionbank.archive.Archive.Manifest;

/** Creates and verifies archives of the database in files. */
@Component
class ArchiveFile {

	private final Flyway flyway;

	private final Clock clock;

	private final String product;

	ArchiveFile(Flyway flyway, Clock clock, ObjectProvider<BuildProperties> build) {
		this.flyway = flyway;
		this.clock = clock;
		this.product = build.stream().map(BuildProperties::getVersion).findAny().orElse("unknown");
	}

	/**
	 * Writes an archive of the database from one snapshot, while the program runs. Only
	 * the operating system user of the program can read the file, which appears under its
	 * name once it is complete and on disk.
	 * @throws FileSystemException if the file exists already
	 */
	Manifest create(Path file, DataSource database) throws IOException, SQLException {
		var target = file.toAbsolutePath();
		if (Files.exists(target)) {
			throw new FileSystemException(file.toString(), null, "it exists already");
		}
		var partial = target.resolveSibling(target.getFileName() + ".part");
		Files.deleteIfExists(partial);
		Files.createFile(partial, ownerOnly(partial));
		try (var connection = database.getConnection()) {
			Manifest manifest;
			try (var output = new BufferedOutputStream(
					Channels.newOutputStream(FileChannel.open(partial, StandardOpenOption.WRITE)))) {
				manifest = Archive.write(connection, output, schemaVersion(database), this.product,
						this.clock.instant());
			}
			IOUtils.fsync(partial, false);
			Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
			IOUtils.fsync(target.getParent(), true);
			return manifest;
		}
		finally {
			Files.deleteIfExists(partial);
		}
	}

	private static FileAttribute<?>[] ownerOnly(Path file) {
		return file.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

	/** Returns the schema version of the database that archives are made of. */
	private String schemaVersion(DataSource database) {
		var current = UnpooledDatabase.flyway(database, this.flyway).info().current();
		if (current == null) {
			throw new StartFailureException("The database holds no tables of this program.",
					"Name its folder: --questionbank.data=FOLDER", null);
		}
		return current.getVersion().getVersion();
	}

	/**
	 * Verifies an archive: compares its parts with the manifest, restores it into a
	 * scratch database, compares an archive of that with it, and migrates the scratch
	 * database to the schema version of this program.
	 */
	Manifest verify(Path file) throws IOException, SQLException {
		try (var archive = Archive.open(file)) {
			var manifest = archive.manifest();
			requireKnown(manifest);
			archive.check();
			try (var scratch = new ScratchDatabase(this.flyway, manifest.schema())) {
				archive.load(scratch.connection());
				requireSame(manifest, scratch.connection());
				scratch.migrate();
			}
			return manifest;
		}
	}

	private void requireSame(Manifest expected, Connection restored) throws IOException, SQLException {
		var actual = Archive.write(restored, OutputStream.nullOutputStream(), expected.schema(), this.product,
				expected.createdAt());
		var differing = expected.tables()
			.stream()
			.filter((part) -> actual.tables().stream().noneMatch(part::hasSameRows))
			.toList();
		if (!differing.isEmpty()) {
			throw new IOException(
					"Restored as a test, %s is not the same as in the archive".formatted(differing.get(0).table()));
		}
	}

	/**
	 * Requires that this program has the schema version of an archive.
	 * @throws StartFailureException if the archive is from a newer program
	 */
	void requireKnown(Manifest manifest) {
		var version = MigrationVersion.fromVersion(manifest.schema());
		// Any empty database tells which migrations there are, whether or not the program
		// runs.
		var empty = new SimpleDriverDataSource(new Driver(), "jdbc:h2:mem:", "sa", "");
		if (Arrays.stream(UnpooledDatabase.flyway(empty, this.flyway).info().all())
			.noneMatch((migration) -> version.equals(migration.getVersion()))) {
			throw new StartFailureException(
					"The archive has schema version %s, which this program does not know.".formatted(version),
					"Use version %s of the program, which made it, or a newer one.".formatted(manifest.product()),
					null);
		}
	}

}
