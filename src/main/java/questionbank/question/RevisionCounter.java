package questionbank.question;

import java.util.random.RandomGenerator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The single row that counts questions and revisions. Writers hold a pessimistic lock on
 * it until they commit, so revisions become visible in the order of their ids, and a
 * reader finds everything after a known state by higher ids. A database sequence does not
 * guarantee that.
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

	/** The random name of what anonymous readers can see. */
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

	/** Renews the random name of what anonymous readers can see. */
	void renewPublishedState(RandomGenerator random) {
		this.publishedState = random.nextLong();
	}

	long nextQuestion() {
		return ++this.question;
	}

}
