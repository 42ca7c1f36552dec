package questionbank.question;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FilterNumericDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.FieldComparator;
import org.apache.lucene.search.FieldComparatorSource;
import org.apache.lucene.search.LeafFieldComparator;
import org.apache.lucene.search.Pruning;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.comparators.LongComparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

import questionbank.question.QuestionDesk.UsageColumn;
import questionbank.question.QuestionDesk.UsageColumn.Usage;

/**
 * Caches the usage counts of all {@link UsageColumn}s. Counting takes seconds for a
 * million answers, so counts older than a minute are refreshed in the background, and
 * requests wait only for counts older than ten minutes. A column whose counting fails has
 * no values until a refresh succeeds; the log has only the first of consecutive failures.
 */
@Component
class UsageColumns {

	private static final Logger logger = LoggerFactory.getLogger(UsageColumns.class);

	private static final Duration REFRESH_AFTER = Duration.ofMinutes(1);

	private static final Duration EXPIRE_AFTER = Duration.ofMinutes(10);

	private final List<UsageColumn> columns;

	private final LoadingCache<UsageColumn, Optional<Map<Long, Usage>>> counts;

	private final Set<UsageColumn> failing = ConcurrentHashMap.newKeySet();

	UsageColumns(ObjectProvider<UsageColumn> columns, Clock clock) {
		this.columns = columns.orderedStream().toList();
		this.counts = Caffeine.newBuilder()
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.refreshAfterWrite(REFRESH_AFTER)
			.expireAfterWrite(EXPIRE_AFTER)
			.build(this::count);
	}

	private Optional<Map<Long, Usage>> count(UsageColumn column) {
		try {
			var counted = column.usages().get();
			this.failing.remove(column);
			return Optional.of(counted);
		}
		catch (RuntimeException ex) {
			if (this.failing.add(column)) {
				logger.error("Usage counts of column {} failed, retrying after {} s", column.slug(),
						REFRESH_AFTER.toSeconds(), ex);
			}
			return Optional.empty();
		}
	}

	/** Returns all columns with their values. */
	List<UsageColumn.Values> values() {
		return this.columns.stream()
			.map((column) -> new UsageColumn.Values(column.slug(), column.name(), column.isShare(),
					Objects.requireNonNull(this.counts.get(column)).orElse(null)))
			.toList();
	}

	/** Tells whether there is a column with a slug. */
	boolean has(String slug) {
		return this.columns.stream().anyMatch((column) -> column.slug().equals(slug));
	}

	/**
	 * Sorts search results by counts that are not indexed, because they change without a
	 * revision. The counts are looked up by number while Lucene sorts, so that every
	 * filtered list can be sorted by them.
	 */
	static final class CountSort extends FieldComparatorSource {

		private static final String NUMBER = "number";

		private static final Usage NONE = new Usage(0, 0);

		private final transient Map<Long, Usage> usages;

		private CountSort(Map<Long, Usage> usages) {
			this.usages = usages;
		}

		/** Creates the sort by rank; a question without usage has 0. */
		static SortField by(Map<Long, Usage> usages, boolean descending) {
			return new SortField(NUMBER, new CountSort(usages), descending);
		}

		@Override
		public FieldComparator<?> newComparator(String field, int hits, Pruning pruning, boolean reversed) {
			return new LongComparator(hits, field, 0L, reversed, Pruning.NONE) {
				@Override
				public LeafFieldComparator getLeafComparator(LeafReaderContext context) throws IOException {
					return new LongLeafComparator(context) {
						@Override
						protected NumericDocValues getNumericDocValues(LeafReaderContext context, String field)
								throws IOException {
							return counted(context, field);
						}
					};
				}
			};
		}

		private NumericDocValues counted(LeafReaderContext context, String field) throws IOException {
			var numbers = DocValues.getSortedNumeric(context.reader(), field);
			return new FilterNumericDocValues(
					SortedNumericSelector.wrap(numbers, SortedNumericSelector.Type.MIN, SortField.Type.LONG)) {
				@Override
				public long longValue() throws IOException {
					return CountSort.this.usages.getOrDefault(super.longValue(), NONE).rank();
				}
			};
		}

	}

}
