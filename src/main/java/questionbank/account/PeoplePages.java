package questionbank.account;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.BaseUrl.ShareableLink;
import questionbank.web.Paging;

/** Puts together what administrators see of people. */
@Component
class PeoplePages {

	private static final int PAGE_SIZE = 50;

	private static final int LONGEST_SEARCH = 100;

	private final People people;

	private final BaseUrl address;

	PeoplePages(People people, BaseUrl address) {
		this.people = people;
		this.address = address;
	}

	/** The list; a page that there is not is the last. */
	String list(String words, String page, Model model) {
		var searched = words.replaceAll("\\p{Cntrl}", " ");
		searched = searched.substring(0, Math.min(searched.length(), LONGEST_SEARCH));
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
		model.addAttribute("roles", PersonForm.ROLES);
		if (!model.containsAttribute("form")) {
			model.addAttribute("form", new InvitationForm(null, null));
		}
		return "account/people";
	}

	String person(PersonSummary person, Model model) {
		model.addAttribute("person", person);
		model.addAttribute("roles", PersonForm.ROLES);
		model.addAttribute("access", PersonForm.ACCESS);
		this.people.findInvitedRole(person.email())
			.filter((role) -> role.compareTo(person.role()) > 0)
			.ifPresent((role) -> model.addAttribute("invitedAs", role));
		return "account/person";
	}

	/** Makes an invitation link, or rejects the e-mail address if it has an account. */
	@Nullable ShareableLink invite(InvitationForm form, BindingResult errors) {
		var secret = this.people.invite(FormRules.email(form.email()),
				PersonForm.named(form.role()).orElse(Role.CANDIDATE));
		if (secret.isEmpty()) {
			errors.rejectValue("email", "taken",
					"There is an account of this address already. Find it below, and change its role.");
		}
		return secret.map((token) -> this.address.link("/invitations/" + token)).orElse(null);
	}

	/** Makes a link to choose a new password. */
	@Nullable ShareableLink reset(long id) {
		return this.people.reset(id).map((token) -> this.address.link("/resets/" + token)).orElse(null);
	}

	/** Does what the form says, or notes why not. */
	HttpStatus update(long id, PersonForm form, BindingResult errors, Model model) {
		form.check(errors);
		if (errors.hasErrors()) {
			return HttpStatus.UNPROCESSABLE_CONTENT;
		}
		var role = PersonForm.named(form.role()).orElseThrow();
		switch (this.people.place(id, role, form.isOpen(), form.version())) {
			case LAST_ADMINISTRATOR -> {
				errors.reject("last", "This is the last administrator. Make somebody else one first.");
				return HttpStatus.UNPROCESSABLE_CONTENT;
			}
			case STALE -> {
				var now = this.people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
				errors.reject("changed",
						"Somebody else changed this person meanwhile, who is now " + now.role().slug() + " and "
								+ (now.enabled() ? "may sign in" : "may not sign in")
								+ ". Save again to make it as chosen below.");
				model.addAttribute("version", now.version());
				return HttpStatus.CONFLICT;
			}
			case DONE -> {
				return HttpStatus.OK;
			}
			default -> throw new IllegalStateException();
		}
	}

}
