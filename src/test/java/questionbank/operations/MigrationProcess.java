package questionbank.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * Starts the program up to the migrated database, in another process that can be killed,
 * or in this one. Additional migrations between those of the program insert rows.
 */
@ImportAutoConfiguration({ DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class })
@Import({ AtomicMigration.class, MigrationArchive.class, ArchiveFile.class, BackupFolder.class })
class MigrationProcess {

	static final int KILLED = 137;

	private static final List<String> SETTINGS = List.of(
			"--spring.flyway.locations=classpath:db/migration/common,classpath:migration-data",
			"--spring.datasource.driver-class-name=" + HaltingDriver.class.getName(),
			"--logging.level.com.zaxxer.hikari.util.DriverDataSource=error",
			"--logging.level." + MigrationArchive.class.getName() + "=info");

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	public static void main(String[] arguments) {
		run(arguments);
	}

	/** Migrates in this process. */
	static void run(String... settings) {
		var all = Stream.concat(SETTINGS.stream(), Stream.of(settings)).toArray(String[]::new);
		new SpringApplicationBuilder(MigrationProcess.class).web(WebApplicationType.NONE).run(all).close();
	}

	/**
	 * Migrates in a process that is killed after a number of writes.
	 * @return the exit code
	 */
	static int runUntil(int writes, String... settings) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=192m", "-Dhalt.after=" + writes,
				"-cp", System.getProperty("java.class.path"), MigrationProcess.class.getName()));
		command.addAll(List.of(settings));
		return new ProcessBuilder(command).inheritIO().start().waitFor();
	}

}
