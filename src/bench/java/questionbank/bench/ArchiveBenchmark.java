package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.springframework.util.FileSystemUtils;

/**
 * Measures the commands that create, verify and restore an archive of many questions and
 * reviews: time, processor time and memory of each process.
 */
final class ArchiveBenchmark {

	private static final int QUESTIONS = Integer.getInteger("bench.questions", 100_000);

	private static final int LEARNERS = Integer.getInteger("bench.learners", 1_000);

	private static final String HEAP = System.getProperty("bench.heap", "256m");

	/** How often the memory and processor time of a process are read. */
	private static final long POLL_MILLIS = 20;

	private ArchiveBenchmark() {
	}

	public static void main(String[] args) throws IOException, SQLException, InterruptedException {
		var settings = Settings.fromSystem();
		var folder = settings.folder().resolve("archive");
		Files.createDirectories(folder);
		var bank = new BankFile(folder, QUESTIONS);
		bank.prepare(settings);
		try (var database = bank.open()) {
			new PracticeRows(LEARNERS).fill(database);
		}
		var archive = folder.resolve("bank.zip");
		var again = folder.resolve("again.zip");
		var restored = folder.resolve("restored");
		Files.deleteIfExists(archive);
		Files.deleteIfExists(again);
		FileSystemUtils.deleteRecursively(restored);
		System.out.printf(Locale.ROOT, "-Xmx%s; %,d questions, %,d reviews; H2 file of %.0f MB%n%n", HEAP, bank.size(),
				LEARNERS * PracticeRows.REVIEWS, size(bank.data()));
		System.out.println("| command | s | processor s | peak RSS, MB |\n|---|--:|--:|--:|");
		measure(settings, "archive create", archive, bank.data());
		measure(settings, "archive verify", archive, bank.data());
		measure(settings, "archive restore", archive, restored);
		measure(settings, "archive create", again, restored);
		System.out.printf(Locale.ROOT, "%nArchive of %.0f MB, and of %.0f MB from the restored H2 file of %.0f MB%n",
				Files.size(archive) / 1e6, Files.size(again) / 1e6, size(restored));
	}

	private static double size(Path data) throws IOException {
		return Files.size(data.resolve("questionbank.mv.db")) / 1e6;
	}

	private static void measure(Settings settings, String command, Path file, Path data)
			throws IOException, InterruptedException {
		var arguments = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
		arguments.addAll(settings.jvm());
		arguments.addAll(List.of("-Xmx" + HEAP, "-cp", settings.classpath(), Trial.PROGRAM));
		arguments.addAll(List.of(command.split(" ")));
		arguments.addAll(List.of(file.toString(), "--questionbank.data=" + data));
		var start = System.nanoTime();
		var log = data.resolveSibling("log").toFile();
		var process = new ProcessBuilder(arguments).redirectErrorStream(true).redirectOutput(log).start();
		var processor = Duration.ZERO;
		var peak = 0L;
		while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
			processor = process.info().totalCpuDuration().orElse(processor);
			peak = Math.max(peak, Server.memory(process, "VmHWM"));
		}
		if (process.exitValue() != 0) {
			throw new IllegalStateException(command + ": " + Files.readString(log.toPath()));
		}
		System.out.printf(Locale.ROOT, "| `%s` | %.1f | %.1f | %.0f |%n", command, (System.nanoTime() - start) / 1e9,
				processor.toMillis() / 1e3, peak / 1024.0);
	}

}
