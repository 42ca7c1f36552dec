package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.account.FormRules;
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.ErrorCode;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Signs in by e-mail address and password. */
@Controller
@RequestMapping("/sign-in")
@Route(access = AccessLevel.EVERYONE)
class SignInController {

	private final AuthenticationManager authenticationManager;

	private final RateLimiter rateLimiter;

	private final KnownBrowsers browsers;

	private final SignIn signIn;

	SignInController(AuthenticationManager authenticationManager, RateLimiter rateLimiter, KnownBrowsers browsers,
			SignIn signIn) {
		this.authenticationManager = authenticationManager;
		this.rateLimiter = rateLimiter;
		this.browsers = browsers;
		this.signIn = signIn;
	}

	@GetMapping
	String show(@ModelAttribute("form") SignInForm form, Viewer viewer) {
		return viewer.isKnown() ? "redirect:" + form.to() : SignInModel.VIEW;
	}

	@PostMapping
	String create(@Valid @ModelAttribute("form") SignInForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (errors.hasErrors()) {
			return SignInModel.VIEW;
		}
		var email = FormRules.email(form.email());
		var attempt = this.browsers.find(email, request)
			.map((browser) -> this.rateLimiter.consumeSignInFromKnownBrowser(email, browser))
			.orElseGet(() -> this.rateLimiter.consumeSignIn(email, request.getRemoteAddr()));
		if (attempt.rejectIfLimited(errors, response)) {
			return SignInModel.VIEW;
		}
		try {
			var authentication = this.authenticationManager
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, form.password()));
			attempt.refund();
			this.signIn.complete(authentication, form.isRememberMe(), request, response);
			return "redirect:" + form.to();
		}
		catch (BadCredentialsException ex) {
			errors.rejectValue("password", ErrorCode.UNAUTHORIZED, "The e-mail address or the password is wrong.");
		}
		catch (AccountStatusException ex) {
			errors.reject(ErrorCode.UNAUTHORIZED, SignInModel.DISABLED);
		}
		catch (InternalAuthenticationServiceException ex) {
			// The database is unavailable: no wrong password, and no answer of the
			// security filters.
			attempt.refund();
			throw (ex.getCause() instanceof RuntimeException cause) ? cause
					: new IllegalStateException(ex.getMessage());
		}
		return SignInModel.VIEW;
	}

}
