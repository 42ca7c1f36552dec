package questionbank.question;

import java.security.SecureRandom;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What state the bank is in, asked in plain SQL: it is asked every second, and at every
 * start, where Hibernate's parser for its query language would cost more than all else
 * here.
 */
@Component
class BankState {

	private final JdbcClient database;

	private final SecureRandom random;

	BankState(JdbcClient database, SecureRandom random) {
		this.database = database;
		this.random = random;
	}

	/** The highest revision id that is committed. */
	long revision() {
		return this.database.sql("select revision from bank").query(Long.class).single();
	}

	/**
	 * The highest revision id, and the name of the published state, at the same moment.
	 */
	Head head() {
		return this.database.sql("select revision, published_state from bank").query(Head.class).single();
	}

	/**
	 * Gives the published state another name, because pages may have been rendered from
	 * an index that was wrong; their names must not return after a restart.
	 */
	void renewPublishedState() {
		this.database.sql("update bank set published_state = ?").param(this.random.nextLong()).update();
	}

	/** How many questions there are, and the sum of the revisions that they are at. */
	Extent extent() {
		return this.database
			.sql("select count(*) as questions, cast(coalesce(sum(revision), 0) as bigint) as revisions from question")
			.query(Extent.class)
			.single();
	}

	/**
	 * Which revision each question is at, the latest change first, from before a revision
	 * on.
	 */
	List<Entry> entriesBefore(long revision, int limit) {
		return this.database
			.sql("select id, revision from question where revision < ? order by revision desc fetch first ? rows only")
			.params(revision, limit)
			.query(Entry.class)
			.list();
	}

	/** The highest revision id, and the name of the published state. */
	record Head(Long revision, Long publishedState) {
	}

	/** A question and the revision that it is at. */
	record Entry(Long id, Long revision) {
	}

	/** How many questions there are, and the sum of the revisions that they are at. */
	record Extent(Long questions, Long revisions) {

		static final Extent NONE = new Extent(0L, 0L);

		Extent minus(Extent other) {
			return new Extent(this.questions - other.questions, this.revisions - other.revisions);
		}

	}

}
