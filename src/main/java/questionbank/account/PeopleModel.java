package questionbank.account;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.InvitationForm.Recipient;
import questionbank.account.People.CreatedLink;
import questionbank.mail.Mailer;
import questionbank.mail.Mailer.SharedLink;
import questionbank.web.ErrorCode;
import questionbank.web.Paging;
import questionbank.web.UnicodeText;

/** Fills the models of the administrators' pages about people. */
@Component
class PeopleModel {

	static final String FORM = "form";

	private static final int PAGE_SIZE = 50;

	private static final int MAX_SEARCH_LENGTH = 100;

	private static final int MAX_QUOTED = 60;

	private final People people;

	private final LinkMails mails;

	private final Mailer mailer;

	PeopleModel(People people, LinkMails mails, Mailer mailer) {
		this.people = people;
		this.mails = mails;
		this.mailer = mailer;
	}

	/** Lists people; a page number past the end shows the last page. */
	String list(String words, String page, Model model) {
		var searched = words.replaceAll("\\p{Cntrl}", " ");
		searched = searched.substring(0, Math.min(searched.length(), MAX_SEARCH_LENGTH));
		var total = this.people.count(searched);
		var number = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
		var paging = Paging.of(number, PAGE_SIZE, total, Integer.MAX_VALUE);
		if (paging.isBeyondLast()) {
			number = paging.last();
			paging = new Paging(number, paging.last());
		}
		model.addAttribute("q", searched);
		model.addAttribute("total", total);
		model.addAttribute("paging", paging);
		model.addAttribute("people", this.people.list(searched, number, PAGE_SIZE));
		addInvitations(model);
		model.addAttribute("roles", PersonForm.ROLES);
		model.addAttribute("mailed", this.mailer.isEnabled());
		if (!model.containsAttribute(FORM)) {
			model.addAttribute(FORM, new InvitationForm(null, null));
		}
		return "account/people";
	}

	private void addInvitations(Model model) {
		var invitations = this.people.invitations();
		model.addAttribute("invitations", invitations);
		model.addAttribute("deliveries", this.mailer.deliveries(
				invitations.stream().map((invitation) -> LinkMails.invitationReference(invitation.id())).toList()));
	}

	String person(PersonSummary person, Model model) {
		var reset = LinkMails.resetReference(person.id());
		model.addAttribute("person", person);
		model.addAttribute("roles", PersonForm.ROLES);
		model.addAttribute("access", PersonForm.ACCESS);
		model.addAttribute("mailed", this.mailer.isEnabled());
		model.addAttribute("delivery", this.mailer.deliveries(List.of(reset)).get(reset));
		this.people.findInvitedRole(person.email())
			.filter((role) -> role.compareTo(person.role()) > 0)
			.ifPresent((role) -> model.addAttribute("invitedAs", role));
		return "account/person";
	}

	/**
	 * Invites the recipients of a form, and shows the form again with those that are
	 * refused.
	 * @return whether a link was created
	 */
	boolean invite(InvitationForm form, Viewer creator, Model model) {
		var links = new ArrayList<SharedLink>();
		var refused = new LinkedHashMap<String, String>();
		var recipients = form.recipients();
		if (recipients.isEmpty() || recipients.size() > InvitationForm.MAX_RECIPIENTS) {
			refused.put(form.email(), recipients.isEmpty() ? "Please type an e-mail address."
					: "At most " + InvitationForm.MAX_RECIPIENTS + " people can be invited at once.");
		}
		else {
			recipients.forEach((recipient) -> create(recipient, form.invitedRole(), creator).ifPresentOrElse(
					(created) -> links.add(this.mails.invite(created, creator)),
					() -> refused.put(recipient.typed(), reason(recipient))));
		}
		showAgain(form, refused, model);
		model.addAttribute("links", links);
		return !links.isEmpty();
	}

	private Optional<CreatedLink> create(Recipient recipient, Role role, Viewer creator) {
		return EmailAddress.isValid(recipient.email())
				? this.people.invite(recipient.email(), recipient.name(), role, creator) : Optional.empty();
	}

	private static String reason(Recipient recipient) {
		var typed = "“" + UnicodeText.abbreviate(recipient.typed(), MAX_QUOTED) + "”";
		return EmailAddress.isValid(recipient.email())
				? typed + " has an account already. Find it below to change its role."
				: typed + " is not an e-mail address. One looks like name@example.org.";
	}

	private static void showAgain(InvitationForm form, Map<String, String> refused, Model model) {
		var shown = new InvitationForm(String.join("\n", refused.keySet()), form.role());
		var errors = new BeanPropertyBindingResult(shown, FORM);
		refused.values().forEach((reason) -> errors.rejectValue("email", "refused", reason));
		model.addAttribute(FORM, shown);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
	}

	/** Creates another link for an invitation, and sends it. */
	void renew(long invitation, Viewer creator, Model model) {
		var created = this.people.renewInvitation(invitation, creator)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.mails.withdraw(invitation);
		model.addAttribute("links", List.of(this.mails.invite(created, creator)));
	}

	/** Creates a link to choose a new password, and sends it. */
	Optional<SharedLink> reset(long id, Viewer creator) {
		return this.people.reset(id, creator).map(this.mails::reset);
	}

	/** Changes role and access, or rejects the form, which has no errors before. */
	void update(long id, PersonForm form, BindingResult errors, Model model) {
		switch (this.people.changeAccess(id, form.chosenRole(), form.isActive(), form.version())) {
			case LAST_ADMINISTRATOR ->
				errors.reject("last", "This is the last administrator. Make another person an administrator first.");
			case STALE -> {
				var now = this.people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
				errors.reject(ErrorCode.CONFLICT,
						"This account has been changed in the meantime: it is now " + now.role().slug() + " and "
								+ now.state().toLowerCase(Locale.ROOT) + ". Save again to apply your choices below.");
				model.addAttribute("version", now.version());
			}
			case DONE -> {
			}
		}
	}

}
