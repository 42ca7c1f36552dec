package questionbank.question;

import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Service;

import questionbank.account.Viewer;

/**
 * Resolves old names of topics that were renamed or merged, in addresses, in forms, and
 * in the data of other rooms. Names of topics that the viewer cannot see are returned
 * unchanged.
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
	 * Resolves names of unknown age, as in saved addresses. A name of an existing topic
	 * is a present name.
	 * @return the present names without duplicates, in the same order
	 */
	public List<String> current(Collection<String> names, Viewer viewer) {
		if (names.stream().allMatch((name) -> this.catalogue.hasTopic(name, viewer))) {
			return List.copyOf(names);
		}
		var renamings = this.ledger.renamings();
		return names.stream()
			.map((name) -> this.catalogue.hasTopic(name, viewer) ? name
					: visible(name, renamings.current(name), viewer))
			.distinct()
			.toList();
	}

	/**
	 * Resolves names that were stored in a state of the bank.
	 * @param asOf the {@link #state} before they were stored
	 * @return the present names without duplicates, in the same order
	 */
	public List<String> current(Collection<String> names, long asOf, Viewer viewer) {
		if (names.isEmpty()) {
			return List.of();
		}
		var renamings = this.ledger.renamings();
		return names.stream().map((name) -> visible(name, renamings.current(name, asOf), viewer)).distinct().toList();
	}

	private String visible(String name, String current, Viewer viewer) {
		return !current.equals(name) && this.catalogue.hasTopic(current, viewer) ? current : name;
	}

	/**
	 * Returns the state of the bank, to be stored with names of topics: the id of the
	 * latest revision.
	 */
	public long state() {
		return this.state.revision();
	}

}
