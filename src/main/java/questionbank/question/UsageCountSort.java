package questionbank.question;

import java.io.IOException;
import java.util.Map;

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

/**
 * Sorts questions by a count that is not in the index, as it changes when no question
 * does: it is looked up by a question's number while the list is sorted. So any filter
 * can be sorted by it, and no page has to be put together from two sources.
 */
final class UsageCountSort extends FieldComparatorSource {

	private static final String NUMBER = "number";

	private final transient Map<Long, Long> counts;

	private UsageCountSort(Map<Long, Long> counts) {
		this.counts = counts;
	}

	/** The order by counts; those that have none come before all others. */
	static SortField by(Map<Long, Long> counts, boolean descending) {
		return new SortField(NUMBER, new UsageCountSort(counts), descending);
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
				return UsageCountSort.this.counts.getOrDefault(super.longValue(), 0L);
			}
		};
	}

}
