package questionbank.account;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Invites people, renews and withdraws invitations. */
@Controller
@RequestMapping("/people/invitations")
@Route(access = AccessLevel.ADMINISTRATOR, section = "people")
class PeopleInvitationController {

	private static final String ONE = "/{id:[0-9]{1,18}}";

	private final People people;

	private final LinkMails mails;

	private final PeopleModel peopleModel;

	PeopleInvitationController(People people, LinkMails mails, PeopleModel peopleModel) {
		this.people = people;
		this.mails = mails;
		this.peopleModel = peopleModel;
	}

	/** Shows the new links once, since only their hashes are stored. */
	@Idempotent
	@PostMapping
	ModelAndView invite(@Valid @ModelAttribute(PeopleModel.FORM) InvitationForm form, BindingResult errors,
			Viewer viewer, Model model) {
		var invited = !errors.hasErrors() && this.peopleModel.invite(form, viewer, model);
		var page = new ModelAndView(this.peopleModel.list("", "1", model));
		if (invited) {
			// Repeating it would replace the links, even if some addresses are refused.
			page.setStatus(HttpStatus.OK);
		}
		return page;
	}

	@Idempotent
	@PostMapping(ONE + "/renewal")
	String renew(@PathVariable long id, Viewer viewer, Model model) {
		this.peopleModel.renew(id, viewer, model);
		return this.peopleModel.list("", "1", model);
	}

	@PostMapping(ONE + "/removal")
	String withdraw(@PathVariable long id, RedirectAttributes after) {
		this.people.withdrawInvitation(id);
		this.mails.withdraw(id);
		after.addFlashAttribute("notice", "The invitation is withdrawn. Its link no longer works.");
		return "redirect:/people";
	}

}
