package questionbank.operations;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FreedSpaceEraser;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Erases deleted and overwritten rows from the files of the database, in the background.
 * <p>
 * On H2, {@link FreedSpaceEraser} overwrites the space that they held in the file; a
 * backup that is made later does not contain them. It also runs at each start, as the
 * process may have ended between a commit and the erasure.
 * <p>
 * On PostgreSQL, {@code VACUUM} frees the rows for reuse, and no query or logical backup
 * can return them. It does not overwrite them: pages, the write-ahead log, replicas and
 * physical backups hold them until the server reuses or recycles them.
 */
@Component
public class FreedSpaceErasure implements DisposableBean {

	private static final Logger logger = LoggerFactory.getLogger(FreedSpaceErasure.class);

	private static final Duration FIRST_RETRY = Duration.ofSeconds(1);

	private static final Duration MAX_RETRY = Duration.ofMinutes(1);

	private final DataSource database;

	/** Not interrupted at shutdown: an interrupt would close H2's file. */
	private final ScheduledExecutorService executor = Executors
		.newSingleThreadScheduledExecutor(new CustomizableThreadFactory("erasure-"));

	private volatile boolean closed;

	/** The run that has not started yet; {@code null} if none is requested. */
	private @Nullable Run requested;

	FreedSpaceErasure(DataSource database) {
		this.database = database;
	}

	@EventListener(ApplicationReadyEvent.class)
	void eraseAtStart() {
		request(Set.of());
	}

	/**
	 * Requests an erasure of rows whose removal is committed. Requests that come before a
	 * run starts share it.
	 * @param tables the tables that the rows were removed from
	 * @return completed when they are erased
	 */
	public CompletableFuture<Void> request(Set<String> tables) {
		synchronized (this.executor) {
			if (this.requested == null) {
				this.requested = new Run();
				schedule(this.requested, Duration.ZERO);
			}
			this.requested.tables.addAll(tables);
			return this.requested.done;
		}
	}

	/**
	 * Requests an erasure after the commit of the present transaction.
	 * @param tables the tables that it removes rows from
	 */
	public void requestAfterCommit(Set<String> tables) {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				request(tables);
			}

		});
	}

	private void schedule(Run run, Duration delay) {
		if (!this.closed) {
			this.executor.schedule(() -> run(run), delay.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private void run(Run run) {
		synchronized (this.executor) {
			if (this.requested == run) {
				this.requested = null;
			}
		}
		try {
			if (erase(run.tables)) {
				run.done.complete(null);
			}
			else {
				schedule(run, run.nextRetry());
			}
		}
		catch (SQLException | RuntimeException ex) {
			if (!this.closed) {
				logger.warn("Erasure of freed database space failed, retrying in {}", MAX_RETRY, ex);
			}
			schedule(run, MAX_RETRY);
		}
	}

	/** Returns false if it has to be tried again. */
	private boolean erase(Set<String> tables) throws SQLException {
		try (var connection = this.database.getConnection()) {
			if (!connection.isWrapperFor(JdbcConnection.class)) {
				vacuum(connection, tables);
				return true;
			}
			var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
			var erased = FreedSpaceEraser.erase(session.getDatabase().getStore().getMvStore(), () -> this.closed);
			if (erased > 0) {
				logger.info("Freed space of the database file erased ({} KB)", erased / 1024);
			}
			return erased >= 0;
		}
	}

	private static void vacuum(Connection connection, Set<String> tables) throws SQLException {
		if (!tables.isEmpty()) {
			try (var statement = connection.createStatement()) {
				statement.execute("vacuum " + String.join(", ", tables));
			}
		}
	}

	@Override
	public void destroy() throws InterruptedException {
		synchronized (this.executor) {
			this.closed = true;
			this.executor.shutdown();
		}
		this.executor.awaitTermination(30, TimeUnit.SECONDS);
	}

	/** A run for one or more requests. */
	static final class Run {

		private Duration retry = FIRST_RETRY;

		private final Set<String> tables = new LinkedHashSet<>();

		private final CompletableFuture<Void> done = new CompletableFuture<>();

		/** Returns the delay of the next retry: exponential backoff up to a minute. */
		Duration nextRetry() {
			var next = this.retry;
			this.retry = next.multipliedBy(2).compareTo(MAX_RETRY) < 0 ? next.multipliedBy(2) : MAX_RETRY;
			return next;
		}

	}

}
