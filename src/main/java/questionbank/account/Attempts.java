package questionbank.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/**
 * Slows those down who guess. An account allows a few attempts, a network address a few
 * more, and both allow more as time passes. What others try on an account does not keep
 * its owner out: a browser in which somebody has signed in to it has attempts of its own.
 * <p>
 * The count is kept in the database, where all instances of the program share it, as the
 * time at which all attempts are there again: each puts it off by its part of the period.
 * One statement tells whether there is an attempt left and takes it, and nothing is
 * written for who has to wait.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm">Generic cell
 * rate algorithm</a>
 */
@Component
public class Attempts {

	private static final Duration PERIOD = Duration.ofMinutes(15);

	/** From strangers, at one account. */
	private static final int ACCOUNT = 10;

	/** From one network address, at whatever accounts, sign-ups and links. */
	private static final int ADDRESS = 40;

	/**
	 * From one network address, to begin with what cannot be guessed: only that not too
	 * much is kept of it.
	 */
	private static final int KNOCKS = 100;

	/** From a browser or a person that is known. */
	private static final int KNOWN = 20;

	/**
	 * How many are remembered at most: somebody with more addresses than that is not
	 * slowed.
	 */
	private static final int MOST = 200_000;

	/** What one customer is given of IPv6 is one address to us. */
	private static final int NETWORK_BYTES = 8;

	private final JdbcClient database;

	private final Clock clock;

	Attempts(JdbcClient database, Clock clock) {
		this.database = database;
		this.clock = clock;
	}

	/** Counts an attempt on an account by a browser that is not known to it. */
	public Attempt atAccount(String email, String address) {
		return spend(fromAddress(address), new Allowance("account " + email, ACCOUNT));
	}

	/** Counts an attempt by a browser that is known to the account. */
	public Attempt inKnownBrowser(String email, String browser) {
		return spend(new Allowance("browser " + browser + " " + email, KNOWN));
	}

	/** Counts an attempt by somebody who has signed in. */
	Attempt byPerson(long id) {
		return spend(new Allowance("person " + id, KNOWN));
	}

	/**
	 * Counts how often somebody whom nothing is known of begins with something that is
	 * kept for them.
	 * @param address the network address
	 */
	public Attempt knock(String address) {
		return spend(new Allowance("knock " + network(address), KNOCKS));
	}

	/** Counts an attempt that concerns no account yet. */
	public Attempt from(String address) {
		return spend(fromAddress(address));
	}

	private static Allowance fromAddress(String address) {
		return new Allowance("address " + network(address), ADDRESS);
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

	/** Takes one from each, or none. */
	private Attempt spend(Allowance... allowances) {
		var now = this.clock.millis();
		for (var allowance : allowances) {
			var wait = wait(allowance, now);
			if (wait > 0) {
				return new Attempt(wait, List.of());
			}
		}
		var spent = new ArrayList<Allowance>();
		for (var allowance : allowances) {
			if (!take(allowance, now)) {
				// Somebody else has just had the last.
				spent.forEach(this::giveBack);
				return new Attempt(allowance.part(), List.of());
			}
			spent.add(allowance);
		}
		return new Attempt(0, spent);
	}

	/** How long there will be none, in milliseconds. */
	private long wait(Allowance allowance, long now) {
		return this.database.sql("select full_at from allowance where key_hash = :key")
			.param("key", allowance.key)
			.query(Long.class)
			.optional()
			.map((fullAt) -> fullAt - allowance.latest(now))
			.orElse(0L);
	}

	private boolean take(Allowance allowance, long now) {
		return takeNext(allowance, now) || takeFirst(allowance, now) || takeNext(allowance, now);
	}

	private boolean takeNext(Allowance allowance, long now) {
		return this.database.sql("""
				update allowance set full_at = greatest(full_at, :now) + :part
				where key_hash = :key and full_at <= :latest""")
			.param("now", now)
			.param("part", allowance.part())
			.param("key", allowance.key)
			.param("latest", allowance.latest(now))
			.update() == 1;
	}

	private boolean takeFirst(Allowance allowance, long now) {
		try {
			return this.database.sql("""
					insert into allowance (key_hash, full_at) select cast(:key as char(64)), cast(:full as bigint)
					where not exists (select 1 from allowance where key_hash = :key)""")
				.param("key", allowance.key)
				.param("full", now + allowance.part())
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private void giveBack(Allowance allowance) {
		this.database.sql("update allowance set full_at = full_at - :part where key_hash = :key")
			.param("part", allowance.part())
			.param("key", allowance.key)
			.update();
	}

	@Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
	void forget() {
		forget(MOST);
	}

	/**
	 * Forgets those who have all their attempts again, those whom a clock that went wrong
	 * would keep waiting, and of the others those who have tried least, if there are too
	 * many.
	 */
	void forget(int most) {
		var now = this.clock.millis();
		this.database.sql("delete from allowance where full_at <= :now or full_at > :never")
			.param("now", now)
			.param("never", now + 2 * PERIOD.toMillis())
			.update();
		this.database.sql("""
				delete from allowance where full_at <= (
					select full_at from allowance order by full_at desc offset :most rows fetch first 1 row only)""")
			.param("most", most)
			.update();
	}

	/** So many attempts in a period, of which one comes back after another. */
	private record Allowance(String key, int times) {

		Allowance(String key, int times) {
			this.key = Secrets.hash(key);
			this.times = times;
		}

		/** How long it takes until one comes back, in milliseconds. */
		long part() {
			return PERIOD.toMillis() / this.times;
		}

		/** All are back by then at the latest if there is one now. */
		long latest(long now) {
			return now + PERIOD.toMillis() - part();
		}

	}

	/** One attempt, which is given back if it succeeds. */
	public final class Attempt {

		private final long wait;

		private final List<Allowance> spent;

		private Attempt(long wait, List<Allowance> spent) {
			this.wait = wait;
			this.spent = spent;
		}

		public boolean isRefused() {
			return this.wait > 0;
		}

		/** Whether there have been too many, which is then answered and said. */
		public boolean isTooMany(Errors mistakes, HttpServletResponse response) {
			if (!isRefused()) {
				return false;
			}
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds()));
			mistakes.reject("slow", said());
			return true;
		}

		/** What is said to who has to wait. */
		public String said() {
			var minutes = (seconds() + 59) / 60;
			return "There have been too many attempts. Please try again in "
					+ ((minutes == 1) ? "a minute." : minutes + " minutes.");
		}

		public void succeeded() {
			this.spent.forEach(Attempts.this::giveBack);
		}

		private long seconds() {
			return Duration.ofMillis(this.wait).toSeconds() + 1;
		}

	}

}
