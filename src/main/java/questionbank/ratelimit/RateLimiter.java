package questionbank.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Token-bucket rate limiter for guesses (sign-in, sign-up, links, passwords) and for
 * anonymous requests that create server-side state. Buckets are kept in memory, per
 * instance: a consumption takes microseconds and needs no database; {@code n} instances
 * together allow {@code n} times as much, and a restart refills all buckets.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#login-throttling">OWASP,
 * login throttling</a>
 */
@Component
public class RateLimiter {

	private final TokenBuckets buckets;

	RateLimiter(Clock clock) {
		this.buckets = new TokenBuckets(clock);
	}

	/**
	 * Consumes a sign-in attempt from a browser that has not signed in to the account.
	 * The limit for an account from one address is lower than that from all addresses, so
	 * that one attacker cannot lock the owner out.
	 */
	public Consumption consumeSignIn(String email, String address) {
		return consume(this.buckets.get(Limit.SIGN_IN_BY_ADDRESS, ClientNetwork.of(address)),
				this.buckets.get(Limit.SIGN_IN_BY_ACCOUNT_AND_ADDRESS, email + " " + ClientNetwork.of(address)),
				this.buckets.get(Limit.SIGN_IN_BY_ACCOUNT, email));
	}

	/**
	 * Consumes a sign-in attempt from a browser that has signed in to the account.
	 * Attempts from other browsers do not count against this limit.
	 * @param browser identifies the browser
	 */
	public Consumption consumeSignInFromKnownBrowser(String email, String browser) {
		return consume(this.buckets.get(Limit.KNOWN_BROWSER, browser + " " + email));
	}

	/** Consumes a sign-up attempt, which reveals whether the account exists. */
	public Consumption consumeSignUp(String email, String address) {
		var byAddress = this.buckets.get(Limit.SIGN_UP_BY_ADDRESS, ClientNetwork.of(address));
		// All clients that left the address empty would share a bucket.
		return email.isEmpty() ? consume(byAddress)
				: consume(byAddress, this.buckets.get(Limit.SIGN_UP_BY_ACCOUNT, email));
	}

	/**
	 * Consumes an attempt to use a secret link: an invitation, password reset or setup
	 * link, a scorecard or a calendar feed.
	 */
	public Consumption consumeLink(String address) {
		return consume(this.buckets.get(Limit.LINK, ClientNetwork.of(address)));
	}

	/**
	 * Consumes a request for a mail with a reset link. It is limited by the typed
	 * address, whether or not an account exists.
	 */
	public Consumption consumeResetRequest(String email, String address) {
		return consume(this.buckets.get(Limit.RESET_BY_ADDRESS, ClientNetwork.of(address)),
				this.buckets.get(Limit.RESET_BY_ACCOUNT, email));
	}

	/** Consumes an attempt of a signed-in person to confirm the current password. */
	public Consumption consumeConfirmation(long person) {
		return consume(this.buckets.get(Limit.CONFIRMATION, Long.toString(person)));
	}

	/**
	 * Consumes a poll of a calendar feed.
	 * @param feed identifies an existing feed
	 */
	public Consumption consumeFeed(String feed) {
		return consume(this.buckets.get(Limit.FEED, feed));
	}

	/** Consumes an anonymous request that creates server-side state. */
	public Consumption consumeAnonymous(String address) {
		return consume(this.buckets.get(Limit.ANONYMOUS, ClientNetwork.of(address)));
	}

	/** Consumes a token from each bucket, or none at all if one of them is empty. */
	private static Consumption consume(Bucket... buckets) {
		for (int i = 0; i < buckets.length; i++) {
			var probe = buckets[i].tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				new Consumption(Duration.ZERO, List.of(buckets).subList(0, i)).refund();
				return new Consumption(retryAfter(probe), List.of());
			}
		}
		return new Consumption(Duration.ZERO, List.of(buckets));
	}

	private static Duration retryAfter(ConsumptionProbe probe) {
		return Duration.ofSeconds(TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
	}

	/** The result of consuming tokens: allowed, or limited. */
	public static final class Consumption {

		private final Duration retryAfter;

		private final List<Bucket> consumed;

		private Consumption(Duration retryAfter, List<Bucket> consumed) {
			this.retryAfter = retryAfter;
			this.consumed = consumed;
		}

		/** Whether the request exceeds a limit. */
		public boolean isLimited() {
			return !this.retryAfter.isZero();
		}

		/**
		 * Rejects the form and sets status 429 and {@code Retry-After} if the request
		 * exceeds a limit.
		 * @return whether it does
		 */
		public boolean rejectIfLimited(Errors errors, HttpServletResponse response) {
			if (isLimited()) {
				errors.reject("limited", message());
			}
			return rejectIfLimited(response);
		}

		/**
		 * Sets status 429 and {@code Retry-After} if the request exceeds a limit.
		 * @return whether it does
		 */
		public boolean rejectIfLimited(HttpServletResponse response) {
			if (isLimited()) {
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()));
			}
			return isLimited();
		}

		/** Returns the message for a limited request, in whole minutes. */
		public String message() {
			var minutes = this.retryAfter.plusSeconds(59).toMinutes();
			return "Too many attempts. Please try again in " + ((minutes == 1) ? "a minute." : minutes + " minutes.");
		}

		/** Puts the tokens back, after an attempt that succeeded. */
		public void refund() {
			this.consumed.forEach((bucket) -> bucket.addTokens(1));
		}

	}

}
