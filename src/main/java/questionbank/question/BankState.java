package questionbank.question;

import java.security.SecureRandom;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads and renews the state of the bank. It uses plain SQL because it is called at every
 * start, where parsing the first JPQL query would take longer than everything else here.
 */
@Component
class BankState {

	private final JdbcClient database;

	private final SecureRandom random;

	BankState(JdbcClient database, SecureRandom random) {
		this.database = database;
		this.random = random;
	}

	/** Returns the highest committed revision id. */
	long revision() {
		return this.database.sql("select revision from bank").query(Long.class).single();
	}

	/** Returns the random number that identifies the database. */
	long databaseId() {
		return this.database.sql("select database_id from bank").query(Long.class).single();
	}

	/** Returns the highest revision id and the published state, in one read. */
	Head head() {
		return this.database.sql("select revision, published_state from bank").query(Head.class).single();
	}

	/**
	 * Renews the random name of the published state. Pages may have been rendered from a
	 * wrong index, and their ETags must not become valid again after a restart.
	 */
	void renewPublishedState() {
		this.database.sql("update bank set published_state = ?").param(this.random.nextLong()).update();
	}

	/** Counts the questions and sums up their revisions, in the database. */
	Extent extent() {
		return this.database
			.sql("select count(*) as questions, cast(coalesce(sum(revision), 0) as bigint) as revisions from question")
			.query(Extent.class)
			.single();
	}

	/**
	 * Returns the latest revisions of questions below a given revision, in descending
	 * order.
	 */
	List<Entry> entriesBefore(long revision, int limit) {
		return this.database
			.sql("select id, revision from question where revision < ? order by revision desc fetch first ? rows only")
			.params(revision, limit)
			.query(Entry.class)
			.list();
	}

	/** The highest revision id, and the random name of the published state. */
	record Head(Long revision, Long publishedState) {
	}

	/** A question and its latest revision. */
	record Entry(Long id, Long revision) {
	}

	/** A number of questions, and the sum of their latest revisions. */
	record Extent(Long questions, Long revisions) {

		static final Extent NONE = new Extent(0L, 0L);

		Extent minus(Extent other) {
			return new Extent(this.questions - other.questions, this.revisions - other.revisions);
		}

	}

}
