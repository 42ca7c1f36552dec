package questionbank.kit;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import questionbank.account.Viewer;

/**
 * The questions that a person has picked for the next kit, in the order in which they
 * were picked. It belongs to the account, and so survives a sign-out.
 */
@Component
class Basket {

	private final JdbcClient database;

	Basket(JdbcClient database) {
		this.database = database;
	}

	/**
	 * Returns the numbers of the picked questions; none for a viewer without an account.
	 */
	Set<Long> of(Viewer viewer) {
		return (viewer.id() == null) ? Set.of()
				: new LinkedHashSet<>(
						this.database.sql("select question_id from kit_pick where person_id = ? order by id")
							.param(viewer.id())
							.query(Long.class)
							.list());
	}

	/**
	 * Picks a question; one that is picked already stays where it is.
	 * @return {@code false} if the basket holds as many questions as a kit can have
	 */
	boolean add(long question, Viewer viewer) {
		var picked = of(viewer);
		if (viewer.id() == null || picked.contains(question)) {
			return true;
		}
		if (picked.size() >= KitDraft.MAX_QUESTIONS) {
			return false;
		}
		try {
			this.database.sql("insert into kit_pick (person_id, question_id) values (?, ?)")
				.params(viewer.id(), question)
				.update();
		}
		catch (DuplicateKeyException ex) {
			// A concurrent request has picked it.
			return true;
		}
		return true;
	}

	/** Removes questions, whether or not they are picked. */
	void remove(Collection<Long> questions, Viewer viewer) {
		if (viewer.id() != null && !questions.isEmpty()) {
			this.database.sql("delete from kit_pick where person_id = :person and question_id in (:questions)")
				.param("person", viewer.id())
				.param("questions", List.copyOf(questions))
				.update();
		}
	}

}
