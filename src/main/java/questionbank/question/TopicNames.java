package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import org.springframework.stereotype.Component;

import questionbank.account.Viewer;
import questionbank.question.QuestionFilter.Sort;

/**
 * Resolves old names of topics that were renamed or merged, in addresses, in forms, and
 * in the data of other rooms. Names of topics that the viewer cannot see are returned
 * unchanged.
 */
@Component
class TopicNames {

	private final TopicLedger ledger;

	private final QuestionCounts counts;

	private final QuestionSearch search;

	private final QuestionIndex index;

	TopicNames(TopicLedger ledger, QuestionCounts counts, QuestionSearch search, QuestionIndex index) {
		this.ledger = ledger;
		this.counts = counts;
		this.search = search;
		this.index = index;
	}

	/**
	 * Resolves names of unknown age, as in saved addresses. A name of an existing topic
	 * is a present name.
	 * @return the present names without duplicates, in the same order
	 */
	List<String> current(Collection<String> names, Viewer viewer) {
		if (names.stream().allMatch((name) -> exists(name, viewer))) {
			return List.copyOf(names);
		}
		var renamings = this.ledger.renamings();
		return names.stream()
			.map((name) -> exists(name, viewer) ? name : visible(name, renamings.current(name), viewer))
			.distinct()
			.toList();
	}

	/**
	 * Resolves names that were stored in a state of the bank.
	 * @param asOf the state of the bank before they were stored
	 * @return the present names without duplicates, in the same order
	 */
	List<String> current(Collection<String> names, long asOf, Viewer viewer) {
		if (names.isEmpty()) {
			return List.of();
		}
		var renamings = this.ledger.renamings();
		return names.stream().map((name) -> visible(name, renamings.current(name, asOf), viewer)).distinct().toList();
	}

	/**
	 * Tells whether a question that the viewer may see has the topic. While the index is
	 * incomplete, every topic may exist.
	 */
	boolean exists(String topic, Viewer viewer) {
		return !this.index.isComplete() || this.counts.of(QuestionFilter.ALL, viewer).topics().containsKey(topic)
				|| isFound(topic, viewer);
	}

	/**
	 * Searches without facets and cache, because the topic comes unvalidated from an
	 * address.
	 */
	private boolean isFound(String topic, Viewer viewer) {
		var filter = new QuestionFilter("", Set.of(), Set.of(topic), Sort.NUMBER);
		return this.search.run((session, scope) -> session.search(scope)
			.where(this.search.matching(scope.predicate(), filter, viewer, InterpretedQuery.NONE))
			.fetchTotalHitCount()) > 0;
	}

	private String visible(String name, String current, Viewer viewer) {
		return !current.equals(name) && exists(current, viewer) ? current : name;
	}

}
