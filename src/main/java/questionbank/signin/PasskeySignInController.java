package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import questionbank.account.Passkeys;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.ErrorCode;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Signs in by passkey. */
@Controller
@RequestMapping("/sign-in/passkey")
@Route(access = AccessLevel.EVERYONE)
class PasskeySignInController {

	private final Passkeys passkeys;

	private final RateLimiter rateLimiter;

	private final SignIn signIn;

	PasskeySignInController(Passkeys passkeys, RateLimiter rateLimiter, SignIn signIn) {
		this.passkeys = passkeys;
		this.rateLimiter = rateLimiter;
		this.signIn = signIn;
	}

	/** Returns WebAuthn request options with a new challenge, within a rate limit. */
	@PostMapping("/options")
	ResponseEntity<String> start(HttpServletRequest request, HttpServletResponse response) {
		var consumption = this.rateLimiter.consumeAnonymous(request.getRemoteAddr());
		if (consumption.rejectIfLimited(response)) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
				.contentType(MediaType.TEXT_PLAIN)
				.body(consumption.message());
		}
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.passkeys.startAuthentication(request));
	}

	@PostMapping
	String create(@ModelAttribute("form") SignInForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String credential, HttpServletRequest request,
			HttpServletResponse response) {
		try {
			var authentication = this.passkeys.authenticate(credential, request);
			if (authentication.isPresent()) {
				this.signIn.complete(authentication.get(), form.isRememberMe(), request, response);
				return "redirect:" + form.to();
			}
			errors.reject(ErrorCode.UNAUTHORIZED, "No account here has this passkey. Sign in another way.");
		}
		catch (AccountStatusException ex) {
			errors.reject(ErrorCode.UNAUTHORIZED, SignInModel.DISABLED);
		}
		return SignInModel.VIEW;
	}

}
