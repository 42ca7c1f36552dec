package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.account.Passkeys;
import questionbank.account.Registration;

/** The page on which people sign in, in any of several ways. */
@ControllerAdvice(assignableTypes = { SignInController.class, PasskeySignInController.class })
class SignInPage {

	static final String VIEW = "signin/sign-in";

	static final String CLOSED = "This account is closed. An administrator can open it again.";

	private final Registration registration;

	private final Providers providers;

	private final Passkeys passkeys;

	SignInPage(Registration registration, Providers providers, Passkeys passkeys) {
		this.registration = registration;
		this.providers = providers;
		this.passkeys = passkeys;
	}

	@ModelAttribute
	void offer(HttpServletRequest request, Model model) {
		model.addAttribute("signUp", this.registration.isOpen());
		model.addAttribute("providers", this.providers.names());
		model.addAttribute("passkeys", this.passkeys.areOffered(request));
	}

}
