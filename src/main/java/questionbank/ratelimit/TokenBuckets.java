package questionbank.ratelimit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;

/**
 * In-memory store of token buckets. A bucket unused for {@link #PERIOD} is full again and
 * is evicted. Eviction beyond the maximum number of buckets refills a bucket early.
 */
class TokenBuckets {

	/** The time in which an empty bucket is full again. */
	static final Duration PERIOD = Duration.ofMinutes(15);

	private static final int MAX_BUCKETS = 200_000;

	/** The largest backward step of the clock after which buckets are kept. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

	private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(MAX_BUCKETS)
		.expireAfterAccess(PERIOD)
		.build();

	private final Clock clock;

	private volatile long latest;

	TokenBuckets(Clock clock) {
		this.clock = clock;
	}

	/** Finds the bucket of a key, or creates a full one. */
	Bucket get(Limit limit, String key) {
		var now = this.clock.millis();
		if (now < this.latest - CLOCK_TOLERANCE.toMillis()) {
			// No bucket is refilled until the clock reaches the time of its last use.
			this.buckets.invalidateAll();
		}
		this.latest = now;
		// Hashes the key, whose length is not limited.
		var hash = UUID.nameUUIDFromBytes((limit + " " + key).getBytes(StandardCharsets.UTF_8));
		return this.buckets.get(hash, (absent) -> create(limit.capacity()));
	}

	private Bucket create(int capacity) {
		return Bucket.builder()
			.withCustomTimePrecision(new ClockTimeMeter(this.clock))
			.addLimit((bandwidth) -> bandwidth.capacity(capacity).refillGreedy(capacity, PERIOD))
			.build();
	}

}
