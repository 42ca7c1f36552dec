package questionbank.account;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Keeps the buckets of Bucket4j in the database, where all instances of the program share
 * them. What Bucket4j has for databases is for each another one; this is in statements
 * that H2 and PostgreSQL both know. Nothing is written for who is refused.
 */
@Component
class AllowanceTable extends AbstractCompareAndSwapBasedProxyManager<String> {

	/**
	 * How many are remembered at most: somebody with more addresses than that is not
	 * slowed.
	 */
	private static final int MOST = 200_000;

	/** Nobody has to wait for longer, unless a clock went wrong. */
	private static final Duration LONGEST = Duration.ofHours(1);

	private final JdbcClient database;

	private final Clock clock;

	AllowanceTable(JdbcClient database, Clock clock) {
		super(ClientSideConfig.getDefault().withClientClock(new ClockTime(clock)));
		this.database = database;
		this.clock = clock;
	}

	@Override
	protected CompareAndSwapOperation beginCompareAndSwapOperation(String key) {
		return new Row(key);
	}

	@Override
	public void removeProxy(String key) {
		this.database.sql("delete from allowance where key_hash = :key").param("key", key).update();
	}

	@Override
	public boolean isAsyncModeSupported() {
		return false;
	}

	@Override
	protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(String key) {
		throw new UnsupportedOperationException();
	}

	@Override
	protected CompletableFuture<Void> removeAsync(String key) {
		throw new UnsupportedOperationException();
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
	void forget() {
		forget(MOST);
	}

	/**
	 * Forgets those who have all their attempts again, those whom a clock that went wrong
	 * would keep waiting, and of the others those who have tried least, if there are too
	 * many.
	 */
	void forget(int most) {
		var now = this.clock.millis();
		this.database.sql("delete from allowance where full_at <= :now or full_at > :never")
			.param("now", now)
			.param("never", now + LONGEST.toMillis())
			.update();
		this.database.sql("""
				delete from allowance where full_at <= (
					select full_at from allowance order by full_at desc offset :most rows fetch first 1 row only)""")
			.param("most", most)
			.update();
	}

	/** One bucket, which is changed if nobody else has changed it meanwhile. */
	private final class Row implements CompareAndSwapOperation {

		private final String key;

		Row(String key) {
			this.key = key;
		}

		@Override
		public Optional<byte[]> getStateData(Optional<Long> timeout) {
			return AllowanceTable.this.database.sql("select bucket from allowance where key_hash = :key")
				.param("key", this.key)
				.query(byte[].class)
				.optional();
		}

		@Override
		public boolean compareAndSwap(byte @Nullable [] before, byte[] after, RemoteBucketState state,
				Optional<Long> timeout) {
			var full = fullAt(state);
			return (before != null) ? change(before, after, full) : add(after, full);
		}

		private boolean change(byte[] before, byte[] after, long full) {
			return AllowanceTable.this.database
				.sql("update allowance set bucket = :after, full_at = :full where key_hash = :key and bucket = :before")
				.param("after", after)
				.param("full", full)
				.param("key", this.key)
				.param("before", before)
				.update() == 1;
		}

		private boolean add(byte[] after, long full) {
			try {
				return AllowanceTable.this.database
					.sql("insert into allowance (key_hash, bucket, full_at) values (:key, :after, :full)")
					.param("key", this.key)
					.param("after", after)
					.param("full", full)
					.update() == 1;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
		}

		private long fullAt(RemoteBucketState state) {
			var now = AllowanceTable.this.clock.millis();
			return now + TimeUnit.NANOSECONDS
				.toMillis(state.calculateFullRefillingTime(TimeUnit.MILLISECONDS.toNanos(now)));
		}

	}

	private record ClockTime(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
