package questionbank.interview;

import java.nio.charset.StandardCharsets;
import java.time.Clock;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.interview.QuestionTexts.QuestionText;
import questionbank.web.BaseUrl;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: the record of an interview, and its calendar file. */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews", subject = "interview")
class RecordController {

	private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final InterviewCatalogue interviews;

	private final BaseUrl address;

	private final Clock clock;

	RecordController(InterviewCatalogue interviews, BaseUrl address, Clock clock) {
		this.interviews = interviews;
		this.address = address;
		this.clock = clock;
	}

	@GetMapping("/record")
	String show(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("record", find(id, viewer));
		return "interview/record";
	}

	@GetMapping("/record.json")
	ResponseEntity<InterviewRecord> json(@PathVariable long id, Viewer viewer) {
		var record = find(id, viewer);
		return file(record.fileName("json"), MediaType.APPLICATION_JSON).body(record);
	}

	@GetMapping("/record.csv")
	ResponseEntity<String> csv(@PathVariable long id, Viewer viewer) {
		var record = find(id, viewer);
		return file(record.fileName("csv"), CSV).body(RecordCsv.write(record));
	}

	@GetMapping("/calendar.ics")
	ResponseEntity<String> calendar(@PathVariable long id, Viewer viewer) {
		var record = find(id, viewer);
		return file(record.fileName("ics"), CALENDAR).body(CalendarFile.write(record.interview(),
				record.questions().stream().mapToInt(QuestionText::minutes).sum(),
				this.address.link("/interviews/" + id).url(), this.address.host(), this.clock.instant()));
	}

	private static ResponseEntity.BodyBuilder file(String name, MediaType type) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name).build().toString())
			.contentType(type);
	}

	private InterviewRecord find(long id, Viewer viewer) {
		return this.interviews.findRecord(id, viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
