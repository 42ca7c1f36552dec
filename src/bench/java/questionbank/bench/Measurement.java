package questionbank.bench;

import java.time.Duration;

/**
 * Result of a load.
 *
 * @param requests how many requests were answered
 * @param failures how many of them failed or had an error status
 * @param wall the elapsed time
 * @param p50 the median latency
 * @param p95 the 95th percentile of the latencies
 * @param p99 the 99th percentile of the latencies
 * @param client processor time of the load generator
 * @param server processor time of the server
 */
record Measurement(long requests, long failures, Duration wall, Duration p50, Duration p95, Duration p99,
		Duration client, Duration server) {

	double perSecond() {
		return this.requests * 1e9 / this.wall.toNanos();
	}

	/** Returns the processor time of the server per response. */
	double serverMicroseconds() {
		return this.server.toNanos() / 1e3 / Math.max(1, this.requests);
	}

	/** Returns the processor time of the load generator per response. */
	double clientMicroseconds() {
		return this.client.toNanos() / 1e3 / Math.max(1, this.requests);
	}

}
