package questionbank.account;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The page on which people sign in, in any of several ways. */
@ControllerAdvice(assignableTypes = { SignInController.class, PasskeySignInController.class })
class SignInPage {

	static final String VIEW = "account/sign-in";

	static final String CLOSED = "This account is closed. An administrator can open it again.";

	private final AccountProperties properties;

	private final Providers providers;

	private final Passkeys passkeys;

	SignInPage(AccountProperties properties, Providers providers, Passkeys passkeys) {
		this.properties = properties;
		this.providers = providers;
		this.passkeys = passkeys;
	}

	@ModelAttribute
	void offer(HttpServletRequest request, Model model) {
		model.addAttribute("signUp", this.properties.signUp());
		model.addAttribute("providers", this.providers.names());
		model.addAttribute("passkeys", this.passkeys.areOffered(request));
	}

}
