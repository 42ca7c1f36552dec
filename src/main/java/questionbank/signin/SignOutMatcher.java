package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches sign-out requests that need no CSRF token, as a tab that was opened before the
 * last sign-in or sign-out has a stale one: requests with {@code Sec-Fetch-Site:
 * same-origin}, and requests without this header whose session is not signed in.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
class SignOutMatcher implements RequestMatcher {

	static final RequestMatcher SIGN_OUT = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, SecurityRules.SIGN_OUT);

	private final RevalidatingSecurityContextRepository securityContexts;

	SignOutMatcher(RevalidatingSecurityContextRepository securityContexts) {
		this.securityContexts = securityContexts;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		if (!SIGN_OUT.matches(request)) {
			return false;
		}
		var site = request.getHeader("Sec-Fetch-Site");
		return (site != null) ? site.equals("same-origin") : !this.securityContexts.isKnown(request);
	}

}
