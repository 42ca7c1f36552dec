package questionbank.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.flywaydb.core.Flyway;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills the model of the page about the installation. */
@Component
class OperationsModel {

	private static final double MEGABYTE = 1024.0 * 1024;

	private static final String OWN_METERS = "questionbank.";

	private final Backups backups;

	private final BackupFolder folder;

	private final DataSource database;

	private final UnpooledDatabase settings;

	private final Flyway flyway;

	private final Path index;

	private final String product;

	private final RepeatedFailures failures;

	private final MeterRegistry meters;

	private final Clock clock;

	OperationsModel(Backups backups, BackupFolder folder, RepeatedFailures failures, DataSource database,
			JdbcConnectionDetails settings, Flyway flyway, MeterRegistry meters, Clock clock,
			@Value("${questionbank.index.folder}") Path index, ObjectProvider<BuildProperties> build) {
		this.backups = backups;
		this.folder = folder;
		this.failures = failures;
		this.database = database;
		this.settings = new UnpooledDatabase(settings);
		this.flyway = flyway;
		this.meters = meters;
		this.clock = clock;
		this.index = index;
		this.product = build.stream().map(BuildProperties::getVersion).findAny().orElse("unknown");
	}

	String show(Model model) throws IOException {
		model.addAttribute("facts", facts());
		model.addAttribute("running", this.backups.isRunning());
		model.addAttribute("last", this.backups.last().orElse(null));
		var files = new ArrayList<BackupView>();
		for (var name : this.folder.names()) {
			files.add(new BackupView(name, formatted(size(this.folder.file(name)))));
		}
		model.addAttribute("backups", files);
		model.addAttribute("beforeMigrations", this.folder.namesBeforeMigrations());
		model.addAttribute("work", work());
		model.addAttribute("failures", this.failures.last());
		return "operations/show";
	}

	/**
	 * Returns the long work of this instance in progress, which each room times as an
	 * active task.
	 */
	private List<WorkView> work() {
		return this.meters.getMeters()
			.stream()
			.filter((meter) -> meter.getId().getName().startsWith(OWN_METERS))
			.filter(LongTaskTimer.class::isInstance)
			.map(LongTaskTimer.class::cast)
			.filter((timer) -> timer.activeTasks() > 0)
			.map((timer) -> new WorkView(String.valueOf(timer.getId().getDescription()),
					this.clock.instant().minusMillis((long) timer.max(TimeUnit.MILLISECONDS))))
			.sorted(Comparator.comparing(WorkView::startedAt))
			.toList();
	}

	private Map<String, String> facts() throws IOException {
		var facts = new LinkedHashMap<String, String>();
		facts.put("Version", this.product);
		facts.put("Java", Runtime.version().toString());
		facts.put("Database", product());
		var current = this.flyway.info().current();
		facts.put("Schema version", (current != null) ? String.valueOf(current.getVersion()) : "none");
		var file = this.settings.file();
		if (file.isPresent()) {
			facts.put("Database file", file.get() + ", " + formatted(size(Path.of(file.get().toString()))));
		}
		facts.put("Search index", this.index + ", " + formatted(size(this.index)));
		if (Files.exists(this.index)) {
			facts.put("Free disk space", formatted(Files.getFileStore(this.index).getUsableSpace()));
		}
		return facts;
	}

	private String product() {
		try {
			return JdbcUtils.extractDatabaseMetaData(this.database, DatabaseMetaData::getDatabaseProductName) + " "
					+ JdbcUtils.extractDatabaseMetaData(this.database, DatabaseMetaData::getDatabaseProductVersion);
		}
		catch (MetaDataAccessException ex) {
			return "not available";
		}
	}

	/**
	 * Returns the size of a file or folder, whose files may be deleted while it is read.
	 */
	private static long size(Path path) throws IOException {
		if (!Files.exists(path)) {
			return 0;
		}
		try (var files = Files.walk(path)) {
			var size = 0L;
			for (var file : files.filter(Files::isRegularFile).toList()) {
				size += sizeOfFile(file);
			}
			return size;
		}
	}

	private static long sizeOfFile(Path file) throws IOException {
		try {
			return Files.size(file);
		}
		catch (NoSuchFileException ex) {
			return 0;
		}
	}

	/** Formats a size in kilobytes, megabytes or gigabytes. */
	static String formatted(long bytes) {
		if (bytes < MEGABYTE) {
			return String.format(Locale.ENGLISH, "%,.0f KB", bytes / 1024.0);
		}
		return (bytes < 1024 * MEGABYTE) ? String.format(Locale.ENGLISH, "%,.1f MB", bytes / MEGABYTE)
				: String.format(Locale.ENGLISH, "%,.1f GB", bytes / (1024 * MEGABYTE));
	}

	/** Work in progress. */
	record WorkView(String name, Instant startedAt) {
	}

	/** A backup in the folder, with its size. */
	record BackupView(String name, String size) {
	}

}
