package questionbank.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

import questionbank.web.IdempotencyInterceptor.Answer;

/**
 * Store of idempotency keys in the database. A row without an answer is a lock that the
 * first submission holds while it is being handled.
 */
@Component
class SubmissionLog {

	/** The retention of answers for repetitions. */
	private static final Duration RETENTION = Duration.ofMinutes(30);

	/** The age of a lock after which its instance is assumed to have died. */
	private static final Duration ABANDONED = Duration.ofMinutes(2);

	/** The timeout of a repetition that waits for the answer of the first submission. */
	private static final long TIMEOUT_NANOS = TimeUnit.SECONDS.toNanos(20);

	private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

	private static final String END_OF_HEAD = "\n\n";

	private final JdbcClient database;

	private final Clock clock;

	SubmissionLog(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Locks the key of a first submission, or waits for the answer to it.
	 * @return the answer, or empty if this submission is the first and has to be handled
	 * @throws ResponseStatusException with 503 if the first takes longer than 20 seconds
	 */
	Optional<Answer> begin(IdempotencyKey key) {
		var start = System.nanoTime();
		while (true) {
			var answer = await(key, start);
			if (answer.isPresent() || insert(key)) {
				return answer;
			}
		}
	}

	/**
	 * Waits for the answer to the first submission, without locking the key.
	 * @return the answer, or empty if no submission has been or is being handled
	 * @throws ResponseStatusException with 503 if the first takes longer than 20 seconds
	 */
	Optional<Answer> await(IdempotencyKey key) {
		return await(key, System.nanoTime());
	}

	private Optional<Answer> await(IdempotencyKey key, long start) {
		while (true) {
			var found = find(key);
			if (found.isEmpty()) {
				return Optional.empty();
			}
			if (found.get().answer != null) {
				return Optional.of(decrypt(key, found.get().answer));
			}
			found.filter((first) -> first.createdAt.toInstant().isBefore(before(ABANDONED)))
				.ifPresent((first) -> deleteAbandoned(key, first));
			if (System.nanoTime() - start > TIMEOUT_NANOS) {
				throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
			}
			LockSupport.parkNanos(POLL_NANOS);
		}
	}

	/** Deletes the row that was read, but not a newer one with the same key. */
	private void deleteAbandoned(IdempotencyKey key, Submission first) {
		this.database.sql("delete from form_submission where key_hash = ? and answer is null and created_at = ?")
			.params(key.hash(), first.createdAt)
			.update();
	}

	private boolean insert(IdempotencyKey key) {
		try {
			this.database.sql("insert into form_submission (key_hash, created_at) values (?, ?)")
				.params(key.hash(), this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
			return true;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private Optional<Submission> find(IdempotencyKey key) {
		return this.database.sql("select answer, created_at from form_submission where key_hash = ?")
			.param(key.hash())
			.query((row, number) -> new Submission(row.getBytes("answer"),
					row.getObject("created_at", OffsetDateTime.class)))
			.optional();
	}

	/** Stores the answer for repetitions. */
	void complete(IdempotencyKey key, Answer answer) {
		this.database.sql("update form_submission set answer = ? where key_hash = ?")
			.params(encrypt(key, answer), key.hash())
			.update();
	}

	/** Unlocks the key without an answer, so that the next submission is handled. */
	void forget(IdempotencyKey key) {
		this.database.sql("delete from form_submission where key_hash = ?").param(key.hash()).update();
	}

	@Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
	void deleteExpired() {
		this.database.sql("delete from form_submission where created_at < ?")
			.param(before(RETENTION).atOffset(ZoneOffset.UTC))
			.update();
	}

	private Instant before(Duration duration) {
		return this.clock.instant().minus(duration);
	}

	/**
	 * Encrypts a line for the location and one for each cookie, and after an empty line
	 * the page.
	 */
	private static byte[] encrypt(IdempotencyKey key, Answer answer) {
		var head = Stream.concat(Stream.of(answer.location()), answer.cookies().stream())
			.collect(Collectors.joining("\n"));
		return key.encryptor().encrypt((head + END_OF_HEAD + answer.page()).getBytes(StandardCharsets.UTF_8));
	}

	private static Answer decrypt(IdempotencyKey key, byte[] encrypted) {
		var parts = new String(key.encryptor().decrypt(encrypted), StandardCharsets.UTF_8).split(END_OF_HEAD, 2);
		var lines = parts[0].split("\n");
		return new Answer(lines[0], Arrays.asList(lines).subList(1, lines.length), (parts.length > 1) ? parts[1] : "");
	}

	private record Submission(byte @Nullable [] answer, OffsetDateTime createdAt) {
	}

}
