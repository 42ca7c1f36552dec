package questionbank.interview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Writes an interview as a calendar file with one event. A library such as ical4j or
 * biweekly weighs megabytes with what it depends on, for a dozen lines without
 * recurrence; so this escapes and folds them itself. A time without a time zone is
 * floating: the local time of each reader.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545, iCalendar</a>
 */
final class CalendarFile {

	/** Maximum octets of a line without its break (RFC 5545, 3.1). */
	private static final int LINE_LENGTH = 75;

	private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

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
		var lines = new ArrayList<String>(
				List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Question Bank//Interviews//EN", "BEGIN:VEVENT",
						"UID:interview-" + interview.id() + "@" + host, "DTSTAMP:" + utc(now)));
		lines.addAll(time(interview, interview.time(), minutes));
		lines.add("SUMMARY:" + escape("Interview: " + interview.candidate()));
		if (!interview.place().isEmpty()) {
			lines.add("LOCATION:" + escape(interview.place()));
		}
		lines.add("DESCRIPTION:"
				+ escape(interview.title() + (interview.role().isEmpty() ? "" : "\n" + interview.role())));
		lines.add("URL:" + url);
		lines.addAll(List.of("END:VEVENT", "END:VCALENDAR"));
		var file = new StringBuilder();
		lines.forEach((line) -> file.append(fold(line)).append("\r\n"));
		return file.toString();
	}

	private static List<String> time(InterviewDetails interview, @Nullable LocalTime time, int minutes) {
		if (time == null) {
			return List.of("DTSTART;VALUE=DATE:" + DATE.format(interview.date()));
		}
		var start = interview.date().atTime(time);
		var end = start.plusMinutes(Math.max(minutes, 1));
		if (interview.zone().isEmpty()) {
			return List.of("DTSTART:" + DATE_TIME.format(start), "DTEND:" + DATE_TIME.format(end));
		}
		var zone = ZoneId.of(interview.zone());
		var instant = start.atZone(zone).toInstant();
		return List.of("DTSTART:" + utc(instant), "DTEND:" + utc(instant.plusSeconds(60L * Math.max(minutes, 1))));
	}

	private static String utc(Instant instant) {
		return DATE_TIME.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
	}

	/** Escapes a text value (RFC 5545, 3.3.11). */
	static String escape(String text) {
		return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replaceAll("\r\n|\r|\n", "\\\\n");
	}

	/** Folds a line to lines of at most 75 octets, between characters. */
	static String fold(String line) {
		var folded = new StringBuilder();
		var octets = 0;
		for (int at = 0; at < line.length();) {
			var character = line.codePointAt(at);
			var text = Character.toString(character);
			var length = text.getBytes(StandardCharsets.UTF_8).length;
			if (octets + length > LINE_LENGTH) {
				folded.append("\r\n ");
				octets = 1;
			}
			folded.append(text);
			octets += length;
			at += text.length();
		}
		return folded.toString();
	}

}
