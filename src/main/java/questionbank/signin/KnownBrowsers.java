package questionbank.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import questionbank.account.SecretTokens;

/**
 * Knows the browsers in which somebody has signed in to an account. Each has a random
 * cookie, which is sent to the sign-in page and nowhere else.
 */
@Component
class KnownBrowsers {

	private static final Logger logger = LoggerFactory.getLogger(KnownBrowsers.class);

	private static final String COOKIE = "BROWSER";

	private static final Pattern SECRET = Pattern.compile(SecretTokens.PATTERN);

	private static final Duration LIFETIME = Duration.ofDays(365);

	private final JdbcClient database;

	private final SecretTokens secrets;

	private final Clock clock;

	KnownBrowsers(JdbcClient database, SecretTokens secrets, Clock clock) {
		this.database = database;
		this.secrets = secrets;
		this.clock = clock;
	}

	/**
	 * The browser, if somebody has signed in to this account in it within a year.
	 * @return what it is known by
	 */
	Optional<String> find(String email, HttpServletRequest request) {
		var secret = secret(request);
		if (secret == null) {
			return Optional.empty();
		}
		return this.database.sql("""
				select b.token_hash from person_browser b join person p on p.id = b.person_id
				where p.email = :email and b.token_hash = :hash and b.used_at > :since""")
			.param("email", email)
			.param("hash", SecretTokens.hash(secret))
			.param("since", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.query(String.class)
			.optional();
	}

	/** Knows the browser from now on as one in which the person has signed in. */
	void remember(long person, HttpServletRequest request, HttpServletResponse response) {
		var kept = secret(request);
		var secret = (kept != null) ? kept : this.secrets.next();
		var now = this.clock.instant();
		this.database.sql("delete from person_browser where person_id = :person and used_at <= :since")
			.param("person", person)
			.param("since", Timestamp.from(now.minus(LIFETIME)))
			.update();
		if (save("update person_browser set used_at = :now where person_id = :person and token_hash = :hash", person,
				secret, now) == 0) {
			try {
				save("insert into person_browser (person_id, token_hash, used_at) values (:person, :hash, :now)",
						person, secret, now);
			}
			catch (DuplicateKeyException ex) {
				logger.debug("Somebody has signed in twice at once");
			}
		}
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, secret)
					.path(request.getContextPath() + "/sign-in")
					.maxAge(LIFETIME)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	private int save(String statement, long person, String secret, Instant now) {
		return this.database.sql(statement)
			.param("person", person)
			.param("hash", SecretTokens.hash(secret))
			.param("now", Timestamp.from(now))
			.update();
	}

	private static @Nullable String secret(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null && SECRET.matcher(cookie.getValue()).matches()) ? cookie.getValue() : null;
	}

}
