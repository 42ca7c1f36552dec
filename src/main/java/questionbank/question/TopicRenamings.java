package questionbank.question;

import java.util.List;
import java.util.function.Predicate;

/**
 * The log of topic renamings, merges included, without those that were undone. Replaying
 * it in its order leads from the name that a topic had to the one that it has, however
 * often it was renamed, and whichever other topic bore one of the names before or since.
 *
 * @param entries by revision
 */
record TopicRenamings(List<Entry> entries) {

	/**
	 * The present name of the topic that had a name in a state of the bank.
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
	 * The present name of the topic that had a name last, for names of unknown age. A
	 * name that another topic was given since stands for that topic.
	 */
	String current(String name) {
		var lost = latest((entry) -> entry.oldName().equals(name));
		return (lost > latest((entry) -> entry.newName().equals(name))) ? current(name, lost - 1) : name;
	}

	private long latest(Predicate<Entry> which) {
		return this.entries.stream().filter(which).mapToLong(Entry::revision).max().orElse(0);
	}

	/**
	 * A topic lost its name to another name.
	 *
	 * @param revision the first revision of the batch that renamed it
	 */
	record Entry(Long revision, String oldName, String newName) {
	}

}
