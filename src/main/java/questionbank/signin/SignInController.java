package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
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
import questionbank.web.AccessLevel;
import questionbank.web.Route;

/** For everybody who has an account: sign in. */
@Controller
@RequestMapping("/sign-in")
@Route(access = AccessLevel.EVERYONE)
class SignInController {

	private final AuthenticationManager identification;

	private final RateLimiter rateLimiter;

	private final KnownBrowsers browsers;

	private final SignIn signIn;

	SignInController(AuthenticationManager identification, RateLimiter rateLimiter, KnownBrowsers browsers,
			SignIn signIn) {
		this.identification = identification;
		this.rateLimiter = rateLimiter;
		this.browsers = browsers;
		this.signIn = signIn;
	}

	@GetMapping
	String show(@ModelAttribute("form") SignInForm form, Viewer viewer) {
		return viewer.isKnown() ? "redirect:" + form.to() : SignInPage.VIEW;
	}

	@PostMapping
	String create(@ModelAttribute("form") SignInForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return SignInPage.VIEW;
		}
		var email = FormRules.email(form.email());
		var attempt = this.browsers.find(email, request)
			.map((browser) -> this.rateLimiter.consumeSignInFromKnownBrowser(email, browser))
			.orElseGet(() -> this.rateLimiter.consumeSignIn(email, request.getRemoteAddr()));
		if (attempt.rejectIfLimited(errors, response)) {
			return SignInPage.VIEW;
		}
		try {
			var person = this.identification
				.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(email, form.password()));
			attempt.refund();
			this.signIn.complete(person, form.isRememberMe(), request, response);
			return "redirect:" + form.to();
		}
		catch (BadCredentialsException ex) {
			errors.rejectValue("password", "wrong", "The e-mail address or the password is wrong.");
		}
		catch (AccountStatusException ex) {
			errors.reject("closed", SignInPage.CLOSED);
		}
		response.setStatus(HttpStatus.UNAUTHORIZED.value());
		return SignInPage.VIEW;
	}

}
