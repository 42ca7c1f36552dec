package questionbank.interview;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CalendarFileTests {

	private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

	@Test
	void writesAnEventInUtcForAKnownTimeZone() {
		assertThat(write("Kim", LocalTime.of(14, 30), "Europe/Berlin", "Room 7")).isEqualTo("""
				BEGIN:VCALENDAR
				VERSION:2.0
				PRODID:-//Question Bank//Interviews//EN
				BEGIN:VEVENT
				UID:interview-7@bank.example.org
				DTSTAMP:20260501T080000Z
				DTSTART:20260531T123000Z
				DTEND:20260531T131500Z
				SUMMARY:Interview: Kim
				LOCATION:Room 7
				DESCRIPTION:Kit\\nEngineer
				URL:https://bank.example.org/interviews/7
				END:VEVENT
				END:VCALENDAR
				""".replace("\n", "\r\n"));
	}

	@Test
	void writesAFloatingTimeWithoutATimeZoneAndADayWithoutATime() {
		assertThat(write("Kim", LocalTime.of(14, 30), "", ""))
			.contains("\r\nDTSTART:20260531T143000\r\nDTEND:20260531T151500\r\n")
			.doesNotContain("LOCATION");
		assertThat(write("Kim", null, "Europe/Berlin", "")).contains("\r\nDTSTART;VALUE=DATE:20260531\r\n");
	}

	@Test
	void escapesTextSoThatNoLineCanBeInjected() {
		var file = write("Kim; a, b\\c\r\nATTENDEE:x", null, "", "");
		assertThat(file).contains("SUMMARY:Interview: Kim\\; a\\, b\\\\c\\nATTENDEE:x\r\n");
	}

	@Test
	void foldsLinesAtSeventyFiveOctetsBetweenCharacters() {
		var label = "Ø😀".repeat(100);
		var file = write(label, null, "", "");
		assertThat(file.lines()).allMatch((line) -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
			.allMatch((line) -> line.indexOf('\uFFFD') < 0);
		assertThat(file.replace("\r\n ", "")).contains("SUMMARY:Interview: " + label + "\r\n");
	}

	private static String write(String candidate, LocalTime time, String zone, String place) {
		var interview = new InterviewDetails(7, "Ada", 1, 1, "Kit", "Engineer", "", candidate,
				LocalDate.of(2026, 5, 31), time, zone, place, NOW, null, null, 0);
		return CalendarFile.write(interview, 45, "https://bank.example.org/interviews/7", "bank.example.org", NOW);
	}

}
