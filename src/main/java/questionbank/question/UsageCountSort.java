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
 * Sorts search results by counts that are not indexed, because they change without a
 * revision. The counts are looked up by number while Lucene sorts, so that every filtered
 * list can be sorted by them.
 */
final class UsageCountSort extends FieldComparatorSource {

	private static final String NUMBER = "number";

	private final transient Map<Long, Long> counts;

	private UsageCountSort(Map<Long, Long> counts) {
		this.counts = counts;
	}

	/** Creates the sort by counts; a question without a count has 0. */
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
