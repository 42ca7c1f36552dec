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
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/**
 * Serves owners and administrators: changes and closes interviews, and removes their
 * personal data.
 */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class InterviewChangeController {

	private static final String SHOW = "interview/show";

	private static final String EDIT = "interview/edit";

	private final Interviews interviews;

	private final Retention retention;

	private final InterviewModel page;

	InterviewChangeController(Interviews interviews, Retention retention, InterviewModel page) {
		this.interviews = interviews;
		this.retention = retention;
		this.page = page;
	}

	@GetMapping("/edit")
	String open(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute("form", InterviewForm.of(editable(id, viewer, model).details()));
		return EDIT;
	}

	@Idempotent
	@PostMapping
	String update(@PathVariable long id, @ModelAttribute("form") InterviewForm form, BindingResult errors,
			Viewer viewer, Model model, RedirectAttributes next) {
		editable(id, viewer, model);
		form.check(errors, false);
		if (errors.hasErrors()) {
			return EDIT;
		}
		this.interviews.change(id, form.draft(), viewer);
		next.addFlashAttribute("notice", "The interview is saved.");
		return "redirect:/interviews/" + id;
	}

	@Idempotent
	@PostMapping("/closing")
	String close(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		if (!this.interviews.close(id, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		next.addFlashAttribute("notice", "The interview is closed.");
		return "redirect:/interviews/" + id;
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
		this.retention.remove(id, viewer);
		next.addFlashAttribute("notice", "The personal data of this interview is removed.");
		return "redirect:/interviews/" + id;
	}

	private InterviewView editable(long id, Viewer viewer, Model model) {
		var interview = this.page.managed(id, viewer, model);
		if (interview.details().removedAt() != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return interview;
	}

	/** The form that removes personal data, which has to be confirmed. */
	record RemovalForm(@Pattern(regexp = "true",
			message = "Please confirm that the personal data is to be removed.") @NotNull String sure) {
	}

}
