package questionbank.signin;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
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
import questionbank.account.Return;
import questionbank.account.SignedInEvent;
import questionbank.account.Viewer;

/**
 * Lets people in who have shown who they are: from then on their browser is known by a
 * session, whose name nobody can have known before, and by a cookie on the sign-in page.
 */
@Component
class SignIn {

	/** How long users stay signed in who ask for it, from when they signed in. */
	static final Duration REMEMBERED = Duration.ofDays(30);

	private static final String REMEMBER = SignIn.class.getName() + ".REMEMBER";

	private static final int LONGEST_ADDRESS = 2000;

	/** A path of this application in any browser, and not the start of another origin. */
	private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

	/** Whatever a URI may not contain (RFC 3986, 2), but for complete escapes. */
	private static final Pattern ILLEGAL = Pattern.compile("[^A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+|%(?![0-9A-Fa-f]{2})");

	private final SecurityContextRepository visits;

	private final SessionAuthenticationStrategy renewal;

	private final Identities identities;

	private final KnownBrowsers browsers;

	private final ApplicationEventPublisher events;

	private final Duration visit;

	SignIn(RevalidatingSecurityContextRepository visits, CsrfTokenRepository formTokens, Identities identities,
			KnownBrowsers browsers, ApplicationEventPublisher events,
			@Value("${spring.session.timeout}") Duration visit) {
		this.renewal = new CompositeSessionAuthenticationStrategy(
				List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(formTokens)));
		this.visits = visits;
		this.identities = identities;
		this.browsers = browsers;
		this.events = events;
		this.visit = visit;
	}

	/** Lets somebody in who has just chosen a password. */
	void admit(long person, HttpServletRequest request, HttpServletResponse response) {
		admit(this.identities.known(person), false, request, response);
	}

	/**
	 * Lets somebody in whom a provider vouches for. The browser is not one of theirs for
	 * that: who guesses passwords is slowed there as elsewhere.
	 */
	void admitByProvider(long person, HttpServletRequest request, HttpServletResponse response) {
		open(this.identities.known(person), false, request, response);
	}

	/**
	 * Lets somebody in who has shown who they are.
	 * @param remember whether for 30 days, and not only until the browser is closed
	 */
	void admit(Authentication person, boolean remember, HttpServletRequest request, HttpServletResponse response) {
		this.browsers.remember(open(person, remember, request, response), request, response);
	}

	private long open(Authentication person, boolean remember, HttpServletRequest request,
			HttpServletResponse response) {
		this.renewal.onAuthentication(person, request, response);
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(person);
		SecurityContextHolder.setContext(context);
		this.visits.saveContext(context, request, response);
		if (remember) {
			request.setAttribute(REMEMBER, true);
		}
		request.getSession().setMaxInactiveInterval((int) (remember ? REMEMBERED : this.visit).toSeconds());
		var id = Objects.requireNonNull(Viewer.of(person).id());
		this.events.publishEvent(new SignedInEvent(id, request, response));
		return id;
	}

	/** Whether the user who signs in by this request asked to stay signed in. */
	static boolean isToBeRemembered(HttpServletRequest request) {
		return request.getAttribute(REMEMBER) != null;
	}

	/** Lets somebody in again. */
	@EventListener
	void admitAgain(Return returning) {
		new SecurityContextLogoutHandler().logout(returning.request(), returning.response(), null);
		admit(returning.person(), returning.request(), returning.response());
	}

	/**
	 * Where to redirect after signing in: to a path of this application, without the
	 * context path, in characters that a {@code Location} header can carry; to the front
	 * page if the requested address is none.
	 */
	static String onward(@Nullable String address) {
		if (address == null || address.length() > LONGEST_ADDRESS || !LOCAL.matcher(address).matches()) {
			return "/";
		}
		return ILLEGAL.matcher(address).replaceAll((part) -> UriUtils.encode(part.group(), StandardCharsets.UTF_8));
	}

}
