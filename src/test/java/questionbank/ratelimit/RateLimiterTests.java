package questionbank.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import questionbank.ratelimit.RateLimiter.Consumption;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimiterTests {

	private static final String ADDRESS = "192.0.2.1";

	private static final String ADA = "ada@example.org";

	private final SteppedClock clock = new SteppedClock();

	private final RateLimiter limiter = new RateLimiter(this.clock);

	@Test
	void allowsTenSignInsToAnAccountFromOneAddressAndOneMoreEachNinetySeconds() {
		assertThat(allowed(() -> this.limiter.consumeSignIn(ADA, ADDRESS))).isEqualTo(10);
		this.clock.now = this.clock.now.plusSeconds(89);
		assertThat(allowed(() -> this.limiter.consumeSignIn(ADA, ADDRESS))).isZero();
		this.clock.now = this.clock.now.plusSeconds(2);
		assertThat(allowed(() -> this.limiter.consumeSignIn(ADA, ADDRESS))).isOne();
	}

	@Test
	void doesNotLockTheOwnerOutByAttemptsFromAnotherAddress() {
		allowed(() -> this.limiter.consumeSignIn(ADA, ADDRESS));
		assertThat(allowed(() -> this.limiter.consumeSignIn(ADA, "192.0.2.2"))).isEqualTo(10);
	}

	@Test
	void allowsAHundredSignInsToAnAccountFromManyAddresses() {
		var allowed = IntStream.range(0, 200)
			.filter((at) -> !this.limiter.consumeSignIn(ADA, "192.0.2." + at).isLimited())
			.count();
		assertThat(allowed).isEqualTo(100);
	}

	@Test
	void allowsFortySignInsFromOneAddressToManyAccounts() {
		var allowed = IntStream.range(0, 80)
			.filter((at) -> !this.limiter.consumeSignIn("user" + at + "@example.org", ADDRESS).isLimited())
			.count();
		assertThat(allowed).isEqualTo(40);
	}

	@Test
	void doesNotCountSignUpsAndLinksAgainstSignIns() {
		allowed(() -> this.limiter.consumeSignUp(ADA, ADDRESS));
		allowed(() -> this.limiter.consumeLink(ADDRESS));
		allowed(() -> this.limiter.consumeAnonymous(ADDRESS));
		assertThat(allowed(() -> this.limiter.consumeSignIn(ADA, ADDRESS))).isEqualTo(10);
	}

	@Test
	void doesNotCountSignUpsWithoutAnEmailAddressForEachOther() {
		var allowed = IntStream.range(0, 20)
			.filter((at) -> !this.limiter.consumeSignUp("", "192.0.2." + at).isLimited())
			.count();
		assertThat(allowed).isEqualTo(20);
	}

	@Test
	void countsEachConcurrentAttempt() throws Exception {
		var threads = Executors.newFixedThreadPool(8);
		try {
			var attempts = IntStream.range(0, 80)
				.<Callable<Boolean>>mapToObj((at) -> () -> this.limiter.consumeLink(ADDRESS).isLimited())
				.toList();
			var limited = 0;
			for (var attempt : threads.invokeAll(attempts)) {
				limited += attempt.get() ? 1 : 0;
			}
			assertThat(limited).isEqualTo(40);
		}
		finally {
			threads.shutdown();
		}
	}

	@Test
	void refundsAttemptsThatSucceed() {
		for (int times = 0; times < 50; times++) {
			this.limiter.consumeSignIn(ADA, ADDRESS).refund();
		}
		assertThat(allowed(() -> this.limiter.consumeSignIn(ADA, ADDRESS))).isEqualTo(10);
	}

	@Test
	void consumesNothingOfTheAddressWhereTheAccountIsLimited() {
		for (int times = 0; times < 50; times++) {
			this.limiter.consumeSignIn(ADA, ADDRESS);
		}
		var others = IntStream.range(0, 80)
			.filter((at) -> !this.limiter.consumeSignIn("user" + at + "@example.org", ADDRESS).isLimited())
			.count();
		assertThat(others).isEqualTo(30);
	}

	@ParameterizedTest
	@CsvSource({ "2001:db8:1:2:3::1, 2001:db8:1:2:4::1, true", "2001:db8:1:2::1, 2001:db8:1:3::1, false",
			"192.0.2.1, 192.0.2.2, false" })
	void countsAnIpv6NetworkOfSixtyFourBitsAsOneClient(String first, String second, boolean same) {
		allowed(() -> this.limiter.consumeLink(first));
		assertThat(this.limiter.consumeLink(second).isLimited()).isEqualTo(same);
	}

	@Test
	void refillsBucketsAfterTheClockIsSetBack() {
		this.clock.now = this.clock.now.plus(Duration.ofDays(1));
		allowed(() -> this.limiter.consumeLink(ADDRESS));
		this.clock.now = this.clock.now.minus(Duration.ofDays(1));
		assertThat(this.limiter.consumeLink(ADDRESS).isLimited()).isFalse();
	}

	private static int allowed(Supplier<Consumption> attempt) {
		var allowed = 0;
		while (!attempt.get().isLimited()) {
			allowed++;
		}
		return allowed;
	}

	/** A clock that stands still between steps. */
	private static final class SteppedClock extends Clock {

		private Instant now = Instant.parse("2026-11-27T12:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new UnsupportedOperationException();
		}

	}

}
