package questionbank.question;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Caches the usage counts of all {@link UsageColumn}s. Counting takes seconds for a
 * million answers, so counts older than a minute are refreshed in the background, and
 * only counts older than ten minutes are waited for.
 */
@Component
class UsageColumns {

	private static final Duration REFRESH_AFTER = Duration.ofMinutes(1);

	private static final Duration EXPIRE_AFTER = Duration.ofMinutes(10);

	private final List<UsageColumn> columns;

	private final LoadingCache<UsageColumn, Map<Long, Long>> counts;

	UsageColumns(ObjectProvider<UsageColumn> columns, Clock clock) {
		this.columns = columns.orderedStream().toList();
		this.counts = Caffeine.newBuilder()
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.refreshAfterWrite(REFRESH_AFTER)
			.expireAfterWrite(EXPIRE_AFTER)
			.build((column) -> column.counts().get());
	}

	/** Returns all columns with their values. */
	List<UsageColumn.Values> values() {
		return this.columns.stream()
			.map((column) -> new UsageColumn.Values(column.slug(), column.name(),
					Objects.requireNonNull(this.counts.get(column))))
			.toList();
	}

	/** Tells whether there is a column with a slug. */
	boolean has(String slug) {
		return this.columns.stream().anyMatch((column) -> column.slug().equals(slug));
	}

}
