package questionbank.account;

import java.util.List;
import java.util.Map;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.server.ResponseStatusException;

import questionbank.ratelimit.RateLimiter;

/** Fills the model of the account page, which has the forms of several controllers. */
@ControllerAdvice(assignableTypes = { AccountController.class, PasswordController.class, PasskeyController.class,
		AccountExitController.class })
class AccountModel {

	private final Accounts accounts;

	private final Passkeys passkeys;

	private final RateLimiter rateLimiter;

	AccountModel(Accounts accounts, Passkeys passkeys, RateLimiter rateLimiter) {
		this.accounts = accounts;
		this.passkeys = passkeys;
		this.rateLimiter = rateLimiter;
	}

	@ModelAttribute("person")
	PersonSummary person(Viewer viewer) {
		var id = viewer.id();
		return this.accounts.find((id != null) ? id : 0)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** Adds the passkeys lazily: a request that redirects does not read them. */
	@ModelAttribute
	void addPasskeys(@ModelAttribute(name = "person", binding = false) PersonSummary person, HttpServletRequest request,
			Model model) {
		model.addAttribute("passkeys", new LazyContextVariable<List<Passkey>>() {
			@Override
			protected List<Passkey> loadValue() {
				return AccountModel.this.passkeys.list(person.email());
			}
		});
		model.addAttribute("passkeysAvailable", this.passkeys.areAvailable(request));
		model.addAttribute("passkeysOrigin", this.passkeys.origin());
	}

	/**
	 * Checks the password of the signed-in person, within a rate limit.
	 * @param field the field to reject if it is wrong
	 */
	boolean isConfirmed(PersonSummary person, String password, String field, BindingResult errors,
			HttpServletResponse response) {
		var attempt = this.rateLimiter.consumeConfirmation(person.id());
		if (attempt.rejectIfLimited(errors, response)) {
			return false;
		}
		if (!this.accounts.matchesPassword(person.id(), password)) {
			errors.rejectValue(field, "wrong", "This is not your password.");
			return false;
		}
		attempt.refund();
		return true;
	}

	/** Checks the e-mail address that a person without a password types instead. */
	static boolean isTyped(PersonSummary person, String typed, String field, BindingResult errors) {
		if (FormRules.email(typed).equals(person.email())) {
			return true;
		}
		errors.rejectValue(field, "wrong", "This is not your e-mail address. It is " + person.email() + ".");
		return false;
	}

	/** Adds the person and all forms that the model lacks, and names the view. */
	static String view(PersonSummary person, Model model) {
		model.addAttribute("person", person);
		Map.of("nameForm", NameForm.of(person), "passwordForm", new PasswordForm(null, null), "removalForm",
				new AccountExitController.RemovalForm(null), "passkeyForm", new PasskeyForm(null, null, null))
			.forEach((name, form) -> {
				if (!model.containsAttribute(name)) {
					model.addAttribute(name, form);
				}
			});
		return "account/show";
	}

}
