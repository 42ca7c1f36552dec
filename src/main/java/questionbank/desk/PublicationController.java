package questionbank.desk;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: publishes and retires questions. */
@Controller
@RequestMapping("/questions/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class PublicationController {

	private final QuestionBank bank;

	PublicationController(QuestionBank bank) {
		this.bank = bank;
	}

	@Idempotent
	@PostMapping("/publication")
	String publish(@PathVariable long id, @RequestParam(defaultValue = "") String version, Viewer viewer,
			RedirectAttributes next) {
		var concurrent = change(id, QuestionStatus.PUBLISHED, "Published", version, viewer);
		next.addFlashAttribute("notice", "The question is published." + concurrent);
		return "redirect:/questions/" + id;
	}

	@Idempotent
	@PostMapping("/retirement")
	String retire(@PathVariable long id, @RequestParam(defaultValue = "") String version, Viewer viewer,
			RedirectAttributes next) {
		var concurrent = change(id, QuestionStatus.RETIRED, "Retired", version, viewer);
		next.addFlashAttribute("notice", "The question is retired. Only administrators can find it." + concurrent);
		return "redirect:/questions/" + id;
	}

	/**
	 * Changes the status alone, and keeps the changes of others.
	 * @param version the version that the page showed
	 * @return a note for the notice if it was not the latest, else an empty text
	 */
	private String change(long id, QuestionStatus status, String reason, String version, Viewer viewer) {
		var before = this.bank.write(viewer.name(), (questions) -> {
			var present = questions.details(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
			questions.change(List.of(id), (draft) -> draft.as(status), reason);
			return present;
		});
		return (version.isEmpty() || version.equals(Integer.toString(before.version()))) ? ""
				: " " + before.changedBy() + " has changed it since you opened it: please check it.";
	}

}
