package questionbank.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriUtils;

import questionbank.account.Identities;
import questionbank.account.Viewer;

/**
 * Completes a sign-in after authentication: rotates the session id (session fixation) and
 * the CSRF token, saves the security context in the session, and, except after a sign-in
 * by a provider, remembers the browser. Other rooms take part by a bean of type
 * {@link SessionAuthenticationStrategy}. Rooms below this one start a new session by the
 * bean's type {@link AuthenticationSuccessHandler}.
 */
@Component
class SignIn implements AuthenticationSuccessHandler {

	/** Lifetime of the cookie of a session that outlives the browser, and its timeout. */
	static final Duration REMEMBERED = Duration.ofDays(30);

	private static final String REMEMBER = SignIn.class.getName() + ".REMEMBER";

	private static final int MAX_TARGET_LENGTH = 2000;

	/** A path of this application in any browser, and not the start of another origin. */
	private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

	/** Characters that a URI may not contain (RFC 3986, 2), except complete escapes. */
	private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+|%(?![0-9A-Fa-f]{2})");

	private final SecurityContextRepository securityContexts;

	private final SessionAuthenticationStrategy sessionStrategy;

	private final Identities identities;

	private final KnownBrowsers browsers;

	private final Duration sessionTimeout;

	SignIn(RevalidatingSecurityContextRepository securityContexts, CsrfTokenRepository csrfTokens,
			ObjectProvider<SessionAuthenticationStrategy> contributed, Identities identities, KnownBrowsers browsers,
			@Value("${spring.session.timeout}") Duration sessionTimeout) {
		this.sessionStrategy = new CompositeSessionAuthenticationStrategy(Stream
			.concat(Stream.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(csrfTokens)),
					contributed.orderedStream())
			.toList());
		this.securityContexts = securityContexts;
		this.identities = identities;
		this.browsers = browsers;
		this.sessionTimeout = sessionTimeout;
	}

	/**
	 * Completes the sign-in of an account whose owner has just chosen the password, or is
	 * signed in.
	 */
	void complete(long person, HttpServletRequest request, HttpServletResponse response) {
		complete(this.identities.authenticate(person), false, request, response);
	}

	/**
	 * Completes a sign-in by an OpenID provider. The browser is not remembered as known:
	 * password guesses from it stay under the stricter rate limit.
	 */
	void completeFederated(long person, HttpServletRequest request, HttpServletResponse response) {
		establish(this.identities.authenticate(person), false, request, response);
	}

	/**
	 * Completes the sign-in of an authenticated account.
	 * @param remember whether the session lasts 30 days, and not only until the browser
	 * is closed
	 */
	void complete(Authentication authentication, boolean remember, HttpServletRequest request,
			HttpServletResponse response) {
		establish(authentication, remember, request, response);
		var person = Objects.requireNonNull(Viewer.of(authentication).id());
		this.browsers.remember(person, request, response);
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) {
		complete(authentication, false, request, response);
	}

	/**
	 * Signs out and in again, since a session keeps the role that it was created with.
	 */
	void renew(long person, HttpServletRequest request, HttpServletResponse response) {
		new SecurityContextLogoutHandler().logout(request, response, null);
		complete(person, request, response);
	}

	private void establish(Authentication authentication, boolean remember, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessionStrategy.onAuthentication(authentication, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.securityContexts.saveContext(context, request, response);
		if (remember) {
			request.setAttribute(REMEMBER, true);
		}
		request.getSession().setMaxInactiveInterval((int) (remember ? REMEMBERED : this.sessionTimeout).toSeconds());
	}

	/** Whether the user who signs in by this request asked to stay signed in. */
	static boolean isRememberMe(HttpServletRequest request) {
		return request.getAttribute(REMEMBER) != null;
	}

	/**
	 * Returns the address to redirect to after signing in: a path of this application,
	 * without the context path, in characters that a {@code Location} header can carry;
	 * the home page if the requested address is not such a path.
	 */
	static String redirectTarget(@Nullable String requested) {
		if (requested == null || requested.length() > MAX_TARGET_LENGTH || !LOCAL.matcher(requested).matches()) {
			return "/";
		}
		return ILLEGAL.matcher(requested).replaceAll((part) -> UriUtils.encode(part.group(), StandardCharsets.UTF_8));
	}

}
