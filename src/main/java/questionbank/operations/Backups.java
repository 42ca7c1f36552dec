package questionbank.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import javax.sql.DataSource;

import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.TriggerContext;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.scheduling.support.CronExpression;
import org.springframework.stereotype.Component;

import questionbank.archive.Archive.Manifest;
import questionbank.web.UnicodeText;

/**
 * Makes backups: archives in the folder of backups, each verified by restoring it. The
 * nightly one is made by the instance that claims the day in the database first.
 */
@Component
class Backups implements SchedulingConfigurer {

	private static final Logger logger = LoggerFactory.getLogger(Backups.class);

	private static final int PROBLEM_LENGTH = 1_000;

	private final ArchiveFile archives;

	private final BackupFolder folder;

	private final BackupProperties properties;

	private final DataSource pool;

	private final JdbcClient database;

	private final AsyncTaskExecutor executor;

	private final Clock clock;

	private final AtomicBoolean running = new AtomicBoolean();

	private final LongTaskTimer timer;

	Backups(ArchiveFile archives, BackupFolder folder, BackupProperties properties, DataSource pool,
			JdbcClient database, AsyncTaskExecutor applicationTaskExecutor, Clock clock, MeterRegistry meters) {
		this.archives = archives;
		this.folder = folder;
		this.properties = properties;
		this.pool = pool;
		this.database = database;
		this.executor = applicationTaskExecutor;
		this.clock = clock;
		this.timer = LongTaskTimer.builder("questionbank.backup.active").description("Backup").register(meters);
	}

	/** Starts a backup in the background, unless this instance is making one. */
	void start() {
		this.executor.execute(() -> run(null));
	}

	@Override
	public void configureTasks(ScheduledTaskRegistrar tasks) {
		tasks.addTriggerTask(this::runNightly, this::nextNight);
	}

	/**
	 * Computes the next run from the clock alone. Spring's {@code CronTrigger} continues
	 * from the last run: after a run while the clock was a year ahead, the next would be
	 * in a year.
	 */
	@Nullable Instant nextNight(TriggerContext context) {
		if (!this.properties.enabled() || this.properties.cron().equals(ScheduledTaskRegistrar.CRON_DISABLED)) {
			return null;
		}
		var now = ZonedDateTime.ofInstant(context.getClock().instant(), ZoneOffset.UTC);
		var next = CronExpression.parse(this.properties.cron()).next(now);
		return (next != null) ? next.toInstant() : null;
	}

	private void runNightly() {
		run(LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
	}

	/**
	 * Makes a backup, and deletes old ones.
	 * @param night the day of a nightly backup, of which there is one on all instances
	 */
	void run(@Nullable LocalDate night) {
		if (!this.running.compareAndSet(false, true)) {
			return;
		}
		try {
			var name = BackupFolder.name(this.clock.instant());
			// Of a second, one backup is enough, such as after a button was pressed
			// twice.
			if (this.folder.find(name).isEmpty() && claim(name, night)) {
				this.timer.record(() -> finish(name, problem(name)));
			}
		}
		finally {
			this.running.set(false);
		}
	}

	/** Records the start; returns false if another instance makes the nightly backup. */
	private boolean claim(String name, @Nullable LocalDate night) {
		try {
			this.database.sql("insert into backup_run (name, night, started_at, problem) values (?, ?, ?, '')")
				.param(name)
				.param(night)
				.param(this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** Makes and verifies a backup; returns why it failed, or an empty text. */
	private String problem(String name) {
		var file = this.folder.file(name);
		try {
			this.folder.create();
			this.archives.create(file, this.pool);
			var manifest = verify(name);
			this.folder.deleteOld();
			logger.info("Backup {} created and verified ({} rows)", file, manifest.rows());
			return "";
		}
		catch (IOException | SQLException | RuntimeException ex) {
			logger.error("Backup {} failed", file, ex);
			return Objects.requireNonNullElse(ex.getMessage(), ex.toString());
		}
	}

	/** Verifies a backup, and deletes it if it cannot be restored. */
	private Manifest verify(String name) throws IOException, SQLException {
		try {
			return this.archives.verify(this.folder.file(name));
		}
		catch (IOException | SQLException | RuntimeException ex) {
			Files.deleteIfExists(this.folder.file(name));
			throw ex;
		}
	}

	private void finish(String name, String problem) {
		this.database.sql("update backup_run set finished_at = ?, problem = ? where name = ? and finished_at is null")
			.params(this.clock.instant().atOffset(ZoneOffset.UTC), UnicodeText.cut(problem, PROBLEM_LENGTH), name)
			.update();
	}

	/** Returns whether this instance is making a backup. */
	boolean isRunning() {
		return this.running.get();
	}

	/**
	 * Returns the last backup of all instances that has finished. Runs while the clock
	 * was ahead do not count until their time.
	 */
	Optional<Run> last() {
		return this.database.sql("""
				select name, finished_at, problem from backup_run where finished_at <= ?
				order by finished_at desc fetch first row only""")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> new Run(row.getString("name"), row.getTimestamp("finished_at").toInstant(),
					row.getString("problem")))
			.optional();
	}

	/** Returns when the last backup of all instances that succeeded has finished. */
	Optional<Instant> lastSuccess() {
		return this.database.sql("select max(finished_at) from backup_run where problem = '' and finished_at <= ?")
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.query((row, number) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
			.single();
	}

	/**
	 * A backup that has finished.
	 *
	 * @param problem why it failed; empty if it did not
	 */
	record Run(String name, Instant finishedAt, String problem) {

		public boolean isFailed() {
			return !this.problem.isEmpty();
		}

	}

}
