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
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Creates candidates' accounts, unless sign-up is switched off. */
@Controller
@RequestMapping("/sign-up")
@Route(access = AccessLevel.EVERYONE)
class SignUpController {

	private static final String VIEW = "signin/sign-up";

	private final Registration registration;

	private final RateLimiter rateLimiter;

	private final SignIn signIn;

	SignUpController(Registration registration, RateLimiter rateLimiter, SignIn signIn) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
		this.signIn = signIn;
	}

	@ModelAttribute
	void rejectIfSwitchedOff() {
		if (!this.registration.isOpen()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String show(@ModelAttribute("form") RegistrationForm form, Viewer viewer) {
		return viewer.isKnown() ? "redirect:" + Registration.CONTINUE : VIEW;
	}

	@Idempotent
	@PostMapping
	String create(@Valid @ModelAttribute("form") RegistrationForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		if (this.rateLimiter.consumeSignUp(form.address(), request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return VIEW;
		}
		form.checkPassword(errors);
		if (!errors.hasErrors()) {
			var added = Registration
				.unlessTaken(() -> this.registration.signUp(form.address(), form.name(), form.password()));
			if (added.isPresent()) {
				this.signIn.complete(added.get(), request, response);
				return "redirect:" + Registration.CONTINUE;
			}
			errors.rejectValue("email", "taken",
					"An account with this e-mail address already exists. Sign in instead.");
		}
		return VIEW;
	}

}
