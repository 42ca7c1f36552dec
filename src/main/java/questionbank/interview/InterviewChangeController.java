package questionbank.interview;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.AccessLevel;
import questionbank.web.BaseUrl;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.TextRule;
import questionbank.web.UnicodeText;

/**
 * Serves owners and administrators: changes and closes interviews, and manages the links
 * of guests.
 */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class InterviewChangeController {

	private static final String SHOW = "interview/show";

	private static final String EDIT = "interview/edit";

	private static final TextRule REASON = new TextRule("The reason", 500,
			"Please write why the scorecard is reopened: it stays in the record.", false);

	private final Interviews interviews;

	private final Scorecards scorecards;

	private final Retention retention;

	private final BaseUrl address;

	InterviewChangeController(Interviews interviews, Scorecards scorecards, Retention retention, BaseUrl address) {
		this.interviews = interviews;
		this.scorecards = scorecards;
		this.retention = retention;
		this.address = address;
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
	String remove(@PathVariable long id, @RequestParam(defaultValue = "") String sure, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes next) {
		managed(id, viewer, model);
		if (!"true".equals(sure)) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			model.addAttribute("unconfirmed", true);
			return SHOW;
		}
		this.retention.remove(id, viewer);
		next.addFlashAttribute("notice", "The personal data of this interview is removed.");
		return "redirect:/interviews/" + id;
	}

	/** Shows the new link once, since only its hash is stored. */
	@Idempotent
	@PostMapping("/scorecards/{panellist:[0-9]{1,18}}/link")
	String createLink(@PathVariable long id, @PathVariable long panellist, Viewer viewer, Model model) {
		var token = this.interviews.createLink(id, panellist, viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		managed(id, viewer, model);
		model.addAttribute("link", this.address.link("/scorecards/" + token));
		model.addAttribute("linked", panellist);
		return SHOW;
	}

	@Idempotent
	@PostMapping("/scorecards/{panellist:[0-9]{1,18}}/link/withdrawal")
	String withdrawLink(@PathVariable long id, @PathVariable long panellist, Viewer viewer, RedirectAttributes next) {
		if (!this.interviews.withdrawLink(id, panellist, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		next.addFlashAttribute("notice", "The link is withdrawn.");
		return "redirect:/interviews/" + id;
	}

	/** Answers the same whether or not the scorecard was submitted. */
	@Idempotent
	@PostMapping("/scorecards/{panellist:[0-9]{1,18}}/reopening")
	@Route(access = AccessLevel.ADMINISTRATOR, section = "interviews")
	String reopen(@PathVariable long id, @PathVariable long panellist, @ModelAttribute("form") ReopeningForm form,
			BindingResult errors, Viewer viewer, Model model, RedirectAttributes next) {
		managed(id, viewer, model);
		REASON.check(form.reason(), "reason", errors);
		if (errors.hasErrors()) {
			model.addAttribute("reopening", panellist);
			return SHOW;
		}
		var name = this.scorecards.reopen(id, panellist, form.reason(), viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		next.addFlashAttribute("notice", name + " can change their scorecard.");
		return "redirect:/interviews/" + id;
	}

	private InterviewView editable(long id, Viewer viewer, Model model) {
		var interview = managed(id, viewer, model);
		if (interview.details().removedAt() != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return interview;
	}

	private InterviewView managed(long id, Viewer viewer, Model model) {
		var interview = this.interviews.find(id, viewer, Matrix.Sort.of(""))
			.filter(InterviewView::managed)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("interview", interview);
		return interview;
	}

	/** The form that reopens a scorecard. */
	record ReopeningForm(String reason) {

		ReopeningForm(@Nullable String reason) {
			this.reason = UnicodeText.typed(reason);
		}

	}

}
