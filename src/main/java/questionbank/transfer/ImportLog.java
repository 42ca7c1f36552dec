package questionbank.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.format.QuestionFormat;
import questionbank.question.Audience;
import questionbank.question.QuestionStatus;
import questionbank.transfer.Import.State;
import questionbank.web.UnicodeText;

/** Stores imports and their states, and deletes them after {@link #RETENTION}. */
@Component
class ImportLog {

	/** How long imports are kept. */
	static final Duration RETENTION = Duration.ofDays(30);

	private static final Logger logger = LoggerFactory.getLogger(ImportLog.class);

	private static final int MAX_NAME = 200;

	private static final int MAX_PROBLEM = 900;

	private static final int MAX_LISTED = 100;

	private final JdbcClient database;

	private final Clock clock;

	private final TransactionTemplate apart;

	ImportLog(JdbcClient database, Clock clock, PlatformTransactionManager transactions) {
		this.database = database;
		this.clock = clock;
		this.apart = new TransactionTemplate(transactions);
		this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Adds an import whose file is being read.
	 * @return its id
	 */
	long add(String author, String fileName, QuestionFormat format, QuestionStatus status, Audience audience) {
		var key = new GeneratedKeyHolder();
		var now = now();
		this.database
			.sql("""
					insert into question_import (author, created_at, file_name, format, status, audience, state, progress_at)
					values (?, ?, ?, ?, ?, ?, 'READING', ?)""")
			.params(author, now, UnicodeText.abbreviate(UnicodeText.readable(fileName), MAX_NAME - 1), format.slug(),
					status.name(), audience.name(), now)
			.update(key, "id");
		return Objects.requireNonNull(key.getKeyAs(Long.class));
	}

	Optional<Import> find(long id) {
		return this.database.sql("select * from question_import where id = ?")
			.param(id)
			.query((row, number) -> read(row))
			.optional();
	}

	/** Lists the latest imports that could be read. */
	List<Import> latest() {
		return this.database
			.sql("select * from question_import where state <> 'FAILED' order by id desc fetch first ? rows only")
			.param(MAX_LISTED)
			.query((row, number) -> read(row))
			.list();
	}

	/**
	 * Begins a work, unless the import has another state.
	 * @param seen the import as it was read
	 */
	boolean begin(Import seen, State work) {
		return this.database.sql("""
				update question_import set state = ?, progress = 0, progress_at = ?, problem = ''
				where id = ? and state = ? and progress_at = ?""")
			.params(work.name(), now(), seen.id(), seen.state().name(), seen.progressAt().atOffset(ZoneOffset.UTC))
			.update() == 1;
	}

	/** Reports progress, in a transaction of its own. */
	void report(long id, int progress) {
		this.apart.executeWithoutResult(
				(status) -> this.database.sql("update question_import set progress = ?, progress_at = ? where id = ?")
					.params(progress, now(), id)
					.update());
	}

	/** Records that the work of an import has not died. */
	void beat(long id) {
		this.apart.executeWithoutResult((status) -> this.database.sql("""
				update question_import set progress_at = ?
				where id = ? and state in ('READING', 'APPLYING', 'UNDOING')""").params(now(), id).update());
	}

	/** Ends a work. */
	void finish(long id, State state, String problem) {
		this.database.sql("update question_import set state = ?, progress_at = ?, problem = ? where id = ?")
			.params(state.name(), now(), UnicodeText.abbreviate(problem, MAX_PROBLEM), id)
			.update();
	}

	/** Ends the application with its batch, in the transaction that writes it. */
	void finishApplication(long id, Optional<Long> batch) {
		this.database.sql("update question_import set state = 'APPLIED', progress_at = ?, batch = ? where id = ?")
			.params(Arrays.asList(now(), batch.orElse(null), id))
			.update();
	}

	void delete(long id) {
		this.database.sql("delete from question_import where id = ?").param(id).update();
	}

	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
	void deleteExpired() {
		var deleted = this.database.sql("delete from question_import where created_at < ?")
			.param(this.clock.instant().minus(RETENTION).atOffset(ZoneOffset.UTC))
			.update();
		if (deleted > 0) {
			logger.info("Deleted {} imports older than {} days", deleted, RETENTION.toDays());
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	private static Import read(ResultSet row) throws SQLException {
		var format = row.getString("format");
		return new Import(row.getLong("id"), row.getString("author"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("file_name"),
				ImportForm.format(format).orElseThrow(() -> new IllegalStateException("Unknown format: " + format)),
				QuestionStatus.valueOf(row.getString("status")), Audience.valueOf(row.getString("audience")),
				State.valueOf(row.getString("state")), row.getInt("progress"),
				row.getObject("progress_at", OffsetDateTime.class).toInstant(), row.getString("problem"),
				row.getObject("batch", Long.class));
	}

}
