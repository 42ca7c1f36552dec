package questionbank.interview;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import questionbank.account.SecretTokens;

/**
 * A three-way merge of the edits of two windows of a scorecard, field by field. A field
 * that both changed differently is a conflict. Of two clocks, the greater counts.
 *
 * @param merged the fields with both edits; conflicts are resolved as mine
 * @param kept the fields that only the other window changed
 * @param theirs the other window's value of each conflict
 */
record ScorecardMerge(Map<String, String> merged, Set<String> kept, Map<String, String> theirs) {

	/**
	 * Merges two edits.
	 * @param stored the present fields
	 * @param mine the fields to be saved
	 * @param bases the hash of each field that another window changed since, before that
	 */
	static ScorecardMerge of(Map<String, String> stored, Map<String, String> mine, Map<String, String> bases) {
		var merged = new LinkedHashMap<String, String>();
		var kept = new LinkedHashSet<String>();
		var theirs = new LinkedHashMap<String, String>();
		stored.forEach((field, value) -> {
			var own = Objects.requireNonNull(mine.get(field));
			var base = bases.get(field);
			merged.put(field, own);
			if (field.startsWith(ScorecardContent.SECONDS)) {
				merged.put(field, Integer.toString(Math.max(Integer.parseInt(value), Integer.parseInt(own))));
			}
			else if (base != null && !own.equals(value)) {
				if (base.equals(SecretTokens.hash(own))) {
					merged.put(field, value);
					kept.add(field);
				}
				else {
					theirs.put(field, value);
				}
			}
		});
		return new ScorecardMerge(merged, kept, theirs);
	}

	/** Merges two edits of an unknown base: each field that differs is a conflict. */
	static ScorecardMerge withoutBase(Map<String, String> stored, Map<String, String> mine) {
		return of(stored, mine, stored.keySet().stream().collect(Collectors.toMap(Function.identity(), (field) -> "")));
	}

}
