package questionbank.account;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.web.BaseUrl;
import questionbank.web.BaseUrl.ShareableLink;
import questionbank.web.ErrorCode;
import questionbank.web.Paging;

/** Fills the models of the administrators' pages about people. */
@Component
class PeopleModel {

	private static final int PAGE_SIZE = 50;

	private static final int MAX_SEARCH_LENGTH = 100;

	private final People people;

	private final BaseUrl baseUrl;

	PeopleModel(People people, BaseUrl baseUrl) {
		this.people = people;
		this.baseUrl = baseUrl;
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
		model.addAttribute("invitations", this.people.invitations());
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

	/** Creates an invitation link, or rejects an e-mail address that has an account. */
	@Nullable ShareableLink invite(InvitationForm form, BindingResult errors, Viewer creator) {
		var created = this.people.invite(FormRules.email(form.email()), form.invitedRole(), creator);
		if (created.isEmpty()) {
			errors.rejectValue("email", "taken",
					"An account with this e-mail address already exists. Find it below to change its role.");
		}
		return created.map((token) -> this.baseUrl.link("/invitations/" + token)).orElse(null);
	}

	/** Creates a link to choose a new password. */
	@Nullable ShareableLink reset(long id, Viewer creator) {
		return this.people.reset(id, creator).map((token) -> this.baseUrl.link("/resets/" + token)).orElse(null);
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
								+ (now.enabled() ? "active" : "disabled")
								+ ". Save again to apply your choices below.");
				model.addAttribute("version", now.version());
			}
			case DONE -> {
			}
		}
	}

}
