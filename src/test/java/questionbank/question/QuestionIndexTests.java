package questionbank.question;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;

import questionbank.DatabaseTest;
import questionbank.MovingClock;
import questionbank.World;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Writes by the ledger alone simulate another instance on the same database, and a
 * process that was killed between the commit and the indexing.
 */
@DatabaseTest
class QuestionIndexTests {

	private static final QuestionDraft DRAFT = World.question("What is a bumbershoot?", "An umbrella.");

	@Autowired
	private QuestionIndex index;

	@Autowired
	private IndexFailures failures;

	@Autowired
	private QuestionLedger ledger;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private EntityManagerFactory sessions;

	@Autowired
	private EntityManager entities;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private MovingClock clock;

	@Value("${questionbank.index.folder}")
	private Path folder;

	@Autowired
	private World world;

	@Test
	void followsWhatAnotherInstanceAdded() {
		this.world.retireLater(this.ledger.write("Another", (questions) -> questions.add(DRAFT, "New")));
		assertThat(count("bumbershoot")).isZero();
		this.index.follow();
		assertThat(count("bumbershoot")).isEqualTo(1);
	}

	@Test
	void followsWhatAnotherInstanceRewrote() {
		var id = this.world.add(DRAFT);
		this.ledger.write("Another",
				(questions) -> questions.rewrite(id, World.question("What is a gazebo?", "A hut."), "Better"));
		this.index.follow();
		assertThat(count("bumbershoot")).isZero();
		assertThat(count("gazebo")).isEqualTo(1);
	}

	@Test
	void followsMoreRevisionsThanABatch() {
		var retired = World.question("What is a trebuchet?", "Old.").as(QuestionStatus.RETIRED);
		this.ledger.write("Another",
				(questions) -> IntStream.range(0, 501).mapToObj((i) -> questions.add(retired, "Many")).toList());
		this.index.follow();
		assertThat(this.catalogue.count(Filters.words("trebuchet"), World.ADMINISTRATOR)).isEqualTo(501);
	}

	@Test
	void indexesAtStartupWhatWasCommittedAndNotIndexed() {
		var rewritten = this.world.add(World.question("What is a folly?", "A building."));
		this.world
			.retireLater(this.ledger.write("Ada", (questions) -> questions.add(DRAFT, "Then the lights went out")));
		this.ledger.write("Ada", (questions) -> questions.rewrite(rewritten,
				World.question("What is a gazebo?", "A hut."), "So did these"));
		start();
		assertThat(count("bumbershoot")).isEqualTo(1);
		assertThat(count("folly")).isZero();
		assertThat(count("gazebo")).isEqualTo(1);
		assertFindsTheTen();
	}

	@Test
	void rebuildsALostIndexAtStartup() {
		this.world.add(DRAFT);
		purge();
		assertThat(this.catalogue.overview(Viewer.ANONYMOUS).total()).isZero();
		start();
		assertThat(count("bumbershoot")).isEqualTo(1);
		assertFindsTheTen();
	}

	@Test
	void removesAtStartupWhatTheDatabaseLacks() {
		this.transaction.executeWithoutResult((status) -> {
			var foreign = new Question(888_888_888, "foreign", DRAFT, 888_888_888, "Ada", this.clock.instant());
			this.entities.persist(foreign);
			var plan = Search.session(this.entities).indexingPlan();
			plan.addOrUpdate(foreign);
			plan.execute();
			status.setRollbackOnly();
		});
		assertThat(count("bumbershoot")).isEqualTo(1);
		start();
		assertThat(count("bumbershoot")).isZero();
		assertFindsTheTen();
	}

	@Test
	void repairsAtStartupWhatIsAheadOfARestoredDatabase() {
		var id = this.world.add(DRAFT);
		this.transaction.executeWithoutResult((status) -> {
			var question = this.entities.find(Question.class, id);
			question.rewrite(World.question("What is a gazebo?", "A hut."), 888_888_888, "Ada", this.clock.instant());
			var plan = Search.session(this.entities).indexingPlan();
			plan.addOrUpdate(question);
			plan.execute();
			status.setRollbackOnly();
		});
		assertThat(count("gazebo")).isEqualTo(1);
		start();
		assertThat(count("gazebo")).isZero();
		assertThat(count("bumbershoot")).isEqualTo(1);
	}

	@Test
	void isRebuiltAfterAFailureInTheBackground() {
		this.world.add(DRAFT);
		purge();
		var failure = FailureContext.builder();
		failure.throwable(new IOException("No space left on device"));
		failure.failingOperation("commit");
		this.failures.handle(failure.build());
		this.index.follow();
		assertThat(this.index.isComplete()).isFalse();
		start();
		assertThat(this.index.isComplete()).isTrue();
		assertThat(count("bumbershoot")).isEqualTo(1);
	}

	@Test
	void isRebuiltAfterItsFilesWereDeleted() throws IOException {
		this.world.add(DRAFT);
		FileSystemUtils.deleteRecursively(this.folder);
		this.index.verify();
		await().until(this.index::isComplete);
		assertThat(this.folder).isNotEmptyDirectory();
		assertThat(count("bumbershoot")).isEqualTo(1);
		assertFindsTheTen();
		var before = segments();
		this.index.verify();
		assertThat(segments()).isEqualTo(before);
	}

	@Test
	void changesNothingAtStartupIfTheIndexIsComplete() throws IOException {
		var before = segments();
		start();
		assertThat(segments()).isEqualTo(before);
		assertThat(this.index.isComplete()).isTrue();
		assertFindsTheTen();
	}

	private Set<Object> segments() throws IOException {
		var scope = Search.mapping(this.sessions).scope(Question.class).extension(LuceneExtension.get());
		try (var reader = scope.openIndexReader()) {
			return reader.leaves()
				.stream()
				.map((segment) -> segment.reader().getReaderCacheHelper().getKey())
				.collect(Collectors.toSet());
		}
	}

	private void purge() {
		var index = Search.mapping(this.sessions).scope(Question.class).workspace();
		index.purge();
		index.refresh();
	}

	private void start() {
		this.index.afterSingletonsInstantiated();
	}

	private void assertFindsTheTen() {
		assertThat(this.catalogue.list(QuestionFilter.ALL, Viewer.ANONYMOUS, 0, 10).entries())
			.extracting((entry) -> entry.question().id())
			.containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
		assertThat(count("OAuth")).isEqualTo(1);
	}

	private long count(String words) {
		return this.catalogue.count(Filters.words(words), Viewer.ANONYMOUS);
	}

}
