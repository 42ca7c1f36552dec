package questionbank.signin;

import java.util.Objects;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Registration;
import questionbank.account.Registration.LinkRecipient;
import questionbank.account.Role;
import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.ErrorCode;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Accepts invitations, by a new account or by that of the signed-in recipient. */
@Controller
@RequestMapping("/invitations/{secret:" + SecretTokens.PATTERN + "}")
@Route(access = AccessLevel.EVERYONE)
class InvitationController {

	private static final String CONTINUE = "redirect:" + Registration.CONTINUE;

	private final Registration registration;

	private final RateLimiter rateLimiter;

	private final SignIn signIn;

	InvitationController(Registration registration, RateLimiter rateLimiter, SignIn signIn) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
		this.signIn = signIn;
	}

	@GetMapping
	ModelAndView show(@PathVariable String secret, Viewer viewer) {
		var recipient = this.registration.findInvited(secret);
		return page(recipient, viewer).addObject("form",
				new AcceptanceForm(recipient.map(LinkRecipient::name).orElse(null), null));
	}

	@Idempotent
	@PostMapping
	ModelAndView accept(@PathVariable String secret, @Valid @ModelAttribute("form") AcceptanceForm form,
			BindingResult errors, Viewer viewer, HttpServletRequest request, HttpServletResponse response,
			RedirectAttributes next) {
		var recipient = this.registration.findInvited(secret);
		if (recipient.isPresent() && recipient.get().is(viewer)) {
			return acceptSignedIn(secret, recipient.get(), viewer, request, response, next);
		}
		if (recipient.isEmpty()
				|| this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return page(recipient, viewer);
		}
		form.checkPassword(recipient.get().email(), errors);
		if (errors.hasErrors()) {
			return page(recipient, viewer);
		}
		var accepted = Registration.unlessTaken(() -> this.registration.accept(secret, form.name(), form.password()));
		if (accepted.isEmpty()) {
			errors.reject(ErrorCode.CONFLICT, "An account with this e-mail address already exists.");
			return page(this.registration.findInvited(secret), viewer);
		}
		this.signIn.complete(accepted.get(), request, response);
		return proceed(recipient.get(), viewer, next);
	}

	private ModelAndView acceptSignedIn(String secret, LinkRecipient recipient, Viewer viewer,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
		var person = Objects.requireNonNull(recipient.account());
		if (!this.registration.accept(secret, person)) {
			return LinkPages.invalid();
		}
		this.signIn.renew(person, request, response);
		return proceed(recipient, viewer, next);
	}

	/** Continues where the role begins to work. */
	private static ModelAndView proceed(LinkRecipient recipient, Viewer viewer, RedirectAttributes next) {
		if (recipient.role() != Role.INTERVIEWER || viewer.isAdministrator()) {
			return new ModelAndView(CONTINUE);
		}
		next.addFlashAttribute("notice", "Welcome! Start with a kit below, or pick questions for a new one. "
				+ "Your password and passkeys are on the page of your account.");
		return new ModelAndView("redirect:" + Registration.CONTINUE_AS_INTERVIEWER);
	}

	private static ModelAndView page(Optional<LinkRecipient> recipient, Viewer viewer) {
		return LinkPages.of("signin/invitation", recipient)
			.addObject("own", recipient.filter((found) -> found.is(viewer)).isPresent());
	}

}
