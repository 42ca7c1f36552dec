package questionbank.signin;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Registration;
import questionbank.account.Registration.VisitorData;
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

	private final ObjectProvider<VisitorData> visitorData;

	SignUpController(Registration registration, RateLimiter rateLimiter, SignIn signIn,
			ObjectProvider<VisitorData> visitorData) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
		this.signIn = signIn;
		this.visitorData = visitorData;
	}

	@ModelAttribute
	void rejectIfSwitchedOff() {
		if (!this.registration.isOpen()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@ModelAttribute("kept")
	List<VisitorData.Kept> kept(HttpServletRequest request) {
		return this.visitorData.orderedStream().flatMap((data) -> data.find(request).stream()).toList();
	}

	@GetMapping
	String show(@ModelAttribute("form") RegistrationForm form, Viewer viewer) {
		return viewer.isKnown() ? "redirect:" + (form.to().isEmpty() ? Registration.CONTINUE : form.to()) : VIEW;
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
				// Read before the sign-in moves it to the account.
				var kept = kept(request);
				this.signIn.complete(added.get(), request, response);
				return "redirect:" + target(form, kept);
			}
			errors.rejectValue("email", "taken",
					"An account with this e-mail address already exists. Sign in instead.");
		}
		return VIEW;
	}

	/**
	 * Returns the page the visitor came from, else one that shows what has moved to the
	 * account.
	 */
	private static String target(RegistrationForm form, List<VisitorData.Kept> kept) {
		return !form.to().isEmpty() ? form.to()
				: kept.stream().findFirst().map(VisitorData.Kept::address).orElse(Registration.CONTINUE);
	}

}
