package questionbank.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

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
import questionbank.interview.Interviews.EditResult;
import questionbank.interview.Interviews.RemovalResult;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves owners and administrators: edits interviews, and adds and removes panellists.
 */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews", subject = "interview")
class InterviewEditorController {

	private static final String NOTICE = "notice";

	private static final String EDIT = "interview/edit";

	private final Interviews interviews;

	private final InterviewModel page;

	private final PanelInvitations invitations;

	private final Clock clock;

	InterviewEditorController(Interviews interviews, InterviewModel page, PanelInvitations invitations, Clock clock) {
		this.invitations = invitations;
		this.interviews = interviews;
		this.page = page;
		this.clock = clock;
	}

	@GetMapping("/edit")
	String open(@PathVariable long id, Viewer viewer, Model model) {
		model.addAttribute(InterviewModel.FORM, InterviewForm.of(this.page.editable(id, viewer, model).details()));
		return EDIT;
	}

	@Idempotent
	@PostMapping
	String update(@PathVariable long id, @ModelAttribute(InterviewModel.FORM) InterviewForm form, BindingResult errors,
			Viewer viewer, Model model, RedirectAttributes next) {
		var present = this.page.editable(id, viewer, model);
		form.check(errors, false, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		if (errors.hasErrors()) {
			return EDIT;
		}
		var result = edit(id, form, viewer);
		if (result != EditResult.SAVED) {
			this.page.refuse(result, form, present.details(), model);
			return EDIT;
		}
		next.addFlashAttribute(NOTICE, "The interview is saved." + this.invitations.send(id, present.panel(), viewer));
		return "redirect:/interviews/" + id;
	}

	/** Responds the same whether or not the scorecard was begun. */
	@Idempotent
	@PostMapping("/scorecards/{panellist:[0-9]{1,18}}/removal")
	String remove(@PathVariable long id, @PathVariable long panellist, Viewer viewer, RedirectAttributes next) {
		var result = this.interviews.removePanellist(id, panellist, viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (result == RemovalResult.REMOVED) {
			this.invitations.withdraw(panellist);
		}
		next.addFlashAttribute(NOTICE, switch (result) {
			case REMOVED -> "The panellist is removed.";
			case CLOSED -> "No panellist is removed: the interview is closed.";
			case LAST -> "A panel has at least one member. Add another one first.";
		});
		return "redirect:/interviews/" + id;
	}

	private EditResult edit(long id, InterviewForm form, Viewer viewer) {
		return this.interviews.change(id, form.base(), form.draft(), viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
