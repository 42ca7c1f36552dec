package questionbank.account;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where something is kept for a browser while somebody shows who they are: in its session
 * if it has one, else in one that does not last long, so that not many gather there.
 */
public final class TransientSessionAttributes {

	/** How long somebody may stand there, with one hand on the bell. */
	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private TransientSessionAttributes() {
	}

	/** Keeps something by a name until it is taken. */
	public static void keep(String name, Object kept, HttpServletRequest request) {
		var session = request.getSession(false);
		if (session == null) {
			session = request.getSession();
			session.setMaxInactiveInterval((int) PATIENCE.toSeconds());
		}
		session.setAttribute(name, kept);
	}

	/** What was kept by a name, which is not there any more. */
	public static <T> Optional<T> take(String name, Class<T> type, HttpServletRequest request) {
		return Optional.ofNullable(request.getSession(false)).flatMap((session) -> {
			var kept = Optional.ofNullable(session.getAttribute(name));
			session.removeAttribute(name);
			return kept.filter(type::isInstance).map(type::cast);
		});
	}

}
