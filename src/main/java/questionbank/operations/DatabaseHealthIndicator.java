package questionbank.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Health of the database: up if a row can be written and committed. Writes at most once a
 * second, and not if the disk space is below its threshold, since H2 closes a database
 * that it cannot write to.
 */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseHealthIndicator.class);

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	/** The timeout of a check, after which the database counts as down. */
	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final JdbcClient database;

	private final DiskSpaceHealthIndicator disk;

	private final AsyncTaskExecutor executor;

	private final Clock clock;

	private final AtomicBoolean checking = new AtomicBoolean();

	private volatile Check last = new Check(Status.UNKNOWN, Instant.MIN);

	DatabaseHealthIndicator(JdbcClient database, DiskSpaceHealthIndicator disk,
			AsyncTaskExecutor applicationTaskExecutor, Clock clock) {
		this.database = database;
		this.disk = disk;
		this.executor = applicationTaskExecutor;
		this.clock = clock;
	}

	/**
	 * Returns the result of the last check, and starts another if it is older than a
	 * second. Waits at most five seconds for a check that it starts, and not at all for
	 * one that another thread has started: a pool without connections blocks for longer.
	 */
	@Override
	public Health health() {
		if (!this.last.isWithin(INTERVAL, this.clock.instant()) && this.checking.compareAndSet(false, true)) {
			CompletableFuture.runAsync(this::update, this.executor)
				.completeOnTimeout(null, TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)
				.join();
		}
		var last = this.last;
		return Health.status(last.isWithin(TIMEOUT, this.clock.instant()) ? last.status : Status.DOWN).build();
	}

	private void update() {
		try {
			this.last = new Check(check(), this.clock.instant());
		}
		finally {
			this.checking.set(false);
		}
	}

	private Status check() {
		if (this.disk.health().getStatus().equals(Status.DOWN)) {
			return Status.DOWN;
		}
		try {
			this.database.sql("update health_check set checked_at = current_timestamp where id = 1").update();
			return Status.UP;
		}
		catch (DataAccessException ex) {
			logger.warn("Health check of the database failed", ex);
			return Status.DOWN;
		}
	}

	private record Check(Status status, Instant at) {

		boolean isWithin(Duration age, Instant now) {
			return this.at.isAfter(now.minus(age)) && !this.at.isAfter(now);
		}

	}

}
