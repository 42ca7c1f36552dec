package questionbank.account;

import java.time.Duration;
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

	private Attempts here;

	private Attempts there;

	@BeforeEach
	void startTwoInstances() {
		this.database.sql("delete from allowance").update();
		this.here = new Attempts(this.database, this.clock);
		this.there = new Attempts(this.database, this.clock);
	}

	@Test
	void areCountedTogetherByAllInstances() {
		for (int times = 0; times < 5; times++) {
			assertThat(this.here.atAccount(ADA, ADDRESS).isRefused()).isFalse();
			assertThat(this.there.atAccount(ADA, ADDRESS).isRefused()).isFalse();
		}
		assertThat(this.here.atAccount(ADA, ADDRESS).isRefused()).isTrue();
		assertThat(this.there.atAccount(ADA, ADDRESS).isRefused()).isTrue();
		this.clock.pass(Duration.ofSeconds(91));
		assertThat(this.there.atAccount(ADA, ADDRESS).isRefused()).isFalse();
		assertThat(this.here.atAccount(ADA, ADDRESS).isRefused()).isTrue();
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
			// Some come back while it lasts.
			assertThat(refused).isBetween(38, 40);
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
		this.here.forget();
		assertThat(kept()).isEqualTo(2);
		this.clock.pass(Duration.ofSeconds(60));
		this.there.forget();
		assertThat(kept()).isEqualTo(1);
		this.clock.pass(Duration.ofSeconds(60));
		this.there.forget();
		assertThat(kept()).isZero();
	}

	@Test
	void areForgottenFirstOfThoseWhoHaveTriedLeast() {
		left((address) -> this.here.from(address));
		for (int at = 2; at < 9; at++) {
			this.here.from("192.0.2." + at);
			this.clock.pass(Duration.ofMillis(1));
		}
		this.here.forget(3);
		assertThat(kept()).isEqualTo(3);
		assertThat(this.there.from(ADDRESS).isRefused()).isTrue();
	}

	@Test
	void areNotKeptFromAnybodyByAClockThatWentWrong() {
		this.here.from(ADDRESS);
		this.database.sql("update allowance set full_at = full_at + 86400000").update();
		assertThat(this.here.from(ADDRESS).isRefused()).isTrue();
		this.there.forget();
		assertThat(this.here.from(ADDRESS).isRefused()).isFalse();
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
