package questionbank.signin;

import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

import questionbank.account.Registration;
import questionbank.account.Registration.LinkRecipient;
import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** Accepts invitations and resets passwords by single-use links. */
@Controller
@Route(access = AccessLevel.EVERYONE)
class LinkController {

	private static final String INVITATION = "/invitations/{secret:" + SecretTokens.PATTERN + "}";

	private static final String RESET = "/resets/{secret:" + SecretTokens.PATTERN + "}";

	private final Registration registration;

	private final RateLimiter rateLimiter;

	private final SignIn signIn;

	LinkController(Registration registration, RateLimiter rateLimiter, SignIn signIn) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
		this.signIn = signIn;
	}

	@GetMapping(INVITATION)
	String showInvitation(@PathVariable String secret, @ModelAttribute("form") RegistrationForm form, Viewer viewer,
			Model model, HttpServletResponse response) {
		return invitation(this.registration.findInvited(secret), viewer, model, response);
	}

	@Idempotent
	@PostMapping(INVITATION)
	String accept(@PathVariable String secret, @ModelAttribute("form") RegistrationForm form, BindingResult errors,
			Viewer viewer, Model model, HttpServletRequest request, HttpServletResponse response) {
		var recipient = this.registration.findInvited(secret);
		if (recipient.isPresent() && recipient.get().is(viewer)) {
			return acceptSignedIn(recipient.get(), secret, request, response);
		}
		if (recipient.isEmpty() || isRejected(form, recipient.get(), errors, request, response)) {
			return invitation(recipient, viewer, model, response);
		}
		var accepted = Registration.unlessTaken(() -> this.registration.accept(secret, form.name(), form.password()));
		if (accepted.isEmpty()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return invitation(this.registration.findInvited(secret), viewer, model, response);
		}
		this.signIn.complete(accepted.get(), request, response);
		return "redirect:" + Registration.CONTINUE;
	}

	private String acceptSignedIn(LinkRecipient recipient, String secret, HttpServletRequest request,
			HttpServletResponse response) {
		var account = Objects.requireNonNull(recipient.account());
		if (!this.registration.accept(secret, account)) {
			return invalidLink(response);
		}
		this.signIn.renew(account, request, response);
		return "redirect:" + Registration.CONTINUE;
	}

	private static String invitation(Optional<LinkRecipient> recipient, Viewer viewer, Model model,
			HttpServletResponse response) {
		model.addAttribute("own", recipient.isPresent() && recipient.get().is(viewer));
		return page("signin/invitation", recipient, model, response);
	}

	@GetMapping(RESET)
	String showReset(@PathVariable String secret, @ModelAttribute("form") RegistrationForm form, Model model,
			HttpServletResponse response) {
		return page("signin/reset", this.registration.findByReset(secret), model, response);
	}

	@Idempotent
	@PostMapping(RESET)
	String reset(@PathVariable String secret, @ModelAttribute("form") RegistrationForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		var recipient = this.registration.findByReset(secret);
		if (recipient.isEmpty() || isRejected(form, recipient.get(), errors, request, response)) {
			return page("signin/reset", recipient, model, response);
		}
		if (!this.registration.reset(secret, form.password())) {
			return invalidLink(response);
		}
		new SecurityContextLogoutHandler().logout(request, response, null);
		return "redirect:/sign-in?said=changed";
	}

	private boolean isRejected(RegistrationForm form, LinkRecipient recipient, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		if (this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return true;
		}
		form.check(recipient, errors);
		return errors.hasErrors();
	}

	private static String page(String view, Optional<LinkRecipient> recipient, Model model,
			HttpServletResponse response) {
		recipient.ifPresent((found) -> model.addAttribute("recipient", found));
		return recipient.isPresent() ? view : invalidLink(response);
	}

	private static String invalidLink(HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "signin/invalid-link";
	}

}
