package questionbank.web;

/** The cookie that carries the session id, of a signed-in user or a pending sign-in. */
public final class SessionCookie {

	public static final String NAME = "SESSION";

	private SessionCookie() {
	}

}
