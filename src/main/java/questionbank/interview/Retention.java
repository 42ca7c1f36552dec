package questionbank.interview;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.account.Viewer;
import questionbank.operations.FreedSpaceErasure;

/**
 * Deletes interviews, and removes personal data from them, when the retention period has
 * passed or at once: the candidate's label, the place, all notes and reasons, and the
 * names of guests. Questions, ratings and times stay. After the commit,
 * {@link FreedSpaceErasure} removes them from the files of the database as well.
 */
@Service
@EnableConfigurationProperties(Retention.Properties.class)
class Retention {

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	private static final List<String> REMOVAL = List.of("""
			update interview set candidate = '(removed)', candidate_hash = '', place = '', removed_at = :now,
				closed_at = coalesce(closed_at, :now)
			where id = :id""", """
			update interview_answer set notes = ''
			where panellist_id in (select id from interview_panellist where interview_id = :id)""", """
			delete from interview_change
			where panellist_id in (select id from interview_panellist where interview_id = :id)""", """
			update interview_panellist set reason = '' where interview_id = :id""", """
			update interview_panellist set email = concat('guest-', id), name = concat('Guest ', id), token_hash = null
			where interview_id = :id and guest""", """
			update interview_event set reason = '', scorecard = null where interview_id = :id""", """
			update interview_event set author = 'Guest'
			where interview_id = :id and kind = 'SUBMITTED'
				and panellist_id in (select id from interview_panellist where interview_id = :id and guest)""");

	/** The tables with the data of interviews. */
	static final Set<String> TABLES = Set.of("interview", "interview_answer", "interview_change", "interview_panellist",
			"interview_event", "interview_question");

	private final InterviewRepository interviews;

	private final PanellistRepository panellists;

	private final Interviews panels;

	private final JdbcClient database;

	private final FreedSpaceErasure erasure;

	private final Retention.Properties properties;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Retention(InterviewRepository interviews, PanellistRepository panellists, Interviews panels, JdbcClient database,
			FreedSpaceErasure erasure, Retention.Properties properties, Clock clock,
			PlatformTransactionManager transactions) {
		this.interviews = interviews;
		this.panellists = panellists;
		this.panels = panels;
		this.database = database;
		this.erasure = erasure;
		this.properties = properties;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Removes personal data from the interviews whose retention period has passed, each
	 * in a transaction, so that no lock is held for long.
	 */
	@Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT10M")
	void removeExpired() {
		var oldest = LocalDate.ofInstant(this.clock.instant().minus(this.properties.retention()), ZoneOffset.UTC);
		var removed = this.interviews.listWithPersonalData(oldest)
			.stream()
			.filter((id) -> Boolean.TRUE.equals(this.transaction.execute((status) -> removeExpired(id, oldest))))
			.count();
		if (removed > 0) {
			logger.info("Personal data of {} interviews removed, as they are older than {} days", removed,
					this.properties.retention().toDays());
		}
	}

	private boolean removeExpired(long id, LocalDate oldest) {
		var isExpired = this.interviews.findForChange(id)
			.filter((interview) -> !interview.isRemoved() && interview.isBefore(oldest))
			.isPresent();
		if (isExpired) {
			remove(id);
		}
		return isExpired;
	}

	/**
	 * Removes personal data from an interview, and closes it.
	 * @return whether the viewer may do so: its owner and administrators
	 */
	@Transactional
	boolean remove(long id, Viewer viewer) {
		var panel = this.panels.lock(id, viewer);
		if (panel.filter((found) -> !found.interview().isRemoved()).isPresent()) {
			remove(id);
		}
		return panel.isPresent();
	}

	private void remove(long id) {
		var now = this.clock.instant().atOffset(ZoneOffset.UTC);
		REMOVAL.forEach((statement) -> this.database.sql(statement).param("id", id).param("now", now).update());
		this.panels.cancelMails(this.panellists.listPanel(id));
		this.erasure.requestAfterCommit(TABLES);
	}

	/**
	 * Deletes an interview that cannot have been held.
	 * @return whether it is deleted; empty if the viewer may not do so
	 */
	@Transactional
	Optional<Boolean> delete(long id, Viewer viewer) {
		return this.panels.lock(id, viewer).map((panel) -> {
			var isDeletable = panel.interview().isDeletable(this.clock.instant());
			if (isDeletable) {
				this.panels.cancelMails(panel.everyone());
				this.interviews.delete(id);
				this.erasure.requestAfterCommit(TABLES);
				logger.info("Interview {} deleted by {}", id, Interviews.person(viewer));
			}
			return isDeletable;
		});
	}

	/**
	 * Settings of the interview room.
	 *
	 * @param retention the retention period of candidates' labels, notes and guests'
	 * names, counted from the date of the interview or, if it was created later, from
	 * that; at least 1 day
	 */
	@ConfigurationProperties("questionbank.interview")
	record Properties(@DefaultValue("180d") Duration retention) {

		Properties {
			if (retention.compareTo(Duration.ofDays(1)) < 0) {
				throw new IllegalArgumentException(
						"questionbank.interview.retention must be at least 1d, got " + retention);
			}
		}

	}

}
