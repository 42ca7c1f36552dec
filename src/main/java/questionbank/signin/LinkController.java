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

import questionbank.account.Accounts;
import questionbank.account.LinkRecipient;
import questionbank.account.Registration;
import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For whoever was given a link: accept an invitation, or choose a new password. */
@Controller
@Route(access = AccessLevel.EVERYONE)
class LinkController {

	private static final String INVITATION = "/invitations/{secret:" + SecretTokens.PATTERN + "}";

	private static final String RESET = "/resets/{secret:" + SecretTokens.PATTERN + "}";

	private final Registration registration;

	private final Accounts accounts;

	private final RateLimiter rateLimiter;

	private final SignIn signIn;

	LinkController(Registration registration, Accounts accounts, RateLimiter rateLimiter, SignIn signIn) {
		this.registration = registration;
		this.accounts = accounts;
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
		var guest = this.registration.findInvited(secret);
		if (guest.isPresent() && guest.get().is(viewer)) {
			return acceptAs(guest.get(), secret, request, response);
		}
		if (guest.isEmpty() || isRefused(form, guest.get(), errors, request, response)) {
			return invitation(guest, viewer, model, response);
		}
		var accepted = Registration.unlessTaken(() -> this.registration.accept(secret, form.name(), form.password()));
		if (accepted.isEmpty()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return invitation(this.registration.findInvited(secret), viewer, model, response);
		}
		this.signIn.complete(accepted.get(), request, response);
		return "redirect:/account";
	}

	private String acceptAs(LinkRecipient guest, String secret, HttpServletRequest request,
			HttpServletResponse response) {
		var account = Objects.requireNonNull(guest.account());
		if (!this.registration.accept(secret, account)) {
			return isVoid(response);
		}
		this.signIn.renew(account, request, response);
		return "redirect:/account";
	}

	private static String invitation(Optional<LinkRecipient> guest, Viewer viewer, Model model,
			HttpServletResponse response) {
		model.addAttribute("own", guest.isPresent() && guest.get().is(viewer));
		return page("signin/invitation", guest, model, response);
	}

	@GetMapping(RESET)
	String showReset(@PathVariable String secret, @ModelAttribute("form") RegistrationForm form, Model model,
			HttpServletResponse response) {
		return page("signin/reset", this.accounts.findByReset(secret), model, response);
	}

	@Idempotent
	@PostMapping(RESET)
	String reset(@PathVariable String secret, @ModelAttribute("form") RegistrationForm form, BindingResult errors,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		var guest = this.accounts.findByReset(secret);
		if (guest.isEmpty() || isRefused(form, guest.get(), errors, request, response)) {
			return page("signin/reset", guest, model, response);
		}
		if (this.accounts.reset(secret, form.password()).isEmpty()) {
			return isVoid(response);
		}
		new SecurityContextLogoutHandler().logout(request, response, null);
		return "redirect:/sign-in?said=changed";
	}

	private boolean isRefused(RegistrationForm form, LinkRecipient guest, BindingResult errors,
			HttpServletRequest request, HttpServletResponse response) {
		if (this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return true;
		}
		form.check(guest, errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return errors.hasErrors();
	}

	private static String page(String view, Optional<LinkRecipient> guest, Model model, HttpServletResponse response) {
		guest.ifPresent((known) -> model.addAttribute("guest", known));
		return guest.isPresent() ? view : isVoid(response);
	}

	private static String isVoid(HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "signin/void";
	}

}
