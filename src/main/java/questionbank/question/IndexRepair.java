package questionbank.question;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.store.IOContext;
import org.hibernate.Session;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.search.aggregation.AggregationKey;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.schema.management.SearchSchemaManager;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.hibernate.search.util.common.SearchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.question.BankState.Entry;
import questionbank.question.BankState.Extent;

/** Reads the search index for a comparison with the database, and repairs it. */
@Component
class IndexRepair {

	private static final Logger logger = LoggerFactory.getLogger(IndexRepair.class);

	private final EntityManagerFactory sessions;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	private final BankState state;

	private final IndexFolder folder;

	private final Lock lock = new ReentrantLock();

	IndexRepair(EntityManagerFactory sessions, EntityManager entities, PlatformTransactionManager transactions,
			BankState state, IndexFolder folder) {
		this.sessions = sessions;
		this.entities = entities;
		this.transaction = new TransactionTemplate(transactions);
		this.state = state;
		this.folder = folder;
	}

	/** Creates the index if it is missing, damaged, or built for another database. */
	void open() {
		var schema = scope().schemaManager();
		try {
			schema.createIfMissing();
			if (isDamaged()) {
				recreate(schema);
			}
			extent();
		}
		catch (SearchException ex) {
			if (isInaccessible(ex)) {
				throw ex;
			}
			logger.info("Search index unreadable, creating a new one: {}", ex.getMessage());
			recreate(schema);
		}
		var database = this.state.databaseId();
		if (!this.folder.isOf(database)) {
			clear();
			this.folder.assignTo(database);
		}
	}

	/**
	 * Replaces the index by an empty one. Deletes its entries first: if that fails,
	 * Hibernate Search closes its index writer, which would keep writing to files that
	 * were deleted.
	 */
	private void recreate(SearchSchemaManager schema) {
		try {
			clear();
		}
		catch (SearchException ex) {
			logger.debug("Search index cannot be cleared", ex);
		}
		schema.dropAndCreate();
	}

	/**
	 * Tells whether a file of the index is missing or truncated. Reads the footer of each
	 * file: a search that reads a truncated file in mapped memory fails with an
	 * {@link InternalError}, and one that reads a deleted file does not fail at all until
	 * the next write.
	 */
	boolean isDamaged() {
		try (var index = scope().extension(LuceneExtension.get()).openIndexReader()) {
			for (var leaf : index.leaves()) {
				var segment = (SegmentReader) FilterLeafReader.unwrap(leaf.reader());
				for (var file : segment.getSegmentInfo().files()) {
					try (var input = segment.directory().openInput(file, IOContext.READONCE)) {
						CodecUtil.retrieveChecksum(input);
					}
				}
			}
			return false;
		}
		catch (IOException | SearchException ex) {
			logger.warn("Search index cannot be read: {}", ex.getMessage());
			return !isInaccessible(ex);
		}
	}

	/**
	 * Tells whether a file exists and could not be opened, as without free file handles.
	 */
	private static boolean isInaccessible(Exception failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof FileSystemException && !(cause instanceof NoSuchFileException)) {
				return true;
			}
		}
		return false;
	}

	/** Indexes questions; when this returns, searches find them. */
	void put(Collection<Question> questions) {
		var plan = Search.session(this.entities).indexingPlan();
		questions.forEach(plan::addOrUpdate);
		plan.execute();
	}

	/**
	 * Indexes those questions of a batch that are missing or stale in the index.
	 * @param batch the latest revisions of some questions, from the database
	 * @return the repaired part: the missing questions and the sum of revisions
	 */
	Extent repair(List<BankState.Entry> batch) {
		this.lock.lock();
		try {
			var indexed = revisions(batch.stream().map(BankState.Entry::id).toList());
			var stale = batch.stream().filter((entry) -> !entry.revision().equals(indexed.get(entry.id()))).toList();
			if (!stale.isEmpty()) {
				this.transaction.executeWithoutResult((status) -> put(this.entities.unwrap(Session.class)
					.findMultiple(Question.class, stale.stream().map(BankState.Entry::id).toList())));
			}
			return new Extent(stale.stream().filter((entry) -> !indexed.containsKey(entry.id())).count(),
					stale.stream().mapToLong((entry) -> entry.revision() - indexed.getOrDefault(entry.id(), 0L)).sum());
		}
		finally {
			this.lock.unlock();
		}
	}

	/**
	 * Returns the lock that is held from reading a batch until it is indexed, so that no
	 * older state overwrites a newer one.
	 */
	Lock lock() {
		return this.lock;
	}

	/** Reads the indexed revisions of questions. */
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

	/** Counts the indexed questions and sums up their revisions. */
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

	/** Deletes everything from the index. */
	void clear() {
		var index = scope().workspace();
		index.purge();
		index.flush();
		index.refresh();
	}

	private SearchScope<Question> scope() {
		return Search.mapping(this.sessions).scope(Question.class);
	}

}
