package questionbank.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.HdrHistogram.Histogram;

/**
 * What a load has shown.
 *
 * @param latencies from asking to the last byte, in nanoseconds
 * @param failures answers that were not 200 or were empty
 * @param wall how long it went
 * @param client processor time of the load itself
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

	/** Processor time of the server for one answer. */
	double serverMicroseconds() {
		return this.server.toNanos() / 1e3 / Math.max(1, this.latencies.getTotalCount());
	}

	/** Processor time of the load for one answer. */
	double clientMicroseconds() {
		return this.client.toNanos() / 1e3 / Math.max(1, this.latencies.getTotalCount());
	}

}
