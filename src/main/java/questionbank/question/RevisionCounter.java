package questionbank.question;

import java.util.random.RandomGenerator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The one row that hands out the numbers of questions and revisions. Writers lock it
 * until they commit, so that revisions become visible in the order of their ids:
 * everything after a known state is found by asking for higher ids. A database sequence
 * could not promise that.
 */
@Entity
@Table(name = "bank")
class RevisionCounter {

	static final short ONLY = 1;

	@Id
	private short id;

	/** The highest revision id. */
	@Column(nullable = false)
	private long revision;

	/** The highest question id. */
	@Column(nullable = false)
	private long question;

	/** The random name of the state of what anonymous readers can see. */
	@Column(nullable = false)
	private long publishedState;

	protected RevisionCounter() {
	}

	long revision() {
		return this.revision;
	}

	long nextRevision() {
		return ++this.revision;
	}

	/** Gives what anonymous readers can see a name that no other state has. */
	void renewPublishedState(RandomGenerator random) {
		this.publishedState = random.nextLong();
	}

	long nextQuestion() {
		return ++this.question;
	}

}
