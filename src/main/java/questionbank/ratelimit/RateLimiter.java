package questionbank.ratelimit;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Token-bucket rate limiter for guesses (sign-in, sign-up, links, passwords) and for
 * anonymous requests that create server-side state. Buckets are kept in memory, by
 * instance: a consumption takes microseconds and needs no database; {@code n} instances
 * together allow {@code n} times as much, and a restart refills all buckets.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/Authentication_Cheat_Sheet.html#login-throttling">OWASP,
 * login throttling</a>
 */
@Component
public class RateLimiter {

	/** The time in which an empty bucket is full again. */
	private static final Duration PERIOD = Duration.ofMinutes(15);

	private static final int MAX_BUCKETS = 200_000;

	/** A clock that goes back further than this was wrong. */
	private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

	private final Cache<UUID, Bucket> buckets = Caffeine.newBuilder()
		.maximumSize(MAX_BUCKETS)
		.expireAfterAccess(PERIOD)
		.build();

	private final Clock clock;

	private volatile long latest;

	RateLimiter(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Consumes a sign-in attempt from a browser that the account has not been used in.
	 * The limit for an account from one address is lower than that from all addresses, so
	 * that one attacker cannot lock the owner out.
	 */
	public Consumption consumeSignIn(String email, String address) {
		return consume(bucket(Limit.SIGN_IN_BY_ADDRESS, ClientNetwork.of(address)),
				bucket(Limit.SIGN_IN_BY_ACCOUNT_AND_ADDRESS, email + " " + ClientNetwork.of(address)),
				bucket(Limit.SIGN_IN_BY_ACCOUNT, email));
	}

	/**
	 * Consumes a sign-in attempt from a browser in which the account has been used, which
	 * attempts from elsewhere do not count against.
	 * @param browser identifies the browser
	 */
	public Consumption consumeSignInFromKnownBrowser(String email, String browser) {
		return consume(bucket(Limit.KNOWN_BROWSER, browser + " " + email));
	}

	/** Consumes a sign-up attempt, which tells whether the account exists. */
	public Consumption consumeSignUp(String email, String address) {
		return consume(bucket(Limit.SIGN_UP_BY_ADDRESS, ClientNetwork.of(address)),
				bucket(Limit.SIGN_UP_BY_ACCOUNT, email));
	}

	/** Consumes an attempt to use an invitation, a password reset or the setup code. */
	public Consumption consumeLink(String address) {
		return consume(bucket(Limit.LINK, ClientNetwork.of(address)));
	}

	/** Consumes an attempt of a signed-in person to confirm their password. */
	public Consumption consumeConfirmation(long person) {
		return consume(bucket(Limit.CONFIRMATION, Long.toString(person)));
	}

	/** Consumes an anonymous request that creates server-side state. */
	public Consumption consumeAnonymous(String address) {
		return consume(bucket(Limit.ANONYMOUS, ClientNetwork.of(address)));
	}

	private Bucket bucket(Limit limit, String key) {
		var now = this.clock.millis();
		if (now < this.latest - CLOCK_TOLERANCE.toMillis()) {
			// A bucket is not refilled before the time at which it was used last.
			this.buckets.invalidateAll();
		}
		this.latest = now;
		// Hashed, as keys have any length.
		var hash = UUID.nameUUIDFromBytes((limit + " " + key).getBytes(StandardCharsets.UTF_8));
		return this.buckets.get(hash,
				(absent) -> Bucket.builder()
					.withCustomTimePrecision(new ClockTimeMeter(this.clock))
					.addLimit((bandwidth) -> bandwidth.capacity(limit.capacity).refillGreedy(limit.capacity, PERIOD))
					.build());
	}

	/** Consumes a token of each bucket, or of none. */
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

	/** Tokens within {@link #PERIOD}. */
	private enum Limit {

		SIGN_IN_BY_ADDRESS(40), SIGN_IN_BY_ACCOUNT_AND_ADDRESS(10), SIGN_IN_BY_ACCOUNT(100), KNOWN_BROWSER(20),
		// A class signs up behind one address.
		SIGN_UP_BY_ADDRESS(100), SIGN_UP_BY_ACCOUNT(10), LINK(40), CONFIRMATION(20), ANONYMOUS(100);

		private final int capacity;

		Limit(int capacity) {
			this.capacity = capacity;
		}

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
				response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
				response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.retryAfter.toSeconds()));
				errors.reject("limited", message());
			}
			return isLimited();
		}

		/** The message for a limited request, in whole minutes. */
		public String message() {
			var minutes = this.retryAfter.plusSeconds(59).toMinutes();
			return "There have been too many attempts. Please try again in "
					+ ((minutes == 1) ? "a minute." : minutes + " minutes.");
		}

		/** Returns the tokens, after an attempt that succeeded. */
		public void refund() {
			this.consumed.forEach((bucket) -> bucket.addTokens(1));
		}

	}

	private record ClockTimeMeter(Clock clock) implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			return TimeUnit.MILLISECONDS.toNanos(this.clock.millis());
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
