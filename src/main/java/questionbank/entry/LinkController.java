package questionbank.entry;

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
import questionbank.account.Guest;
import questionbank.account.Registration;
import questionbank.account.Return;
import questionbank.account.Secrets;
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;

/** For whoever was given a link: accept an invitation, or choose a new password. */
@Controller
class LinkController {

	private static final String INVITATION = "/invitations/{secret:" + Secrets.PATTERN + "}";

	private static final String RESET = "/resets/{secret:" + Secrets.PATTERN + "}";

	private final Registration registration;

	private final Accounts accounts;

	private final RateLimiter rateLimiter;

	private final Entrance entrance;

	LinkController(Registration registration, Accounts accounts, RateLimiter rateLimiter, Entrance entrance) {
		this.registration = registration;
		this.accounts = accounts;
		this.rateLimiter = rateLimiter;
		this.entrance = entrance;
	}

	@GetMapping(INVITATION)
	String showInvitation(@PathVariable String secret, @ModelAttribute("form") EntryForm form, Viewer viewer,
			Model model, HttpServletResponse response) {
		return invitation(this.registration.findInvited(secret), viewer, model, response);
	}

	@Idempotent
	@PostMapping(INVITATION)
	String accept(@PathVariable String secret, @ModelAttribute("form") EntryForm form, BindingResult mistakes,
			Viewer viewer, Model model, HttpServletRequest request, HttpServletResponse response) {
		var guest = this.registration.findInvited(secret);
		if (guest.isPresent() && guest.get().is(viewer)) {
			return acceptAs(guest.get(), secret, request, response);
		}
		if (guest.isEmpty() || isRefused(form, guest.get(), mistakes, request, response)) {
			return invitation(guest, viewer, model, response);
		}
		var accepted = Registration.unlessTaken(() -> this.registration.accept(secret, form.name(), form.password()));
		if (accepted.isEmpty()) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return invitation(this.registration.findInvited(secret), viewer, model, response);
		}
		this.entrance.admit(accepted.get(), request, response);
		return "redirect:/account";
	}

	private String acceptAs(Guest guest, String secret, HttpServletRequest request, HttpServletResponse response) {
		var account = Objects.requireNonNull(guest.account());
		if (!this.registration.accept(secret, account)) {
			return isVoid(response);
		}
		// The role is part of the session.
		this.entrance.admitAgain(new Return(account, request, response));
		return "redirect:/account";
	}

	private static String invitation(Optional<Guest> guest, Viewer viewer, Model model, HttpServletResponse response) {
		model.addAttribute("own", guest.isPresent() && guest.get().is(viewer));
		return page("entry/invitation", guest, model, response);
	}

	@GetMapping(RESET)
	String showReset(@PathVariable String secret, @ModelAttribute("form") EntryForm form, Model model,
			HttpServletResponse response) {
		return page("entry/reset", this.accounts.findByReset(secret), model, response);
	}

	@Idempotent
	@PostMapping(RESET)
	String reset(@PathVariable String secret, @ModelAttribute("form") EntryForm form, BindingResult mistakes,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		var guest = this.accounts.findByReset(secret);
		if (guest.isEmpty() || isRefused(form, guest.get(), mistakes, request, response)) {
			return page("entry/reset", guest, model, response);
		}
		if (this.accounts.reset(secret, form.password()).isEmpty()) {
			return isVoid(response);
		}
		new SecurityContextLogoutHandler().logout(request, response, null);
		return "redirect:/sign-in?said=changed";
	}

	private boolean isRefused(EntryForm form, Guest guest, BindingResult mistakes, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(mistakes, response)) {
			return true;
		}
		form.check(guest, mistakes);
		if (mistakes.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return mistakes.hasErrors();
	}

	private static String page(String view, Optional<Guest> guest, Model model, HttpServletResponse response) {
		guest.ifPresent((known) -> model.addAttribute("guest", known));
		return guest.isPresent() ? view : isVoid(response);
	}

	private static String isVoid(HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "entry/void";
	}

}
