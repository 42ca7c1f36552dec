package questionbank.account;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Changes the password of the signed-in account and starts a new session for it. */
@Controller
@Route(access = AccessLevel.CANDIDATE, section = "account")
class PasswordController {

	private final AccountModel model;

	private final Accounts accounts;

	private final Identities identities;

	private final AuthenticationSuccessHandler signIn;

	PasswordController(AccountModel model, Accounts accounts, Identities identities,
			AuthenticationSuccessHandler signIn) {
		this.model = model;
		this.accounts = accounts;
		this.identities = identities;
		this.signIn = signIn;
	}

	@Idempotent
	@PostMapping("/account/password")
	String update(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("passwordForm") PasswordForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes after)
			throws IOException, ServletException {
		if (!this.model.isConfirmed(person, form.present(), "present", errors, response)) {
			return AccountModel.view(person, model);
		}
		form.check(person, errors);
		if (errors.hasErrors()) {
			return AccountModel.view(person, model);
		}
		this.accounts.changePassword(person.id(), form.password());
		// The change ended all sessions, this one included.
		new SecurityContextLogoutHandler().logout(request, response, null);
		this.signIn.onAuthenticationSuccess(request, response, this.identities.authenticate(person.id()));
		after.addFlashAttribute("notice", "Password changed. You are signed out on all other devices.");
		return "redirect:/account";
	}

}
