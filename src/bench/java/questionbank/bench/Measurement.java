package questionbank.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * Result of a load.
 *
 * @param latencies from the request to the last byte, in nanoseconds
 * @param failures responses that were not 200 or were empty
 * @param wall the elapsed time
 * @param client processor time of the load generator
 * @param server processor time of the server
 */
record Measurement(Histogram latencies, long failures, Duration wall, Duration client, Duration server) {

	static Histogram histogram() {
		return new Histogram(TimeUnit.MINUTES.toNanos(2), 3);
	}

	static Measurement none() {
		return new Measurement(histogram(), 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
	}

	Measurement plus(Measurement other) {
		var both = this.latencies.copy();
		both.add(other.latencies);
		return new Measurement(both, this.failures + other.failures, this.wall.plus(other.wall),
				this.client.plus(other.client), this.server.plus(other.server));
	}

	double perSecond() {
		return this.latencies.getTotalCount() * 1e9 / this.wall.toNanos();
	}

	double milliseconds(double percentile) {
		return this.latencies.getValueAtPercentile(percentile) / 1e6;
	}

	/** Returns the processor time of the server per response. */
	double serverMicroseconds() {
		return this.server.toNanos() / 1e3 / Math.max(1, this.latencies.getTotalCount());
	}

	/** Returns the processor time of the load generator per response. */
	double clientMicroseconds() {
		return this.client.toNanos() / 1e3 / Math.max(1, this.latencies.getTotalCount());
	}

}
