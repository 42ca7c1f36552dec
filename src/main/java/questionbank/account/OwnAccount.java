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

/** The page of one's own account, whose forms are answered by several controllers. */
@ControllerAdvice(assignableTypes = { AccountController.class, PasswordController.class, PasskeyController.class,
		AccountExitController.class })
class OwnAccount {

	private final Accounts accounts;

	private final Passkeys passkeys;

	private final RateLimiter rateLimiter;

	OwnAccount(Accounts accounts, Passkeys passkeys, RateLimiter rateLimiter) {
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

	/** The list is read if it is shown, and not where a form is answered elsewhere. */
	@ModelAttribute
	void showPasskeys(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			HttpServletRequest request, Model model) {
		model.addAttribute("passkeys", new LazyContextVariable<List<Passkey>>() {
			@Override
			protected List<Passkey> loadValue() {
				return OwnAccount.this.passkeys.list(person.email());
			}
		});
		model.addAttribute("passkeysWork", this.passkeys.areOffered(request));
		model.addAttribute("passkeysAddress", this.passkeys.address());
	}

	/**
	 * Whether it is the person who sits there, and knows the password.
	 * @param field the field in which it was typed, beside which it is said otherwise
	 */
	boolean isConfirmed(PersonSummary person, String password, String field, BindingResult errors,
			HttpServletResponse response) {
		var attempt = this.rateLimiter.consumeConfirmation(person.id());
		if (attempt.rejectIfLimited(errors, response)) {
			return false;
		}
		if (!this.accounts.knows(person.id(), password)) {
			errors.rejectValue(field, "wrong", "This is not your password.");
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return false;
		}
		attempt.refund();
		return true;
	}

	/** Whether somebody without a password has typed their e-mail address instead. */
	static boolean isTyped(PersonSummary person, String typed, String field, BindingResult errors,
			HttpServletResponse response) {
		if (FormRules.email(typed).equals(person.email())) {
			return true;
		}
		errors.rejectValue(field, "wrong", "This is not your e-mail address. It is " + person.email() + ".");
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return false;
	}

	/** The page with all its forms; the one that was sent is in the model already. */
	static String page(PersonSummary person, Model model) {
		model.addAttribute("person", person);
		Map.of("nameForm", NameForm.of(person), "passwordForm", new PasswordForm(null, null), "removalForm",
				new RemovalForm(null), "passkeyForm", new PasskeyForm(null, null, null))
			.forEach((name, form) -> {
				if (!model.containsAttribute(name)) {
					model.addAttribute(name, form);
				}
			});
		return "account/show";
	}

	/** The page with what is wrong beside the fields. */
	static String mistaken(HttpStatus status, PersonSummary person, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		return page(person, model);
	}

}
