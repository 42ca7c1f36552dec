package questionbank.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Health of the database: up if a row can be written and committed. Writes at most once a
 * second, however often it is asked, and not if the disk space is below its threshold,
 * since H2 closes a database that it cannot write to.
 */
@Component
class DatabaseHealthIndicator implements HealthIndicator {

	private static final Logger logger = LoggerFactory.getLogger(DatabaseHealthIndicator.class);

	private static final Duration INTERVAL = Duration.ofSeconds(1);

	/** After which a check that does not come to an end counts as failed. */
	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final JdbcClient database;

	private final DiskSpaceHealthIndicator disk;

	private final Clock clock;

	private final Lock checking = new ReentrantLock();

	private volatile Check last = new Check(Status.UNKNOWN, Instant.MIN);

	DatabaseHealthIndicator(JdbcClient database, DiskSpaceHealthIndicator disk, Clock clock) {
		this.database = database;
		this.disk = disk;
		this.clock = clock;
	}

	/** Never waits for a check that another thread makes. */
	@Override
	public Health health() {
		if (this.checking.tryLock()) {
			try {
				if (!this.last.isWithin(INTERVAL, this.clock.instant())) {
					this.last = new Check(check(), this.clock.instant());
				}
			}
			finally {
				this.checking.unlock();
			}
		}
		var last = this.last;
		return Health.status(last.isWithin(TIMEOUT, this.clock.instant()) ? last.status : Status.DOWN).build();
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
