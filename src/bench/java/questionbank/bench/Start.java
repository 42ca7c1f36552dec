package questionbank.bench;

import java.time.Duration;
import java.util.List;

/**
 * Startup time and memory of a server.
 *
 * @param name the name of the server
 * @param ready the times until readiness, sorted
 * @param started the times at which “Started” was logged, sorted
 * @param indexBuild the duration of the index build
 * @param peak the peak resident memory of the index build, in kilobytes
 * @param resident resident memory after the load, in kilobytes
 * @param heap live objects after the load, in kilobytes
 */
record Start(String name, List<Duration> ready, List<Duration> started, Duration indexBuild, long peak, long resident,
		long heap) {
}
