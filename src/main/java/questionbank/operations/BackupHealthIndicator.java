package questionbank.operations;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of backups: down if the last one failed. Readiness does not include it. */
@Component
class BackupHealthIndicator implements HealthIndicator {

	private final Backups backups;

	BackupHealthIndicator(Backups backups) {
		this.backups = backups;
	}

	@Override
	public Health health() {
		return this.backups.last().filter(Backups.Run::isFailed).isPresent() ? Health.down().build()
				: Health.up().build();
	}

}
