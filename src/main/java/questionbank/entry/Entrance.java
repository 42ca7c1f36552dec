package questionbank.entry;

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
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.stereotype.Component;

import questionbank.account.Arrival;
import questionbank.account.Identities;
import questionbank.account.Return;
import questionbank.account.Viewer;

/**
 * Lets people in who have shown who they are: from then on their browser is known by a
 * session, whose name nobody can have known before, and by a cookie on the sign-in page.
 */
@Component
class Entrance {

	private static final Duration REMEMBERED = Duration.ofDays(30);

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
	 * @param remember whether for 30 days after the last visit, and not only until the
	 * browser is closed
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
			request.setAttribute(SpringSessionRememberMeServices.REMEMBER_ME_LOGIN_ATTR, true);
		}
		request.getSession().setMaxInactiveInterval((int) (remember ? REMEMBERED : this.visit).toSeconds());
		var id = Objects.requireNonNull(Viewer.of(person).id());
		this.events.publishEvent(new Arrival(id, request, response));
		return id;
	}

	/** Lets somebody in again. */
	@EventListener
	void admitAgain(Return returning) {
		new SecurityContextLogoutHandler().logout(returning.request(), returning.response(), null);
		admit(returning.person(), returning.request(), returning.response());
	}

	/** Where to go from the entrance: on to where somebody came from, or home. */
	static String onward(@Nullable String address) {
		if (address == null || address.length() > LONGEST_ADDRESS || !OURS.matcher(address).matches()) {
			return "/";
		}
		// Braces would be taken for places to fill in.
		return address.replace("{", "%7B").replace("}", "%7D");
	}

}
