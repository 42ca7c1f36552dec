package questionbank.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.csv.CsvMapper;

import questionbank.interview.InterviewRecord.Scorecard;
import questionbank.interview.InterviewRecord.ScoredAnswer;
import questionbank.interview.QuestionTexts.QuestionText;

/**
 * Writes a record as CSV: a line for each question of each scorecard, or for each
 * question if the viewer may see no scorecard.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP, CSV
 * injection</a>
 */
final class RecordCsv {

	/** First characters of formulas; some spreadsheets also take the full-width ones. */
	private static final String FORMULA = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

	private static final CsvMapper CSV = new CsvMapper();

	private RecordCsv() {
	}

	static String write(InterviewRecord record) {
		var lines = record.scorecards().isEmpty()
				? record.questions().stream().map((question) -> Line.of(record, question, null, null))
				: record.scorecards().stream().flatMap((scorecard) -> lines(record, scorecard));
		return CSV.writer(CSV.schemaFor(Line.class).withHeader().withLineSeparator("\r\n"))
			.writeValueAsString(lines.toList());
	}

	private static Stream<Line> lines(InterviewRecord record, Scorecard scorecard) {
		return scorecard.answers()
			.stream()
			.map((answer) -> Line.of(record, record.questions().get(answer.number() - 1), scorecard, answer));
	}

	/**
	 * Escapes a cell that a spreadsheet would take for a formula, by a leading
	 * apostrophe.
	 */
	static String escape(String text) {
		return (!text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
	}

	/** A line, with its columns in order. */
	@JsonPropertyOrder({ "interview", "date", "candidate", "role", "kit", "kitRevision", "number", "question",
			"revision", "prompt", "panellist", "submittedAt", "rating", "label", "points", "notes", "seconds",
			"recommendation", "reason", "removed" })
	record Line(long interview, LocalDate date, String candidate, String role, String kit, int kitRevision, int number,
			long question, int revision, String prompt, String panellist, @Nullable Instant submittedAt,
			@Nullable Integer rating, String label, String points, String notes, @Nullable Integer seconds,
			@Nullable Integer recommendation, String reason, boolean removed) {

		static Line of(InterviewRecord record, QuestionText question, @Nullable Scorecard scorecard,
				@Nullable ScoredAnswer answer) {
			var interview = record.interview();
			return new Line(interview.id(), interview.date(), escape(interview.candidate()), escape(interview.role()),
					escape(interview.title()), interview.kitRevision(), question.number(), question.question(),
					question.revision(), escape(question.prompt()),
					(scorecard != null) ? escape(scorecard.panellist()) : "",
					(scorecard != null) ? scorecard.submittedAt() : null, (answer != null) ? answer.rating() : null,
					(answer != null) ? answer.label() : "",
					(answer != null) ? escape(String.join("; ", answer.points())) : "",
					(answer != null) ? escape(answer.notes()) : "", (answer != null) ? answer.seconds() : null,
					(scorecard != null) ? scorecard.recommendation() : null,
					(scorecard != null) ? escape(scorecard.reason()) : "", scorecard != null && scorecard.removed());
		}

	}

}
