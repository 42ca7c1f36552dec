package questionbank.bench;

import java.time.Duration;
import java.util.List;

/**
 * How a server came up, and what memory it took.
 *
 * @param name what was started
 * @param ready from the start of the process to its first answer that it is ready, sorted
 * @param started when it said that it had started, sorted
 * @param indexBuild how long building the index took
 * @param peak resident memory at most while the index was built, in kilobytes
 * @param resident resident memory after the load, in kilobytes
 * @param heap live objects after the load, in kilobytes
 */
record Start(String name, List<Duration> ready, List<Duration> started, Duration indexBuild, long peak, long resident,
		long heap) {
}
