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
 * Counts what questions are used for, in every room that uses them. Among a million
 * answers that takes seconds, and so it is done in the background while somebody looks,
 * and nobody waits for it who has looked within ten minutes.
 */
@Component
class UsageColumns {

	private static final Duration FRESH = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final List<UsageColumn> uses;

	private final LoadingCache<UsageColumn, Map<Long, Long>> counts;

	UsageColumns(ObjectProvider<UsageColumn> uses, Clock clock) {
		this.uses = uses.orderedStream().toList();
		this.counts = Caffeine.newBuilder()
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.refreshAfterWrite(FRESH)
			.expireAfterWrite(LONGEST)
			.build((use) -> use.counts().get());
	}

	/** Every use as a column. */
	List<QuestionDesk.Column> columns() {
		return this.uses.stream()
			.map((use) -> new QuestionDesk.Column(use.slug(), use.name(), Objects.requireNonNull(this.counts.get(use))))
			.toList();
	}

	/** Whether there is a use of that name. */
	boolean has(String slug) {
		return this.uses.stream().anyMatch((use) -> use.slug().equals(slug));
	}

}
