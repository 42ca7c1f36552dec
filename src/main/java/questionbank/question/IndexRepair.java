package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.Session;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.util.common.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.question.BankState.Entry;
import questionbank.question.BankState.Extent;

/** What is in the search index, to be compared with the database and put right. */
@Component
class IndexRepair {

	private static final Logger logger = LoggerFactory.getLogger(IndexRepair.class);

	private final EntityManagerFactory sessions;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final Lock turn = new ReentrantLock();

	IndexRepair(EntityManagerFactory sessions, EntityManager entities, PlatformTransactionManager transactions) {
		this.sessions = sessions;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Makes the index if there is none, or none that can be read. */
	void open() {
		var schema = scope().schemaManager();
		try {
			schema.createIfMissing();
			extent();
		}
		catch (SearchException ex) {
			logger.info("The search index cannot be read and is made anew: {}", ex.getMessage());
			schema.dropAndCreate();
		}
	}

	/** Puts questions into the index, which finds them when this returns. */
	void put(Collection<Question> questions) {
		var plan = Search.session(this.entities).indexingPlan();
		questions.forEach(plan::addOrUpdate);
		plan.execute();
	}

	/**
	 * Puts right what is lacking or behind of these.
	 * @param page which revision each question is at in the database
	 * @return how much it was: how many questions, and the sum of revisions
	 */
	Extent repair(List<BankState.Entry> page) {
		this.turn.lock();
		try {
			var indexed = revisions(page.stream().map(BankState.Entry::id).toList());
			var stale = page.stream().filter((entry) -> !entry.revision().equals(indexed.get(entry.id()))).toList();
			if (!stale.isEmpty()) {
				this.transaction.executeWithoutResult((status) -> put(this.entities.unwrap(Session.class)
					.findMultiple(Question.class, stale.stream().map(BankState.Entry::id).toList())));
			}
			return new Extent(stale.stream().filter((entry) -> !indexed.containsKey(entry.id())).count(),
					stale.stream().mapToLong((entry) -> entry.revision() - indexed.getOrDefault(entry.id(), 0L)).sum());
		}
		finally {
			this.turn.unlock();
		}
	}

	/**
	 * Held while a batch is read and indexed, so that no older state overwrites a newer.
	 */
	Lock turn() {
		return this.turn;
	}

	/** Which revision each of these questions is indexed at, as far as it is. */
	private Map<Long, Long> revisions(List<Long> ids) {
		try (var session = this.sessions.createEntityManager()) {
			return Search.session(session)
				.search(Question.class)
				.select((f) -> f.composite().from(f.id(Long.class), f.field("revision", Long.class)).as(Entry::new))
				.where((f) -> f.id().matchingAny(ids))
				.fetchHits(ids.size())
				.stream()
				.collect(Collectors.toMap(Entry::id, Entry::revision));
		}
	}

	Extent extent() {
		var sum = AggregationKey.<Long>of("sum");
		try (var session = this.sessions.createEntityManager()) {
			var result = Search.session(session)
				.search(Question.class)
				.where((f) -> f.matchAll())
				.aggregation(sum, (f) -> f.sum().field("revision", Long.class))
				.fetch(0);
			return new Extent(result.total().hitCount(), Objects.requireNonNullElse(result.aggregation(sum), 0L));
		}
	}

	void empty() {
		scope().workspace().purge();
	}

	private SearchScope<Question> scope() {
		return Search.mapping(this.sessions).scope(Question.class);
	}

}
