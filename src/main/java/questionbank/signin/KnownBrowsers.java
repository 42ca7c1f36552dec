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
 * Stores which browsers have signed in to which account, for a rate limit of their own.
 * Each browser has a random cookie, whose path is the sign-in page.
 */
@Component
class KnownBrowsers {

	private static final Logger logger = LoggerFactory.getLogger(KnownBrowsers.class);

	private static final String COOKIE = "BROWSER";

	private static final Pattern TOKEN = Pattern.compile(SecretTokens.PATTERN);

	private static final Duration LIFETIME = Duration.ofDays(365);

	private final JdbcClient database;

	private final SecretTokens tokens;

	private final Clock clock;

	KnownBrowsers(JdbcClient database, SecretTokens tokens, Clock clock) {
		this.database = database;
		this.tokens = tokens;
		this.clock = clock;
	}

	/**
	 * Finds the browser if it has signed in to this account within a year.
	 * @return the hash of its cookie
	 */
	Optional<String> find(String email, HttpServletRequest request) {
		var token = token(request);
		if (token == null) {
			return Optional.empty();
		}
		return this.database.sql("""
				select b.token_hash from person_browser b join person p on p.id = b.person_id
				where p.email = :email and b.token_hash = :hash and b.used_at > :since""")
			.param("email", email)
			.param("hash", SecretTokens.hash(token))
			.param("since", Timestamp.from(this.clock.instant().minus(LIFETIME)))
			.query(String.class)
			.optional();
	}

	/** Records that the browser has signed in to the account, and renews its cookie. */
	void remember(long person, HttpServletRequest request, HttpServletResponse response) {
		var sent = token(request);
		var token = (sent != null) ? sent : this.tokens.next();
		var now = this.clock.instant();
		this.database.sql("delete from person_browser where person_id = :person and used_at <= :since")
			.param("person", person)
			.param("since", Timestamp.from(now.minus(LIFETIME)))
			.update();
		if (save("update person_browser set used_at = :now where person_id = :person and token_hash = :hash", person,
				token, now) == 0) {
			try {
				save("insert into person_browser (person_id, token_hash, used_at) values (:person, :hash, :now)",
						person, token, now);
			}
			catch (DuplicateKeyException ex) {
				logger.debug("Browser already recorded by a concurrent sign-in");
			}
		}
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(COOKIE, token)
					.path(request.getContextPath() + "/sign-in")
					.maxAge(LIFETIME)
					.httpOnly(true)
					.secure(request.isSecure())
					.sameSite("Lax")
					.build()
					.toString());
	}

	private int save(String statement, long person, String token, Instant now) {
		return this.database.sql(statement)
			.param("person", person)
			.param("hash", SecretTokens.hash(token))
			.param("now", Timestamp.from(now))
			.update();
	}

	private static @Nullable String token(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null && TOKEN.matcher(cookie.getValue()).matches()) ? cookie.getValue() : null;
	}

}
