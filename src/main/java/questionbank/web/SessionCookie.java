package questionbank.web;

/** The cookie that carries the session id of a signed-in user. */
public final class SessionCookie {

	public static final String NAME = "SESSION";

	private SessionCookie() {
	}

}
