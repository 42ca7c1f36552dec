package questionbank.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Slows those down who guess. An account allows a few attempts, a network address a few
 * more, and both allow more as time passes. What others try on an account does not keep
 * its owner out: a browser in which somebody has signed in to it has attempts of its own.
 */
@Component
public class Attempts {

	/** From strangers, at one account. */
	private static final Allowance ACCOUNT = new Allowance(10, Duration.ofMinutes(15));

	/** From one network address, at whatever accounts, sign-ups and links. */
	private static final Allowance ADDRESS = new Allowance(40, Duration.ofMinutes(15));

	/**
	 * From one network address, to begin with what cannot be guessed: only that not too
	 * much is kept of it.
	 */
	private static final Allowance KNOCKS = new Allowance(100, Duration.ofMinutes(15));

	/** From a browser or a person that is known. */
	private static final Allowance KNOWN = new Allowance(20, Duration.ofMinutes(15));

	/** What one customer is given of IPv6 is one address to us. */
	private static final int NETWORK_BYTES = 8;

	private final AllowanceTable allowances;

	Attempts(AllowanceTable allowances) {
		this.allowances = allowances;
	}

	/** Counts an attempt on an account by a browser that is not known to it. */
	public Attempt atAccount(String email, String address) {
		var fromAddress = from(address);
		// Nothing is remembered of accounts that somebody names who is slowed already.
		return fromAddress.isRefused() ? fromAddress : fromAddress.and(bucket("account " + email, ACCOUNT));
	}

	/** Consumes an attempt to sign up, which tells whether there is such an account. */
	public Attempt atSignUp(String email, String address) {
		var fromAddress = from(address);
		return fromAddress.isRefused() ? fromAddress : fromAddress.and(bucket("sign-up " + email, ACCOUNT));
	}

	/** Counts an attempt by a browser that is known to the account. */
	public Attempt inKnownBrowser(String email, String browser) {
		return spend(bucket("browser " + browser + " " + email, KNOWN));
	}

	/** Counts an attempt by somebody who has signed in. */
	Attempt byPerson(long id) {
		return spend(bucket("person " + id, KNOWN));
	}

	/**
	 * Counts how often somebody whom nothing is known of begins with something that is
	 * kept for them.
	 * @param address the network address
	 */
	public Attempt knock(String address) {
		return spend(bucket("knock " + network(address), KNOCKS));
	}

	/** Counts an attempt that concerns no account yet. */
	public Attempt from(String address) {
		return spend(bucket("address " + network(address), ADDRESS));
	}

	private Bucket bucket(String key, Allowance allowance) {
		return this.allowances.builder()
			.build(Secrets.hash(key), () -> BucketConfiguration.builder()
				.addLimit((limit) -> limit.capacity(allowance.times).refillGreedy(allowance.times, allowance.period))
				.build());
	}

	private static Attempt spend(Bucket bucket) {
		var probe = bucket.tryConsumeAndReturnRemaining(1);
		return probe.isConsumed() ? new Attempt(0, List.of(bucket))
				: new Attempt(TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1, List.of());
	}

	private static String network(String address) {
		if (address.indexOf(':') < 0) {
			return address;
		}
		try {
			var bytes = InetAddress.getByName(address).getAddress();
			return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, NETWORK_BYTES));
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

	private record Allowance(long times, Duration period) {
	}

	/** One attempt, which is given back if it succeeds. */
	public static final class Attempt {

		private final long wait;

		private final List<Bucket> spent;

		private Attempt(long wait, List<Bucket> spent) {
			this.wait = wait;
			this.spent = spent;
		}

		public boolean isRefused() {
			return this.wait > 0;
		}

		/** The same attempt, which another bucket has to allow as well. */
		private Attempt and(Bucket bucket) {
			var other = spend(bucket);
			if (other.isRefused()) {
				succeeded();
				return other;
			}
			return new Attempt(0, Stream.concat(this.spent.stream(), other.spent.stream()).toList());
		}

		/** Whether there have been too many, which is then answered and said. */
		public boolean isTooMany(Errors mistakes, HttpServletResponse response) {
			if (!isRefused()) {
				return false;
			}
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.wait));
			mistakes.reject("slow", said());
			return true;
		}

		/** What is said to who has to wait. */
		public String said() {
			var minutes = (this.wait + 59) / 60;
			return "There have been too many attempts. Please try again in "
					+ ((minutes == 1) ? "a minute." : minutes + " minutes.");
		}

		public void succeeded() {
			this.spent.forEach((bucket) -> bucket.addTokens(1));
		}

	}

}
