package questionbank.interview;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves owners and administrators: closes and deletes interviews, and removes their
 * personal data.
 */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class InterviewClosingController {

	private static final String NOTICE = "notice";

	private static final String SHOW = "interview/show";

	private final Interviews interviews;

	private final Retention retention;

	private final InterviewModel page;

	InterviewClosingController(Interviews interviews, Retention retention, InterviewModel page) {
		this.interviews = interviews;
		this.retention = retention;
		this.page = page;
	}

	/** Shows what closing does, and who is pending if the viewer may see that. */
	@GetMapping("/closing")
	String confirm(@PathVariable long id, Viewer viewer, Model model) {
		return this.page.managed(id, viewer, model).details().isClosed() ? "redirect:/interviews/" + id
				: "interview/closing";
	}

	@Idempotent
	@PostMapping("/closing")
	String close(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		if (!this.interviews.close(id, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		next.addFlashAttribute(NOTICE, "The interview is closed.");
		return "redirect:/interviews/" + id;
	}

	@Idempotent
	@PostMapping("/deletion")
	String delete(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		var isDeleted = this.retention.delete(id, viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		next.addFlashAttribute(NOTICE, isDeleted ? "The interview is deleted."
				: "The interview is not deleted: its day has come, or it is closed.");
		return isDeleted ? "redirect:/interviews" : "redirect:/interviews/" + id;
	}

	@Idempotent
	@PostMapping("/removal")
	String remove(@PathVariable long id, @Valid @ModelAttribute("removal") RemovalForm form, BindingResult errors,
			Viewer viewer, Model model, RedirectAttributes next) {
		this.page.managed(id, viewer, model);
		if (errors.hasErrors()) {
			model.addAttribute("unconfirmed", true);
			return SHOW;
		}
		if (!this.retention.remove(id, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		next.addFlashAttribute(NOTICE, "The personal data of this interview is removed.");
		return "redirect:/interviews/" + id;
	}

	/** The form that removes personal data, which has to be confirmed. */
	record RemovalForm(@Pattern(regexp = "true",
			message = "Please confirm that the personal data is to be removed.") @NotNull String sure) {
	}

}
