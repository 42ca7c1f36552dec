package questionbank.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.DatabaseTest;
import questionbank.MovingClock;

import static org.assertj.core.api.Assertions.assertThat;

/** How often somebody may try is counted once, however many instances there are. */
@DatabaseTest
class AttemptsTests {

	private static final String ADDRESS = "192.0.2.1";

	private static final String ADA = "ada@example.org";

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovingClock clock;

	private Instant now;

	private Attempts here;

	private Attempts there;

	@BeforeEach
	void startTwoInstances() {
		this.database.sql("delete from allowance").update();
		// Not yet, so that the program does not forget meanwhile what is tried here.
		this.now = this.clock.instant().plus(Duration.ofMinutes(10));
		this.here = after(Duration.ZERO);
		this.there = after(Duration.ZERO);
	}

	@Test
	void areCountedTogetherByAllInstances() {
		for (int times = 0; times < 5; times++) {
			assertThat(this.here.atAccount(ADA, ADDRESS).isRefused()).isFalse();
			assertThat(this.there.atAccount(ADA, ADDRESS).isRefused()).isFalse();
		}
		assertThat(this.here.atAccount(ADA, ADDRESS).isRefused()).isTrue();
		assertThat(this.there.atAccount(ADA, ADDRESS).isRefused()).isTrue();
		assertThat(after(Duration.ofSeconds(89)).atAccount(ADA, ADDRESS).isRefused()).isTrue();
		assertThat(after(Duration.ofSeconds(91)).atAccount(ADA, ADDRESS).isRefused()).isFalse();
		assertThat(after(Duration.ofSeconds(91)).atAccount(ADA, ADDRESS).isRefused()).isTrue();
	}

	@Test
	void areCountedOnceEachWhereManyComeTogether() throws Exception {
		var many = Executors.newFixedThreadPool(8);
		try {
			var tries = IntStream.range(0, 80)
				.<Callable<Boolean>>mapToObj(
						(at) -> () -> ((at % 2 == 0) ? this.here : this.there).from(ADDRESS).isRefused())
				.toList();
			var refused = 0;
			for (var attempt : many.invokeAll(tries)) {
				refused += attempt.get() ? 1 : 0;
			}
			assertThat(refused).isEqualTo(40);
		}
		finally {
			many.shutdown();
		}
	}

	@Test
	void areGivenBackToWhoSucceeds() {
		for (int times = 0; times < 50; times++) {
			this.here.atAccount(ADA, ADDRESS).succeeded();
		}
		assertThat(left((address) -> this.there.atAccount(ADA, address))).isEqualTo(10);
		assertThat(left((address) -> this.there.from(address))).isEqualTo(30);
	}

	@Test
	void costNothingOfTheAddressWhereTheAccountRefuses() {
		assertThat(left((address) -> this.here.atAccount(ADA, address))).isEqualTo(10);
		assertThat(left((address) -> this.there.from(address))).isEqualTo(30);
	}

	@Test
	void areForgottenOnceAllAreBack() {
		this.here.atAccount(ADA, ADDRESS);
		tableAfter(Duration.ZERO).forget();
		assertThat(kept()).isEqualTo(2);
		tableAfter(Duration.ofSeconds(60)).forget();
		assertThat(kept()).isEqualTo(1);
		tableAfter(Duration.ofSeconds(90)).forget();
		assertThat(kept()).isZero();
	}

	@Test
	void areForgottenFirstOfThoseWhoHaveTriedLeast() {
		left((address) -> this.here.from(address));
		for (int at = 2; at < 9; at++) {
			after(Duration.ofMillis(at)).from("192.0.2." + at);
		}
		tableAfter(Duration.ZERO).forget(3);
		assertThat(kept()).isEqualTo(3);
		assertThat(this.there.from(ADDRESS).isRefused()).isTrue();
	}

	@Test
	void areNotKeptFromAnybodyByAClockThatWentWrong() {
		var tomorrow = after(Duration.ofDays(1));
		left((address) -> tomorrow.from(address));
		assertThat(this.here.from(ADDRESS).isRefused()).isTrue();
		tableAfter(Duration.ZERO).forget();
		assertThat(this.here.from(ADDRESS).isRefused()).isFalse();
	}

	/** An instance at a time that stands still. */
	private Attempts after(Duration time) {
		return new Attempts(tableAfter(time));
	}

	private AllowanceTable tableAfter(Duration time) {
		return new AllowanceTable(this.database, Clock.fixed(this.now.plus(time), ZoneOffset.UTC));
	}

	private int left(Function<String, Attempts.Attempt> trying) {
		var times = 0;
		while (!trying.apply(ADDRESS).isRefused()) {
			times++;
		}
		return times;
	}

	private long kept() {
		return this.database.sql("select count(*) from allowance").query(Long.class).single();
	}

}
