package questionbank.interview;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.ratelimit.RateLimiter;

/**
 * Finds the scorecards that links of guests open, and binds a link to the browser that
 * saves first, by a cookie: the person who created the link knows it too, and must not
 * read the guest's scores with it.
 */
@Component
class GuestLinks {

	private static final String COOKIE = "SCORECARD";

	private static final Duration LIFETIME = Duration.ofDays(180);

	private final Scorecards scorecards;

	private final Interviews interviews;

	private final SecretTokens tokens;

	private final RateLimiter rateLimiter;

	GuestLinks(Scorecards scorecards, Interviews interviews, SecretTokens tokens, RateLimiter rateLimiter) {
		this.scorecards = scorecards;
		this.interviews = interviews;
		this.tokens = tokens;
		this.rateLimiter = rateLimiter;
	}

	/**
	 * Finds the scorecard that a link opens in this browser.
	 * @throws ResponseStatusException if there is none: 404, 410 if the interview is
	 * closed, 429 after too many guesses, 403 in another browser, and for people who can
	 * open the interview as themselves
	 */
	ScorecardView find(String token, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
		var scorecard = this.scorecards.find(token).orElseThrow(() -> unknown(request, response));
		if (scorecard.details().isClosed()) {
			throw new ResponseStatusException(HttpStatus.GONE, "The interview is closed. Thank you for taking part.");
		}
		if (this.interviews.panel(scorecard.details().id(), viewer).isPresent()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN,
					"You are signed in, and this link is for a guest, whose scores are not shown to you. "
							+ "Open the interview instead.");
		}
		if (scorecard.browserHash() != null && !scorecard.browserHash().equals(browserHash(request))) {
			throw elsewhere();
		}
		return scorecard;
	}

	/** Finds the scorecard, and binds the link to this browser, unless it is bound. */
	ScorecardView bind(String token, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
		var scorecard = find(token, viewer, request, response);
		if (scorecard.browserHash() == null) {
			var secret = this.tokens.next();
			if (!this.scorecards.bind(scorecard.id(), SecretTokens.hash(secret))) {
				throw elsewhere();
			}
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(COOKIE, secret)
						.path(request.getContextPath() + "/scorecards/" + token)
						.maxAge(LIFETIME)
						.httpOnly(true)
						.secure(request.isSecure())
						.sameSite("Lax")
						.build()
						.toString());
		}
		return scorecard;
	}

	private ResponseStatusException unknown(HttpServletRequest request, HttpServletResponse response) {
		var consumption = this.rateLimiter.consumeLink(request.getRemoteAddr());
		return consumption.rejectIfLimited(response)
				? new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, consumption.message())
				: new ResponseStatusException(HttpStatus.NOT_FOUND,
						"It was withdrawn or replaced by a newer one. Ask the sender for a new link.");
	}

	private static ResponseStatusException elsewhere() {
		return new ResponseStatusException(HttpStatus.FORBIDDEN,
				"The scorecard was begun in another browser. Open the link there, or ask the sender for a new one.");
	}

	private static @Nullable String browserHash(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null) ? SecretTokens.hash(cookie.getValue()) : null;
	}

}
