package questionbank;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two instances on one PostgreSQL database. It takes minutes and runs with
 * {@code ./mvnw verify -Pfaults} only.
 */
class SeveralInstancesIT {

	/** The exit code of a JVM after SIGTERM. */
	private static final int TERMINATED = 143;

	/** The attempts to sign in to an account from one address. */
	private static final int ATTEMPTS = 10;

	private static final int EDITS = 7;

	@TempDir
	private static Path data;

	private static String database;

	private static ProgramProcess one;

	private static ProgramProcess other;

	@BeforeAll
	static void start() {
		database = TestDatabase.newPostgresql();
		one = start("one");
		other = start("other");
	}

	@AfterAll
	static void stop() {
		one.close();
		other.close();
	}

	@Test
	void shareSessionsAndFindEditsOfEachOtherWithinTwoSeconds() {
		var editor = Editors.signedIn(one.awaitPort());
		var reader = at(editor, other.awaitPort());
		assertThat(reader.open("/account").status()).isEqualTo(200);
		var delays = IntStream.range(0, EDITS).mapToObj((number) -> delay(editor, reader)).sorted().toList();
		// Not the longest, since this machine may be busy.
		assertThat(delays.get(EDITS / 2)).isLessThan(Duration.ofSeconds(2));
		assertThat(reader.send(reader.open("/account"), "form[action='/sign-out']").status()).isEqualTo(302);
		assertThat(editor.open("/account").status()).isNotEqualTo(200);
	}

	/** Measures the time from an accepted edit until it is found at another instance. */
	private static Duration delay(Visitor editor, Visitor reader) {
		var word = Editors.newWord();
		assertThat(Editors.add(editor, 7, word).status()).isEqualTo(302);
		var accepted = System.nanoTime();
		Editors.patiently().until(() -> reader.open("/questions?q=" + word).listed().equals(List.of(7L)));
		return Duration.ofNanos(System.nanoTime() - accepted);
	}

	@Test
	void limitTheRateOfEachByItself() {
		var guesser = new Visitor(one.awaitPort());
		var elsewhere = new Visitor(other.awaitPort()).beside(guesser);
		IntStream.range(0, ATTEMPTS).forEach((attempt) -> assertThat(guess(guesser)).isEqualTo(401));
		assertThat(guess(guesser)).isEqualTo(429);
		assertThat(guess(elsewhere)).isEqualTo(401);
	}

	@Test
	void answerEveryRequestDuringARollingRestart() throws Exception {
		try (var balancer = new LoadBalancer()) {
			var ports = new Integer[] { one.awaitPort(), other.awaitPort() };
			balancer.balance(ports);
			Editors.patiently().until(() -> balancer.ready().size() == 2);
			try (var editors = new Editors(balancer.port(), 4)) {
				editors.awaitEdits(20);
				one.terminate();
				assertThat(one.awaitExit()).isEqualTo(TERMINATED);
				assertThat(balancer.ready()).containsExactly(ports[1]);
				one = start("one");
				ports[0] = one.awaitPort();
				balancer.balance(ports);
				Editors.patiently().until(() -> balancer.ready().size() == 2);
				editors.awaitEdits(20);
				other.terminate();
				assertThat(other.awaitExit()).isEqualTo(TERMINATED);
				other = start("other");
				ports[1] = other.awaitPort();
				balancer.balance(ports);
				Editors.patiently().until(() -> balancer.ready().size() == 2);
				var edits = editors.awaitEdits(20).stop();
				assertThat(editors.failures()).isEmpty();
				Editors.assertKept(edits, ports[0]);
				Editors.assertKept(edits, ports[1]);
			}
		}
	}

	private static ProgramProcess start(String name) {
		var settings = Stream.of("--spring.datasource.url=" + database, "--spring.datasource.username=postgres",
				"--questionbank.shutdown.drain=2s");
		return ProgramProcess.start(data.resolve(name),
				Stream.concat(settings, Stream.of(Editors.ADMINISTRATOR)).toArray(String[]::new));
	}

	/** Returns the same browser at another instance. */
	private static Visitor at(Visitor visitor, int port) {
		var elsewhere = new Visitor(port).beside(visitor);
		for (var cookie : List.of("SESSION", "XSRF-TOKEN")) {
			visitor.cookie(cookie).ifPresent(elsewhere::keep);
		}
		return elsewhere;
	}

	private static int guess(Visitor visitor) {
		return visitor.signIn("bob@example.org", "wrong horse staple 9 battery").status();
	}

}
