package questionbank.account;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Session attributes that are read once, such as a passkey challenge. A session that is
 * created for one expires early, so that abandoned sign-ins do not fill the table.
 */
public final class TransientSessionAttributes {

	/** Timeout of a session that only carries a pending sign-in. */
	private static final Duration TIMEOUT = Duration.ofMinutes(15);

	private TransientSessionAttributes() {
	}

	/** Stores an attribute until it is taken, in a new session if there is none. */
	public static void put(String name, Object value, HttpServletRequest request) {
		var session = request.getSession(false);
		if (session == null) {
			session = request.getSession();
			session.setMaxInactiveInterval((int) TIMEOUT.toSeconds());
		}
		session.setAttribute(name, value);
	}

	/** Returns an attribute and removes it. */
	public static <T> Optional<T> take(String name, Class<T> type, HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false)).flatMap((session) -> {
			var value = Optional.ofNullable(session.getAttribute(name));
			session.removeAttribute(name);
			return value.filter(type::isInstance).map(type::cast);
		});
	}

}
