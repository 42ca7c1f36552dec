package questionbank.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The folder of the backups, whose names are their times in UTC, and of the archives from
 * before migrations, which the rotation does not delete.
 */
@Component
@EnableConfigurationProperties(BackupProperties.class)
class BackupFolder {

	private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");

	private static final Pattern FILE = Pattern.compile("question-bank-([0-9-]{17})\\.zip");

	private static final Pattern BEFORE_MIGRATION = Pattern.compile("(before-V[0-9.]+-from-V[0-9.]+-[0-9-]{17}\\.zip)");

	private final BackupProperties properties;

	BackupFolder(BackupProperties properties) {
		this.properties = properties;
	}

	static String name(Instant time) {
		return NAME.format(time.atOffset(ZoneOffset.UTC));
	}

	/** Creates the folder if it is missing, which only its owner can read. */
	void create() throws IOException {
		if (!Files.exists(this.properties.folder())) {
			Files.createDirectories(this.properties.folder());
			if (this.properties.folder().getFileSystem().supportedFileAttributeViews().contains("posix")) {
				Files.setPosixFilePermissions(this.properties.folder(), PosixFilePermissions.fromString("rwx------"));
			}
		}
	}

	/** Returns the file of a backup, whether or not it exists. */
	Path file(String name) {
		return this.properties.folder().resolve("question-bank-" + name + ".zip");
	}

	Optional<Path> find(String name) {
		return Optional.of(file(name)).filter(Files::isRegularFile);
	}

	/** Lists the names of the backups, latest first. */
	List<String> names() throws IOException {
		return names(FILE);
	}

	/** Lists the names in those of the files that match a pattern, in reverse order. */
	private List<String> names(Pattern pattern) throws IOException {
		if (!Files.isDirectory(this.properties.folder())) {
			return List.of();
		}
		try (var files = Files.list(this.properties.folder())) {
			return files.map((file) -> pattern.matcher(file.getFileName().toString()))
				.filter((file) -> file.matches())
				.map((file) -> file.group(1))
				.sorted(Comparator.reverseOrder())
				.toList();
		}
	}

	/**
	 * Returns the file of an archive from before a migration, which {@link #deleteOld}
	 * does not delete.
	 * @param from the schema version before the migration
	 * @param to the schema version after it
	 */
	Path fileBeforeMigration(String from, String to, Instant time) {
		return this.properties.folder().resolve(beforeMigration(from, to) + name(time) + ".zip");
	}

	private static String beforeMigration(String from, String to) {
		return "before-V" + to + "-from-V" + from + "-";
	}

	/** Lists the names of the archives from before migrations, with their extension. */
	List<String> namesBeforeMigrations() throws IOException {
		return names(BEFORE_MIGRATION);
	}

	/** Deletes what processes that were killed left of archives before a migration. */
	void deletePartsBeforeMigration(String from, String to) throws IOException {
		delete(beforeMigration(from, to) + "*.part", null);
	}

	/** Deletes the archives from before a migration, except one. */
	void deleteBeforeMigration(String from, String to, Path kept) throws IOException {
		delete(beforeMigration(from, to) + "*.zip", kept);
	}

	private void delete(String glob, @Nullable Path kept) throws IOException {
		try (var files = Files.newDirectoryStream(this.properties.folder(), glob)) {
			for (var file : files) {
				if (!file.equals(kept)) {
					Files.delete(file);
				}
			}
		}
	}

	/** Deletes the backups that are not kept. */
	void deleteOld() throws IOException {
		var names = names();
		var kept = kept(names, this.properties);
		for (var name : names) {
			if (!kept.contains(name)) {
				Files.deleteIfExists(file(name));
			}
		}
	}

	/**
	 * Selects the backups to keep: the last of each of the latest days, weeks and months
	 * that have one. Gaps do not count.
	 */
	static Set<String> kept(List<String> latestFirst, BackupProperties limits) {
		var kept = new HashSet<String>();
		keep(latestFirst, limits.days(), LocalDateTime::toLocalDate, kept);
		keep(latestFirst, limits.weeks(),
				(time) -> time.get(IsoFields.WEEK_BASED_YEAR) * 100 + time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
				kept);
		keep(latestFirst, limits.months(), (time) -> time.getYear() * 100 + time.getMonthValue(), kept);
		return kept;
	}

	private static void keep(List<String> latestFirst, int limit, Function<LocalDateTime, Object> period,
			Set<String> kept) {
		var periods = new HashSet<Object>();
		for (var name : latestFirst) {
			if (periods.size() < limit && periods.add(period.apply(LocalDateTime.parse(name, NAME)))) {
				kept.add(name);
			}
		}
	}

	@Override
	public String toString() {
		return this.properties.folder().toString();
	}

}
