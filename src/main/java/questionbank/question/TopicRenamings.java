package questionbank.question;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The log of topic renamings, merges included, without those that were undone. Replaying
 * it in order maps a name that a topic had to its present name, across any number of
 * renamings, and although other topics may have had the same names before or since.
 *
 * @param entries by revision
 */
record TopicRenamings(List<Entry> entries) {

	/**
	 * Replaces old names of topics in a draft by the present ones, so that no form and no
	 * old revision restores one.
	 * @param known topics that keep their names
	 */
	QuestionDraft current(QuestionDraft draft, Collection<String> known) {
		var added = new HashSet<>(draft.topics());
		added.removeAll(known);
		return added.isEmpty() ? draft : draft.withTopics((topic) -> added.contains(topic) ? current(topic) : topic);
	}

	/**
	 * Returns the present name of the topic that had a name in a state of the bank.
	 * @param asOf the state, the id of the latest revision by then
	 */
	String current(String name, long asOf) {
		var current = name;
		for (var entry : this.entries) {
			if (entry.revision() > asOf && entry.oldName().equals(current)) {
				current = entry.newName();
			}
		}
		return current;
	}

	/**
	 * Returns the present name of the topic that last had a name, for names of unknown
	 * age. A name that was given to another topic since is the name of that topic.
	 */
	String current(String name) {
		var lost = latest((entry) -> entry.oldName().equals(name));
		return (lost > latest((entry) -> entry.newName().equals(name))) ? current(name, lost - 1) : name;
	}

	private long latest(Predicate<Entry> condition) {
		return this.entries.stream().filter(condition).mapToLong(Entry::revision).max().orElse(0);
	}

	/**
	 * A renaming of a topic.
	 *
	 * @param revision the first revision of the batch that renamed it
	 */
	record Entry(Long revision, String oldName, String newName) {
	}

}
