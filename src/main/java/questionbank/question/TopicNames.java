package questionbank.question;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;

import questionbank.account.Viewer;

/**
 * Resolves the old names of topics that were renamed or merged. Whatever names topics
 * goes through here: addresses and forms, and what other rooms have stored. A name that
 * the viewer cannot know stays as it is.
 */
@Service
public class TopicNames {

	private final TopicLedger ledger;

	private final QuestionCatalogue catalogue;

	private final BankState state;

	TopicNames(TopicLedger ledger, QuestionCatalogue catalogue, BankState state) {
		this.ledger = ledger;
		this.catalogue = catalogue;
		this.state = state;
	}

	/**
	 * The present names of topics by names of unknown age, as in saved addresses. The
	 * name of a topic that the viewer finds is its present name.
	 * @return each once, in the same order
	 */
	public List<String> current(Collection<String> names, Viewer viewer) {
		if (names.stream().allMatch((name) -> this.catalogue.hasTopic(name, viewer))) {
			return List.copyOf(names);
		}
		var renamings = this.ledger.renamings();
		return names.stream()
			.map((name) -> this.catalogue.hasTopic(name, viewer) ? name : known(name, renamings.current(name), viewer))
			.distinct()
			.toList();
	}

	/**
	 * The present names of topics that were stored by the names that they had in a state
	 * of the bank.
	 * @param asOf what {@link #state} was before they were stored
	 * @return each once, in the same order
	 */
	public List<String> current(Collection<String> names, long asOf, Viewer viewer) {
		if (names.isEmpty()) {
			return List.of();
		}
		var renamings = this.ledger.renamings();
		return names.stream().map((name) -> known(name, renamings.current(name, asOf), viewer)).distinct().toList();
	}

	private String known(String name, String current, Viewer viewer) {
		return !current.equals(name) && this.catalogue.hasTopic(current, viewer) ? current : name;
	}

	/**
	 * The state of the bank, to be stored with names of topics: the id of its latest
	 * revision.
	 */
	public long state() {
		return this.state.revision();
	}

}
