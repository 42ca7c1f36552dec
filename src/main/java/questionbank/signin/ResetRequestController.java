package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.FormRules;
import questionbank.account.Registration;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;
import questionbank.web.Retained;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Sends reset links by mail to people who have forgotten their password. Without mail,
 * the page says whom to ask.
 */
@Controller
@RequestMapping("/resets")
@Route(access = AccessLevel.EVERYONE)
class ResetRequestController {

	private static final String VIEW = "signin/forgotten";

	private final Registration registration;

	private final RateLimiter rateLimiter;

	ResetRequestController(Registration registration, RateLimiter rateLimiter) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
	}

	@ModelAttribute("mailed")
	boolean mailed() {
		return this.registration.isResetByMail();
	}

	@GetMapping
	String show(@ModelAttribute("form") ResetRequestForm form) {
		return VIEW;
	}

	/** Responds the same whether or not the account exists. */
	@Idempotent
	@PostMapping
	String request(@Valid @ModelAttribute("form") ResetRequestForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		if (!this.registration.isResetByMail()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		var email = FormRules.email(form.email());
		if (errors.hasErrors() || this.rateLimiter.consumeResetRequest(email, request.getRemoteAddr())
			.rejectIfLimited(errors, response)) {
			return VIEW;
		}
		this.registration.requestReset(email);
		return "redirect:" + form.link("/resets?said=requested");
	}

	/**
	 * The form to ask for a reset link.
	 *
	 * @param to the address to redirect to after the sign-in
	 */
	record ResetRequestForm(@Retained @FormRules.Email(lenient = true) String email,
			String to) implements RedirectingForm {

		ResetRequestForm(@Nullable String email, @Nullable String to) {
			this.email = FormRules.typed(email);
			this.to = SignIn.redirectTarget(to);
		}

	}

}
