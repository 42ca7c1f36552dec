package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Report in Markdown. */
final class Report {

	private static final String ROWS = """

			| questions | page | connections | req/s | p50 ms | p95 ms | p99 ms | server CPU µs | load CPU µs | failed | %s | share | share by CPU |
			|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
			""";

	private final List<Start> starts = new ArrayList<>();

	private final List<Row> rows = new ArrayList<>();

	void add(Start start) {
		this.starts.add(start);
	}

	void add(Row row) {
		this.rows.add(row);
		System.out.println(row.mode() + " " + line(row));
	}

	String text() throws IOException {
		var text = new StringBuilder();
		text.append(machine());
		text.append("""

				| | index build | peak memory of it | ready after | “Started” after | resident after load | live heap |
				|---|--:|--:|--:|--:|--:|--:|
				""");
		this.starts.forEach((start) -> text.append(line(start)).append('\n'));
		section(text, "Cached", "cached", "bare servlet req/s");
		section(text, "Rendered", "rendered", "PetClinic req/s");
		return text.toString();
	}

	private void section(StringBuilder text, String title, String mode, String baseline) {
		text.append("\n### ").append(title).append('\n').append(ROWS.formatted(baseline));
		this.rows.stream()
			.filter((row) -> row.mode().equals(mode))
			.forEach((row) -> text.append(line(row)).append('\n'));
	}

	private static String machine() throws IOException {
		return "%s, %s, %d cores, %d MB memory, %s %s, Java %s\n".formatted(LocalDate.now(),
				kernel("cpuinfo", "model name", "unknown processor"), Runtime.getRuntime().availableProcessors(),
				Long.parseLong(kernel("meminfo", "MemTotal", "0").replaceAll("[^0-9]", "")) / 1024,
				System.getProperty("os.name"), System.getProperty("os.version"), Runtime.version());
	}

	private static String kernel(String file, String key, String defaultValue) throws IOException {
		var path = Path.of("/proc", file);
		return !Files.exists(path) ? defaultValue
				: Files.readAllLines(path)
					.stream()
					.filter((line) -> line.startsWith(key))
					.map((line) -> line.substring(line.indexOf(':') + 1).strip())
					.findFirst()
					.orElse(defaultValue);
	}

	private static String line(Start start) {
		return "| %s | %s | %s | %s | %s | %s | %s |".formatted(start.name(), seconds(start.indexBuild()),
				megabytes(start.peak()), seconds(median(start.ready())), seconds(median(start.started())),
				megabytes(start.resident()), megabytes(start.heap()));
	}

	private static String line(Row row) {
		var target = row.target();
		var baseline = row.baseline();
		return String.format(Locale.ROOT, "| %,d | %s | %d | %,.0f | %.2f | %.2f | %.2f | %.0f | %.0f | %d | %s |",
				row.size(), row.page(), row.connections(), target.perSecond(), milliseconds(target.p50()),
				milliseconds(target.p95()), milliseconds(target.p99()), target.serverMicroseconds(),
				target.clientMicroseconds(), target.failures(),
				(baseline == null) ? " | | "
						: String.format(Locale.ROOT, "%,.0f | %.2f | %.2f", baseline.perSecond(),
								target.perSecond() / baseline.perSecond(),
								baseline.serverMicroseconds() / target.serverMicroseconds()));
	}

	private static double milliseconds(Duration duration) {
		return duration.toNanos() / 1e6;
	}

	private static Duration median(List<Duration> sorted) {
		return sorted.get(sorted.size() / 2);
	}

	private static String seconds(Duration duration) {
		return duration.isZero() ? "" : String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
	}

	private static String megabytes(long kilobytes) {
		return (kilobytes == 0) ? "" : String.format(Locale.ROOT, "%,d MB", kilobytes / 1024);
	}

}
