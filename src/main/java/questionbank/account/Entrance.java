package questionbank.account;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.stereotype.Component;

/**
 * Lets people in who have shown who they are: from then on their browser is known by a
 * session, whose name nobody can have known before, and by a cookie on the sign-in page.
 */
@Component
class Entrance {

	private static final Duration REMEMBERED = Duration.ofDays(30);

	/** How long somebody may stand before the door, with one hand on the bell. */
	private static final Duration BEFORE_THE_DOOR = Duration.ofMinutes(15);

	private static final int LONGEST_ADDRESS = 2000;

	/** An address of this program, whatever a browser makes of it. */
	private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

	private final SecurityContextRepository visits;

	private final SessionAuthenticationStrategy renewal;

	private final Identities identities;

	private final Browsers browsers;

	private final ApplicationEventPublisher events;

	private final Duration visit;

	Entrance(PresentVisits visits, CsrfTokenRepository formTokens, Identities identities, Browsers browsers,
			ApplicationEventPublisher events, @Value("${spring.session.timeout}") Duration visit) {
		this.renewal = new CompositeSessionAuthenticationStrategy(
				List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(formTokens)));
		this.visits = visits;
		this.identities = identities;
		this.browsers = browsers;
		this.events = events;
		this.visit = visit;
	}

	/**
	 * Where something can be kept for somebody while they show who they are. It does not
	 * last long, so that not many gather there.
	 */
	HttpSession beforeTheDoor(HttpServletRequest request) {
		var known = request.getSession(false);
		if (known != null) {
			return known;
		}
		var session = request.getSession();
		session.setMaxInactiveInterval((int) BEFORE_THE_DOOR.toSeconds());
		return session;
	}

	/** What was kept there by some name, which is not there any more. */
	static <T> Optional<T> take(String name, Class<T> type, HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false)).flatMap((session) -> {
			var kept = Optional.ofNullable(session.getAttribute(name));
			session.removeAttribute(name);
			return kept.filter(type::isInstance).map(type::cast);
		});
	}

	/** Lets somebody in who has just chosen a password. */
	void admit(long person, HttpServletRequest request, HttpServletResponse response) {
		admit(this.identities.load(person), false, request, response);
	}

	/**
	 * Lets somebody in whom a provider vouches for. The browser is not one of theirs for
	 * that: who guesses passwords is slowed there as elsewhere.
	 */
	void admitByProvider(long person, HttpServletRequest request, HttpServletResponse response) {
		open(authentication(this.identities.load(person)), false, request, response);
	}

	/** Lets somebody in who has shown who they are. */
	void admit(SignedIn person, boolean remember, HttpServletRequest request, HttpServletResponse response) {
		admit(authentication(person), remember, request, response);
	}

	/**
	 * Lets somebody in.
	 * @param remember whether for 30 days after the last visit, and not only until the
	 * browser is closed
	 */
	void admit(Authentication authentication, boolean remember, HttpServletRequest request,
			HttpServletResponse response) {
		open(authentication, remember, request, response);
		if (authentication.getPrincipal() instanceof SignedIn person) {
			this.browsers.remember(person.id(), request, response);
		}
	}

	private void open(Authentication authentication, boolean remember, HttpServletRequest request,
			HttpServletResponse response) {
		this.renewal.onAuthentication(authentication, request, response);
		save(authentication, request, response);
		if (remember) {
			request.setAttribute(SpringSessionRememberMeServices.REMEMBER_ME_LOGIN_ATTR, true);
		}
		request.getSession().setMaxInactiveInterval((int) (remember ? REMEMBERED : this.visit).toSeconds());
		if (authentication.getPrincipal() instanceof SignedIn person) {
			this.events.publishEvent(new Arrival(person.id(), request, response));
		}
	}

	/** Lets somebody in anew whose sessions were all ended, in this browser alone. */
	void admitAgain(long person, HttpServletRequest request, HttpServletResponse response) {
		leave(request);
		admit(person, request, response);
	}

	/** Lets the session know what has changed about its person. */
	void refresh(long person, HttpServletRequest request, HttpServletResponse response) {
		save(authentication(this.identities.load(person)), request, response);
	}

	void leave(HttpServletRequest request) {
		var session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		SecurityContextHolder.clearContext();
	}

	/** Where to go from the entrance: on to where somebody came from, or home. */
	static String onward(@Nullable String address) {
		if (address == null || address.length() > LONGEST_ADDRESS || !OURS.matcher(address).matches()) {
			return "/";
		}
		// Braces would be taken for places to fill in.
		return address.replace("{", "%7B").replace("}", "%7D");
	}

	private void save(Authentication authentication, HttpServletRequest request, HttpServletResponse response) {
		var context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(authentication);
		SecurityContextHolder.setContext(context);
		this.visits.saveContext(context, request, response);
	}

	private static Authentication authentication(SignedIn person) {
		person.eraseCredentials();
		return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
	}

}
