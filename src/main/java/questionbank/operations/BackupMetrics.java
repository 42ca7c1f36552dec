package questionbank.operations;

import java.time.Clock;
import java.time.Duration;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/**
 * Metrics of backups of all instances: whether the last one succeeded, 1 or 0, and the
 * seconds since the last that did. Both are {@code NaN} before the first.
 */
@Component
class BackupMetrics implements MeterBinder {

	private final Backups backups;

	private final Clock clock;

	BackupMetrics(Backups backups, Clock clock) {
		this.backups = backups;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		Gauge.builder("questionbank.backup.success", this, BackupMetrics::success)
			.description("Whether the last backup succeeded")
			.register(registry);
		Gauge.builder("questionbank.backup.age", this, BackupMetrics::age)
			.description("Time since the last backup that succeeded")
			.baseUnit("seconds")
			.register(registry);
	}

	private double success() {
		return this.backups.last().map((run) -> run.isFailed() ? 0.0 : 1.0).orElse(Double.NaN);
	}

	private double age() {
		return this.backups.lastSuccess()
			.map((time) -> (double) Duration.between(time, this.clock.instant()).toSeconds())
			.orElse(Double.NaN);
	}

}
