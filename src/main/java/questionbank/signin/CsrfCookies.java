package questionbank.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/**
 * Stores the CSRF token in a cookie, so that a form creates no session. Over TLS the name
 * of the cookie has the prefix {@code __Host-}: browsers then accept it only over TLS,
 * from this host and for all its paths, so that neither a sibling domain nor a man in the
 * middle of a plain HTTP request can set it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6265bis">RFC 6265bis, 4.1.3</a>
 */
class CsrfCookies implements CsrfTokenRepository {

	private static final String PREFIX = "__Host-";

	private final CookieCsrfTokenRepository plain = repository();

	private final CookieCsrfTokenRepository secure = repository();

	CsrfCookies() {
		this.secure.setCookieName(PREFIX + "XSRF-TOKEN");
		// The prefix requires it.
		this.secure.setCookiePath("/");
	}

	private static CookieCsrfTokenRepository repository() {
		var repository = new CookieCsrfTokenRepository();
		repository.setCookieCustomizer((cookie) -> cookie.sameSite("Lax"));
		return repository;
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return repository(request).generateToken(request);
	}

	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
		repository(request).saveToken(token, request, response);
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return repository(request).loadToken(request);
	}

	private CookieCsrfTokenRepository repository(HttpServletRequest request) {
		return request.isSecure() ? this.secure : this.plain;
	}

}
