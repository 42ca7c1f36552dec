package questionbank.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the log of interviews. */
@Component
class InterviewLog {

	private final JdbcClient database;

	private final Clock clock;

	/** Default settings: logged scorecards must remain readable. */
	private final JsonMapper json = JsonMapper.builder().build();

	InterviewLog(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Logs an event of an interview. */
	void add(long interview, Kind kind, String author, String reason) {
		add(interview, null, kind, author, reason, null);
	}

	/**
	 * Logs an event of a scorecard.
	 * @param scorecard the scorecard as it was submitted, if it is about to change;
	 * {@code null} if it was not submitted, since others may not see it
	 */
	void add(long interview, @Nullable Long panellist, Kind kind, String author, String reason,
			@Nullable ScorecardContent scorecard) {
		this.database.sql("""
				insert into interview_event (interview_id, panellist_id, kind, created_at, author, reason, scorecard)
				values (?, ?, ?, ?, ?, ?, ?)""")
			.param(interview)
			.param(panellist)
			.param(kind.name())
			.param(this.clock.instant().atOffset(ZoneOffset.UTC))
			.param(author)
			.param(reason)
			.param((scorecard != null) ? this.json.writeValueAsString(scorecard) : null)
			.update();
	}

	/** Whether a link was created for a guest with this address. */
	boolean hasLink(long interview, String email) {
		return this.database
			.sql("select count(*) from interview_event where interview_id = ? and kind = ? and reason = ?")
			.params(interview, Kind.LINK_CREATED.name(), email)
			.query(Long.class)
			.single() > 0;
	}

	/** Lists the events of an interview in order. */
	List<Event> list(long interview) {
		return this.database.sql("""
				select panellist_id, kind, created_at, author, reason, scorecard from interview_event
				where interview_id = ? order by id""").param(interview).query((row, number) -> {
			var scorecard = row.getString("scorecard");
			return new Event(row.getObject("panellist_id", Long.class), Kind.valueOf(row.getString("kind")),
					row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("author"),
					row.getString("reason"),
					(scorecard != null) ? this.json.readValue(scorecard, ScorecardContent.class) : null);
		}).list();
	}

	/** The kind of an event. */
	enum Kind {

		CREATED("Interview created"), CHANGED("Interview changed"), CLOSED("Interview closed"),
		SUBMITTED("Scorecard submitted"), REOPENED("Scorecard reopened"), LINK_CREATED("Guest link created"),
		LINK_WITHDRAWN("Guest link withdrawn"), PANELLIST_REMOVED("Panellist removed");

		private final String label;

		Kind(String label) {
			this.label = label;
		}

		public String label() {
			return this.label;
		}

	}

	/**
	 * An event of an interview.
	 *
	 * @param panellist whose scorecard it is about; {@code null} if it is about none
	 * @param scorecard as it was submitted, before it was reopened
	 */
	record Event(@Nullable Long panellist, Kind kind, Instant at, String author, String reason,
			@Nullable ScorecardContent scorecard) {
	}

}
