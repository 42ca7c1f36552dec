package questionbank.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * HTTP load by {@code wrk}: a closed loop on one thread, in which each connection sends
 * the next request after it has read the response.
 */
final class Load {

	private static final Path SCRIPT = Path.of("src/bench/wrk.lua").toAbsolutePath();

	/** The line that the script prints. */
	private static final Pattern RESULT = Pattern.compile("MEASUREMENT" + " (\\d+)".repeat(7));

	private static final int WARM_UP_CONNECTIONS = 8;

	/** The number of responses after which the just-in-time compiler has settled. */
	private static final int WARM_UP = 5_000;

	private static final int MAX_WARM_UP_ROUNDS = 60;

	/** More than the requests of any measurement. */
	private static final long UNIQUE_NUMBERS = 100_000_000;

	/** The first unique number of the next measurement. */
	private static long number;

	private Load() {
	}

	/** Loads both targets until the measured code is compiled. */
	static void warmUp(Target target, @Nullable Target baseline) throws IOException {
		var responses = 0L;
		for (int i = 0; i < MAX_WARM_UP_ROUNDS && responses < WARM_UP; i++) {
			responses += measure(target, baseline, WARM_UP_CONNECTIONS, 1).target().requests();
		}
	}

	/** Measures a target and then a baseline. */
	static Pair measure(Target target, @Nullable Target baseline, int connections, int seconds) throws IOException {
		return new Pair(measure(target, connections, seconds),
				(baseline != null) ? measure(baseline, connections, seconds) : null);
	}

	private static Measurement measure(Target target, int connections, int seconds) throws IOException {
		number += UNIQUE_NUMBERS;
		var serverBefore = target.server().cpu();
		var process = new ProcessBuilder(List.of("wrk", "-t1", "-c" + connections, "-d" + seconds + "s", "--timeout",
				"60s", "-s", SCRIPT.toString(), "http://127.0.0.1:" + target.server().port(), "--",
				target.paths().toString(), target.unique() ? "unique" : "repeated", Long.toString(number)))
			.redirectErrorStream(true)
			.start();
		var output = new String(process.getInputStream().readAllBytes());
		var server = target.server().cpu().minus(serverBefore);
		var result = RESULT.matcher(output);
		if (!result.find()) {
			throw new IOException("wrk failed: " + output);
		}
		var micros = new Duration[7];
		for (int i = 0; i < micros.length; i++) {
			micros[i] = Duration.of(Long.parseLong(result.group(i + 1)), ChronoUnit.MICROS);
		}
		return new Measurement(Long.parseLong(result.group(1)), Long.parseLong(result.group(3)), micros[1], micros[3],
				micros[4], micros[5], micros[6], server);
	}

	/** Measurements of a target and a baseline. */
	record Pair(Measurement target, @Nullable Measurement baseline) {
	}

}
