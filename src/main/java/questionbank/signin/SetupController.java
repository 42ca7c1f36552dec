package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Registration;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.ErrorCode;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Creates the first administrator by the setup link in the log. */
@Controller
@RequestMapping("/setup")
@Route(access = AccessLevel.EVERYONE)
class SetupController {

	private static final String VIEW = "signin/setup";

	private final Registration registration;

	private final RateLimiter rateLimiter;

	private final SignIn signIn;

	SetupController(Registration registration, RateLimiter rateLimiter, SignIn signIn) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
		this.signIn = signIn;
	}

	@ModelAttribute
	void rejectOnceThereIsAnAdministrator() {
		if (this.registration.hasAdministrator()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String show(@ModelAttribute("form") RegistrationForm form) {
		return VIEW;
	}

	@Idempotent
	@PostMapping
	String create(@Valid @ModelAttribute("form") RegistrationForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		if (this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return VIEW;
		}
		form.checkPassword(errors);
		if (!this.registration.isSetup(form.token())) {
			errors.rejectValue("token", "void", "This is not the code from the log of the last start.");
		}
		if (!errors.hasErrors()) {
			var added = Registration.unlessTaken(
					() -> this.registration.createFirst(form.token(), form.address(), form.name(), form.password()));
			if (added.isPresent()) {
				this.signIn.complete(added.get(), request, response);
				return "redirect:" + Registration.CONTINUE_AFTER_SETUP;
			}
			rejectAfterFailure(form, errors);
		}
		return VIEW;
	}

	/** Rejects the field that has prevented the account: the code or the address. */
	private void rejectAfterFailure(RegistrationForm form, BindingResult errors) {
		if (this.registration.hasAdministrator() || !this.registration.isSetup(form.token())) {
			errors.rejectValue("token", ErrorCode.CONFLICT,
					"The first administrator has been created in the meantime. Sign in with that account.");
		}
		else {
			errors.rejectValue("email", "taken", "An account with this e-mail address already exists. Choose another.");
		}
	}

}
