package questionbank.interview;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import questionbank.calendar.ICalendar;

/**
 * Writes an interview as a calendar file with one event. A time without a time zone is
 * floating: the local time of each reader.
 */
final class CalendarFile {

	private CalendarFile() {
	}

	/**
	 * Writes the event.
	 * @param minutes the planned length
	 * @param url of the overview
	 * @param host the host of the program, which makes the identifier globally unique
	 * @param now the time of the export
	 */
	static String write(InterviewDetails interview, int minutes, String url, String host, Instant now) {
		var description = interview.title() + (interview.role().isEmpty() ? "" : "\n" + interview.role());
		var event = new ICalendar.Event("interview-" + interview.id() + "@" + host,
				time(interview, interview.time(), minutes), "Interview: " + interview.candidate(), interview.place(),
				description, url);
		return ICalendar.write("Interviews", List.of(event), now);
	}

	private static ICalendar.Time time(InterviewDetails interview, @Nullable LocalTime time, int minutes) {
		if (time == null) {
			return ICalendar.Time.day(interview.date());
		}
		var start = interview.date().atTime(time);
		var end = start.plusMinutes(Math.max(minutes, 1));
		if (interview.zone().isEmpty()) {
			return ICalendar.Time.floating(start, end);
		}
		var instant = start.atZone(ZoneId.of(interview.zone())).toInstant();
		return ICalendar.Time.between(instant, instant.plusSeconds(60L * Math.max(minutes, 1)));
	}

}
