package questionbank.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The data of an interview apart from questions and panel.
 *
 * @param kitRevision the revision of the kit that was copied
 * @param title the title of the kit
 * @param role the position that is interviewed for; may be empty
 * @param notes for the interviewers; may be empty
 * @param candidate the name or label of the candidate
 * @param time the local time; {@code null} if it is open
 * @param zone the time zone of the local time; empty if it is unknown
 * @param closedAt {@code null} while the interview is open
 * @param removedAt when personal data was removed; {@code null} before
 * @param version counts the edits
 */
record InterviewDetails(long id, String owner, long kit, int kitRevision, String title, String role, String notes,
		String candidate, LocalDate date, @Nullable LocalTime time, String zone, String place, Instant createdAt,
		@Nullable Instant closedAt, @Nullable Instant removedAt, int version) {

	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

	/** Returns date and time with the time zone, as pages show them. */
	public String when() {
		return DATE.format(this.date) + ((this.time == null) ? "" : ", " + TIME.format(this.time)
				+ (this.zone.isEmpty() ? "" : " (" + this.zone.replace('_', ' ') + ")"));
	}

	/** Whether scorecards can no longer be changed. */
	public boolean isClosed() {
		return this.closedAt != null;
	}

}
