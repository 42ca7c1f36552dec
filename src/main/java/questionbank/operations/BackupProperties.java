package questionbank.operations;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of backups.
 *
 * @param enabled whether a backup is made each night
 * @param cron when it is made, as a cron expression with seconds, in UTC
 * @param folder the folder of the backups of this instance
 * @param days the number of days of which the last backup is kept
 * @param weeks the number of weeks of which the last backup is kept
 * @param months the number of months of which the last backup is kept
 */
@ConfigurationProperties("questionbank.backup")
record BackupProperties(@DefaultValue("true") boolean enabled, @DefaultValue("0 30 2 * * *") String cron,
		@DefaultValue("./data/backups") Path folder, @DefaultValue("7") int days, @DefaultValue("4") int weeks,
		@DefaultValue("12") int months) {
}
