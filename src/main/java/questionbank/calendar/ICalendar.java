package questionbank.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes events as a calendar. A library such as ical4j or biweekly weighs megabytes with
 * what it depends on, for a dozen lines without recurrence; so this escapes and folds
 * them itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5545">RFC 5545, iCalendar</a>
 */
public final class ICalendar {

	/** Maximum octets of a line without its break (RFC 5545, 3.1). */
	private static final int LINE_LENGTH = 75;

	private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

	private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

	private ICalendar() {
	}

	/**
	 * Writes a calendar.
	 * @param product the part of the program that writes it
	 * @param now the time of the export
	 */
	public static String write(String product, List<Event> events, Instant now) {
		var lines = new ArrayList<String>(
				List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Question Bank//" + product + "//EN"));
		for (var event : events) {
			lines.addAll(List.of("BEGIN:VEVENT", "UID:" + event.uid, "DTSTAMP:" + utc(now)));
			lines.addAll(event.time.lines);
			add(lines, "SUMMARY", escape(event.summary));
			add(lines, "LOCATION", escape(event.location));
			add(lines, "DESCRIPTION", escape(event.description));
			add(lines, "URL", event.url);
			lines.add("END:VEVENT");
		}
		lines.add("END:VCALENDAR");
		var file = new StringBuilder();
		lines.forEach((line) -> file.append(fold(line)).append("\r\n"));
		return file.toString();
	}

	private static void add(List<String> lines, String name, String value) {
		if (!value.isEmpty()) {
			lines.add(name + ":" + value);
		}
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

	/**
	 * An event.
	 *
	 * @param uid the globally unique identifier, the same in every export
	 * @param location empty for none
	 * @param description empty for none
	 */
	public record Event(String uid, Time time, String summary, String location, String description, String url) {
	}

	/** The time of an event, as lines of the calendar. */
	public static final class Time {

		private final List<String> lines;

		private Time(String... lines) {
			this.lines = List.of(lines);
		}

		/** A whole day. */
		public static Time day(LocalDate day) {
			return new Time("DTSTART;VALUE=DATE:" + DATE.format(day));
		}

		/** Whole days, the last one included, which do not count as busy. */
		public static Time days(LocalDate first, LocalDate last) {
			return new Time("DTSTART;VALUE=DATE:" + DATE.format(first),
					"DTEND;VALUE=DATE:" + DATE.format(last.plusDays(1)), "TRANSP:TRANSPARENT");
		}

		/** A floating time: the local time of each reader. */
		public static Time floating(LocalDateTime start, LocalDateTime end) {
			return new Time("DTSTART:" + DATE_TIME.format(start), "DTEND:" + DATE_TIME.format(end));
		}

		public static Time between(Instant start, Instant end) {
			return new Time("DTSTART:" + utc(start), "DTEND:" + utc(end));
		}

	}

}
