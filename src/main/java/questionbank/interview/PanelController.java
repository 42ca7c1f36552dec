package questionbank.interview;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.ReadableText;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;
import questionbank.web.UnicodeText;

/**
 * Serves owners and administrators: creates and withdraws the links of guests, and
 * reopens scorecards.
 */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}/scorecards/{panellist:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class PanelController {

	private static final String SHOW = "interview/show";

	private static final String NOTICE = "notice";

	private final GuestLinks links;

	private final Scorecards scorecards;

	private final InterviewModel page;

	private final PanelInvitations invitations;

	PanelController(GuestLinks links, Scorecards scorecards, InterviewModel page, PanelInvitations invitations) {
		this.links = links;
		this.scorecards = scorecards;
		this.page = page;
		this.invitations = invitations;
	}

	/** Shows the new link once, since only its hash is stored. */
	@Idempotent
	@PostMapping("/link")
	String createLink(@PathVariable long id, @PathVariable long panellist, Viewer viewer, Model model) {
		var created = this.links.create(id, panellist, viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("link", this.invitations.share(created, viewer));
		model.addAttribute("linked", created.guest().id());
		this.page.managed(id, viewer, model);
		return SHOW;
	}

	@Idempotent
	@PostMapping("/link/withdrawal")
	String withdrawLink(@PathVariable long id, @PathVariable long panellist, Viewer viewer, RedirectAttributes next) {
		if (!this.links.withdraw(id, panellist, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.invitations.withdraw(panellist);
		next.addFlashAttribute(NOTICE, "The link is withdrawn.");
		return "redirect:/interviews/" + id;
	}

	/** Answers the same whether or not the scorecard was submitted. */
	@Idempotent
	@PostMapping("/reopening")
	@Route(access = AccessLevel.ADMINISTRATOR, section = "interviews")
	String reopen(@PathVariable long id, @PathVariable long panellist,
			@Valid @ModelAttribute("form") ReopeningForm form, BindingResult errors, Viewer viewer, Model model,
			RedirectAttributes next) {
		this.page.managed(id, viewer, model);
		if (errors.hasErrors()) {
			model.addAttribute("reopening", panellist);
			return SHOW;
		}
		var name = this.scorecards.reopen(id, panellist, form.reason(), viewer)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		next.addFlashAttribute(NOTICE, name + " can change their scorecard.");
		return "redirect:/interviews/" + id;
	}

	/** The form that reopens a scorecard. */
	record ReopeningForm(@ReadableText(label = "The reason", max = 500,
			missing = "Please write why the scorecard is reopened: it stays in the record.") String reason) {

		ReopeningForm(@Nullable String reason) {
			this.reason = UnicodeText.typed(reason);
		}

	}

}
