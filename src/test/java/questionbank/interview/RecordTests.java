package questionbank.interview;

import java.time.format.DateTimeFormatter;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import questionbank.PageTest;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class RecordTests extends InterviewFixture {

	@ParameterizedTest
	@ValueSource(strings = { "=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20" })
	void escapesCellsThatSpreadsheetsTakeForFormulas(String first) {
		assertThat(RecordCsv.escape(first + "1")).isEqualTo("'" + first + "1");
		assertThat(RecordCsv.escape("1" + first)).isEqualTo("1" + first);
	}

	@Test
	void holdsEverythingInEveryFormat() {
		var interview = create("=Kim", this.ownerAccount.email(), this.otherAccount.email());
		var scorecard = interview + "/scorecard";
		submit(this.owner, this.owner.open(scorecard), "rating-1", "4", "rating-2", "2", "rating-3", "not-asked",
				"points-1", "1", "notes-1", "-1 for style, \"quoted\"\nsecond line", "seconds-1", "270",
				"recommendation", "3", "reason", "Calm");
		submitAll(this.other, scorecard, "2");
		var point = this.owner.open(scorecard).text("#points-1 label:nth-of-type(1)");
		var prompt = this.owner.open("/questions/1").text("h1");
		var page = this.owner.open(interview + "/record");
		assertThat(page.text("main")).contains("=Kim", "revision 1", "1. " + prompt,
				this.ownerAccount.name() + ": 4 outstanding", "not asked", point, "second line", "Time 4:30", "3 yes",
				"Calm", "Scorecard submitted");
		var json = this.owner.open(interview + "/record.json").html().text();
		assertThat(json).contains("\"candidate\":\"=Kim\"", "\"question\":1,\"revision\":1",
				"\"rating\":4,\"label\":\"outstanding\"", "\"seconds\":270", "\"title\":\"Integration engineers\"",
				"\"kitRevision\":1");
		var csv = this.owner.open(interview + "/record.csv");
		assertThat(csv.header("Content-Type")).startsWith("text/csv");
		assertThat(csv.html().wholeText()).contains("'=Kim", "\"'-1 for style, \"\"quoted\"\"\nsecond line\"")
			.startsWith("interview,date,candidate,role,kit,kitRevision,number,question,revision,");
	}

	@Test
	void keepsAReopenedScorecardAsItWasSubmitted() {
		var interview = create();
		submitAll(this.owner, interview + "/scorecard", "3");
		var administrator = signedIn(Role.ADMINISTRATOR);
		administrator.send(administrator.open(interview),
				"form[action$='/" + panellist(interview, this.ownerAccount.email()) + "/reopening']", "reason",
				"Mixed up");
		submitAll(this.owner, interview + "/scorecard", "1");
		assertThat(this.owner.open(interview + "/record").text(".log")).contains("Scorecard reopened", "Mixed up",
				"1. solid");
		assertThat(this.owner.open(interview + "/record.json").html().text()).contains("\"former\":{", "Noted 3",
				"Noted 1");
	}

	@Test
	void keepsAReopenedScorecardFullOfQuotes() {
		this.kit = addKit(LongStream.range(0, 50).map((at) -> at % 10 + 1).toArray());
		var interview = create();
		var quotes = "\"".repeat(5_000);
		var fields = IntStream.rangeClosed(1, 50)
			.boxed()
			.flatMap((number) -> Stream.of("notes-" + number, quotes))
			.toList();
		var scorecard = this.owner.open(interview + "/scorecard");
		save(this.owner, scorecard, Stream.concat(fields.stream(), Stream.of("reason", quotes)).toArray(String[]::new));
		submit(this.owner, this.owner.open(interview + "/scorecard"), "anyway", "true");
		var administrator = signedIn(Role.ADMINISTRATOR);
		var reopened = administrator.send(administrator.open(interview),
				"form[action$='/" + panellist(interview, this.ownerAccount.email()) + "/reopening']", "reason",
				"Mixed up");
		assertThat(reopened.status()).isEqualTo(302);
		assertThat(
				this.database.sql("select scorecard from interview_event where kind = 'REOPENED' and interview_id = ?")
					.param(id(interview))
					.query(String.class)
					.single())
			.hasSizeGreaterThan(500_000);
		assertThat(this.owner.open(interview + "/record").text(".log")).contains("50. not rated");
	}

	@Test
	void isACalendarFileForThePanel() {
		var calendar = this.other.open(create() + "/calendar.ics");
		assertThat(calendar.header("Content-Type")).startsWith("text/calendar");
		assertThat(calendar.html().wholeText()).contains("SUMMARY:Interview: Kim",
				"DTSTART:" + DateTimeFormatter.BASIC_ISO_DATE.format(this.date) + "T143000");
	}

}
