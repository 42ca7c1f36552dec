package questionbank.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import questionbank.mail.Mailer.Delivery;
import questionbank.mail.Mailer.State;

/** Stores the states of mails: no recipient, no text. */
@Component
class Deliveries {

	/** How long a state is stored. */
	private static final Duration RETENTION = Duration.ofDays(90);

	/**
	 * How long a mail is pending without a confirmation by the process that has it in
	 * memory: several of {@link MailQueue#CONFIRMATION}. After this time, the process has
	 * been killed.
	 */
	private static final Duration MAX_UNCONFIRMED = Duration.ofMinutes(5);

	private final JdbcClient database;

	private final Clock clock;

	Deliveries(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/**
	 * Stores a pending mail, which replaces an earlier one of the same reference.
	 * @return its number
	 */
	@Transactional
	long add(String reference) {
		var now = this.clock.instant();
		this.database.sql("delete from mail_delivery where reference = ? or changed_at < ?")
			.params(reference, database(now.minus(RETENTION)))
			.update();
		var key = new GeneratedKeyHolder();
		this.database.sql("insert into mail_delivery (reference, state, changed_at) values (?, ?, ?)")
			.params(reference, State.PENDING.name(), database(now))
			.update(key, "id");
		return Objects.requireNonNull(key.getKey()).longValue();
	}

	/** Whether a mail is still to be sent: it is neither replaced nor withdrawn. */
	@Transactional(readOnly = true)
	boolean isPending(long id) {
		return this.database.sql("select count(*) from mail_delivery where id = ? and state = ?")
			.params(id, State.PENDING.name())
			.query(Long.class)
			.single() > 0;
	}

	@Transactional
	void remove(String reference) {
		this.database.sql("delete from mail_delivery where reference = ?").param(reference).update();
	}

	/** Confirms that mails are still in the memory of this process. */
	@Transactional
	void confirm(Collection<Long> ids) {
		this.database.sql("update mail_delivery set changed_at = :now where id in (:ids) and state = :state")
			.param("now", database(this.clock.instant()))
			.param("ids", ids)
			.param("state", State.PENDING.name())
			.update();
	}

	@Transactional
	void removePending(Collection<String> references) {
		this.database.sql("delete from mail_delivery where reference in (:references) and state = :state")
			.param("references", references)
			.param("state", State.PENDING.name())
			.update();
	}

	@Transactional
	void change(long id, State state) {
		this.database.sql("update mail_delivery set state = ?, changed_at = ? where id = ?")
			.params(state.name(), database(this.clock.instant()), id)
			.update();
	}

	@Transactional(readOnly = true)
	Map<String, Delivery> find(Collection<String> references) {
		var found = new LinkedHashMap<String, Delivery>();
		var lost = this.clock.instant().minus(MAX_UNCONFIRMED);
		this.database
			.sql("select reference, state, changed_at from mail_delivery where reference in (:references) order by id")
			.param("references", references)
			.query((row) -> {
				var state = State.valueOf(row.getString("state"));
				var changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
				found.put(row.getString("reference"), new Delivery(
						(state == State.PENDING && changedAt.isBefore(lost)) ? State.FAILED : state, changedAt));
			});
		return found;
	}

	private static OffsetDateTime database(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
