package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Measures banks of several sizes, and writes a report. */
final class Benchmark {

	private Benchmark() {
	}

	public static void main(String[] args) throws IOException, SQLException {
		LoggingSystem.get(Benchmark.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
		var settings = Settings.fromSystem();
		Files.createDirectories(settings.folder());
		var report = new Report();
		try (var petclinic = Petclinic.start(settings)) {
			petclinic.describe(report);
			for (int size : settings.sizes()) {
				var bank = new BankFile(settings.folder(), size);
				bank.prepare(settings);
				new Trial(settings, bank, petclinic, report).run();
			}
		}
		var result = settings.folder().resolve("result.md");
		Files.writeString(result, report.text());
		System.out.println(report.text());
		System.out.println("Report written to " + result);
	}

}
