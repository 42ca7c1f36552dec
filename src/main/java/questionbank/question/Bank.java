package questionbank.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * The one row that hands out the numbers of questions and revisions. Whoever writes locks
 * it until the commit, so that revisions become visible in the order of their ids: the
 * highest id names the state of the bank, and everything after a state that one has seen
 * is found by asking for higher ids. A database sequence could promise neither.
 */
@Entity
class Bank {

	static final short ONLY = 1;

	@Id
	private short id;

	/** The highest revision id, which names the state of the bank. */
	@Column(nullable = false)
	private long revision;

	/** The highest question id. */
	@Column(nullable = false)
	private long question;

	protected Bank() {
	}

	long revision() {
		return this.revision;
	}

	long nextRevision() {
		return ++this.revision;
	}

	long nextQuestion() {
		return ++this.question;
	}

}
