package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches sign-out requests that need no CSRF token: a tab that was opened before the
 * last sign-in or sign-out has an old one. Its browser tells by {@code Sec-Fetch-Site}
 * that the request comes from a page of this origin; from a browser that sends no such
 * header, a request is taken if no session would end.
 *
 * @see <a href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata Request Headers</a>
 */
class SignOutMatcher implements RequestMatcher {

	static final RequestMatcher SIGN_OUT = PathPatternRequestMatcher.withDefaults()
		.matcher(HttpMethod.POST, SecurityRules.SIGN_OUT);

	private final RevalidatingSecurityContextRepository visits;

	SignOutMatcher(RevalidatingSecurityContextRepository visits) {
		this.visits = visits;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		if (!SIGN_OUT.matches(request)) {
			return false;
		}
		var site = request.getHeader("Sec-Fetch-Site");
		return (site != null) ? site.equals("same-origin") : !this.visits.isKnown(request);
	}

}
