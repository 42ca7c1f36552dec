package questionbank.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For everybody who has signed in: another password. */
@Controller
@Route(access = AccessLevel.CANDIDATE, section = "account")
class PasswordController {

	private final OwnAccount own;

	private final Accounts accounts;

	private final ApplicationEventPublisher events;

	PasswordController(OwnAccount own, Accounts accounts, ApplicationEventPublisher events) {
		this.own = own;
		this.accounts = accounts;
		this.events = events;
	}

	@Idempotent
	@PostMapping("/account/password")
	String update(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("passwordForm") PasswordForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes after) {
		if (!this.own.isConfirmed(person, form.present(), "present", errors, response)) {
			return OwnAccount.page(person, model);
		}
		form.check(person, errors);
		if (errors.hasErrors()) {
			return OwnAccount.mistaken(HttpStatus.UNPROCESSABLE_CONTENT, person, model, response);
		}
		this.accounts.changePassword(person.id(), form.password());
		this.events.publishEvent(new Return(person.id(), request, response));
		after.addFlashAttribute("said", "Your password is changed, and you are signed out everywhere else.");
		return "redirect:/account";
	}

}
