package questionbank.signin;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import questionbank.account.FormRules;
import questionbank.account.Registration;
import questionbank.account.Registration.LinkRecipient;
import questionbank.account.SecretTokens;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Resets forgotten passwords by single-use links. */
@Controller
@RequestMapping("/resets/{secret:" + SecretTokens.PATTERN + "}")
@Route(access = AccessLevel.EVERYONE)
class ResetController {

	private static final String VIEW = "signin/reset";

	private final Registration registration;

	private final RateLimiter rateLimiter;

	ResetController(Registration registration, RateLimiter rateLimiter) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
	}

	@GetMapping
	ModelAndView show(@PathVariable String secret, @ModelAttribute("form") ResetForm form) {
		return LinkPages.of(VIEW, this.registration.findByReset(secret));
	}

	@Idempotent
	@PostMapping
	ModelAndView reset(@PathVariable String secret, @ModelAttribute("form") ResetForm form, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		var recipient = this.registration.findByReset(secret);
		if (recipient.isEmpty()
				|| this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return LinkPages.of(VIEW, recipient);
		}
		form.checkPassword(recipient.get(), errors);
		if (errors.hasErrors()) {
			return LinkPages.of(VIEW, recipient);
		}
		if (!this.registration.reset(secret, form.password())) {
			return LinkPages.invalid();
		}
		new SecurityContextLogoutHandler().logout(request, response, null);
		return new ModelAndView("redirect:/sign-in?said=changed");
	}

	/**
	 * The form to choose a new password.
	 *
	 * @param password the new password
	 */
	record ResetForm(String password) {

		ResetForm(@Nullable String password) {
			this.password = Objects.requireNonNullElse(password, "");
		}

		/** Rejects a weak password. */
		void checkPassword(LinkRecipient recipient, Errors errors) {
			FormRules.checkPassword(this.password,
					List.of(recipient.email(), Objects.requireNonNullElse(recipient.name(), "")), errors);
		}

	}

}
