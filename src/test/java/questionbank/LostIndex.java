package questionbank;

import jakarta.persistence.EntityManagerFactory;
import org.hibernate.search.mapper.orm.Search;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue;

import static org.awaitility.Awaitility.await;

/** Loses the content of the search index, and repairs it as a start does. */
public class LostIndex {

	private final QuestionCatalogue catalogue;

	private final EntityManagerFactory sessions;

	private final JdbcClient database;

	private final TransactionTemplate transaction;

	private final SmartInitializingSingleton start;

	LostIndex(QuestionCatalogue catalogue, EntityManagerFactory sessions, JdbcClient database,
			TransactionTemplate transaction, @Qualifier("questionIndex") SmartInitializingSingleton start) {
		this.catalogue = catalogue;
		this.sessions = sessions;
		this.database = database;
		this.transaction = transaction;
		this.start = start;
	}

	/** Loses the content. */
	public void lose() {
		var index = Search.mapping(this.sessions).scope(Object.class).workspace();
		index.purge();
		index.refresh();
	}

	/** Runs a check while the repair waits for its lock, as if it took long. */
	public void duringRepair(Runnable check) {
		this.transaction.executeWithoutResult((status) -> {
			this.database.sql("select id from bank for update").query().singleRow();
			this.start.afterSingletonsInstantiated();
			check.run();
		});
	}

	/** Repairs the index. */
	public void repair() {
		this.start.afterSingletonsInstantiated();
		await().until(() -> this.catalogue.overview(Viewer.ANONYMOUS).complete());
	}

}
