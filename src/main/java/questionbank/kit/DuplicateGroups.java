package questionbank.kit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Groups near-duplicates: the connected components of their graph. */
final class DuplicateGroups {

	private DuplicateGroups() {
	}

	/**
	 * Returns the group of each question that has near-duplicates in the pool, by its id.
	 * The number of a group is the id of one of its questions.
	 */
	static Map<Long, Long> of(Collection<PoolQuestion> pool) {
		var ids = pool.stream().map(PoolQuestion::id).collect(Collectors.toSet());
		var neighbours = new HashMap<Long, List<Long>>();
		for (var question : pool) {
			for (var other : question.duplicates()) {
				if (ids.contains(other)) {
					neighbours.computeIfAbsent(question.id(), (absent) -> new ArrayList<>()).add(other);
					neighbours.computeIfAbsent(other, (absent) -> new ArrayList<>()).add(question.id());
				}
			}
		}
		var groups = new HashMap<Long, Long>();
		for (var start : neighbours.keySet()) {
			var reached = new ArrayDeque<>(List.of(start));
			while (!reached.isEmpty()) {
				var id = reached.pop();
				if (groups.putIfAbsent(id, start) == null) {
					reached.addAll(neighbours.getOrDefault(id, List.of()));
				}
			}
		}
		return groups;
	}

}
