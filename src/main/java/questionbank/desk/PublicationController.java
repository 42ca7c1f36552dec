package questionbank.desk;

import java.util.List;

import jakarta.validation.ConstraintViolationException;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

	private final EditModel page;

	PublicationController(QuestionBank bank, EditModel page) {
		this.bank = bank;
		this.page = page;
	}

	/** Publishes a question; if it lacks what that needs, opens the editor. */
	@Idempotent
	@PostMapping("/publication")
	String publish(@PathVariable long id, @RequestParam(defaultValue = "") String version, Viewer viewer, Model model,
			RedirectAttributes next) {
		try {
			var note = change(id, QuestionStatus.PUBLISHED, "Published", version, viewer);
			next.addFlashAttribute("notice", "The question is published." + note);
			return "redirect:/questions/" + id;
		}
		catch (ConstraintViolationException ex) {
			return this.page.refuse(id, (draft) -> draft.as(QuestionStatus.PUBLISHED), "Published", viewer, model);
		}
	}

	@Idempotent
	@PostMapping("/retirement")
	String retire(@PathVariable long id, @RequestParam(defaultValue = "") String version, Viewer viewer,
			RedirectAttributes next) {
		var note = change(id, QuestionStatus.RETIRED, "Retired", version, viewer);
		next.addFlashAttribute("notice", "The question is retired. Only administrators can find it." + note);
		return "redirect:/questions/" + id;
	}

	/**
	 * Changes the status alone, and keeps the changes of others.
	 * @param version the version that the page showed
	 * @return further sentences for the notice, each after a space: what a published
	 * question should have, and whether the version was not the latest
	 */
	private String change(long id, QuestionStatus status, String reason, String version, Viewer viewer) {
		var before = this.bank.write(viewer.name(), (questions) -> {
			var present = questions.details(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
			questions.change(List.of(id), (draft) -> draft.as(status), reason);
			return present;
		});
		return QuestionForm.warning(before.content().as(status))
				+ ((version.isEmpty() || version.equals(Integer.toString(before.version()))) ? ""
						: " " + before.changedBy() + " has changed it since you opened it: please check it.");
	}

}
