package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.account.Passkeys;
import questionbank.account.Registration;

/** Fills the model of the sign-in page, which offers several ways to sign in. */
@ControllerAdvice(assignableTypes = { SignInController.class, PasskeySignInController.class })
class SignInModel {

	static final String VIEW = "signin/sign-in";

	static final String DISABLED = "This account is disabled. An administrator can enable it again.";

	private final Registration registration;

	private final Providers providers;

	private final Passkeys passkeys;

	SignInModel(Registration registration, Providers providers, Passkeys passkeys) {
		this.registration = registration;
		this.providers = providers;
		this.passkeys = passkeys;
	}

	@ModelAttribute
	void addWaysToSignIn(HttpServletRequest request, Model model) {
		model.addAttribute("signUp", this.registration.isOpen());
		model.addAttribute("providers", this.providers.names());
		model.addAttribute("passkeys", this.passkeys.areAvailable(request));
	}

}
