package questionbank.operations;

import java.time.Clock;
import java.sql.SQLException;
import java.util.List;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.TurboFilterList;
import ch.qos.logback.classic.turbo.TurboFilter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RepeatedFailuresTests {

	private static final Logger logger = LoggerFactory.getLogger(RepeatedFailuresTests.class);

	private final TurboFilterList filters = ((LoggerContext) LoggerFactory.getILoggerFactory()).getTurboFilterList();

	private List<TurboFilter> others;

	private RepeatedFailures failures;

	/** Removes the filters of programs that run in this process. */
	@BeforeEach
	void removeOthers() {
		this.others = List.copyOf(this.filters);
		this.filters.clear();
		this.failures = new RepeatedFailures(Clock.systemUTC());
	}

	@AfterEach
	void remove() {
		this.failures.destroy();
		this.filters.addAll(this.others);
	}

	@Test
	void logsTheFirstAndCountsRepetitions(CapturedOutput log) {
		for (int time = 1; time <= 5; time++) {
			logger.error("Request {} failed", time, new IllegalStateException(failure("23505")));
		}
		assertThat(log).contains("Request 1 failed").doesNotContain("Request 2 failed");
		this.failures.report();
		assertThat(log)
			.contains("Repeated 4 times since the last report: " + logger.getName() + ": java.sql.SQLException 23505");
	}

	@Test
	void ignoresNumbersInMessagesOfLibraries(CapturedOutput log) {
		var library = LoggerFactory.getLogger("com.zaxxer.hikari.pool.PoolBase");
		library.warn("Failed to validate connection {}", "conn12");
		library.warn("Failed to validate connection {}", "conn13");
		this.failures.report();
		assertThat(log).contains("connection conn12", "Repeated 1 times").doesNotContain("conn13");
	}

	@Test
	void distinguishesNumbersInMessagesOfThisProgram(CapturedOutput log) {
		logger.warn("Account {} is disabled", 12);
		logger.warn("Account {} is disabled", 13);
		assertThat(log).contains("Account 12 is disabled", "Account 13 is disabled");
	}

	@Test
	void countsInEachIntervalWithoutLoggingAgain(CapturedOutput log) {
		for (int minute = 1; minute <= 3; minute++) {
			logger.warn("Still failing", failure("90098"));
			logger.warn("Still failing", failure("90098"));
			this.failures.report();
		}
		assertThat(log).containsOnlyOnce("Still failing")
			.containsOnlyOnce("Repeated 1 times")
			.contains("Repeated 2 times");
	}

	@Test
	void logsAgainAfterAnIntervalWithoutRepetition(CapturedOutput log) {
		logger.error("First", failure("90098"));
		this.failures.report();
		logger.error("Second", failure("90098"));
		assertThat(log).contains("First", "Second").doesNotContain("since the last report");
	}

	@Test
	void logsEachDifferentFailure(CapturedOutput log) {
		logger.error("One state", failure("90098"));
		logger.error("Another state", failure("23505"));
		logger.error("Another class", new IllegalStateException());
		logger.error("Another origin", anotherFailure());
		logger.warn("Text of {}", "one");
		logger.warn("Text of {}", "another");
		assertThat(log).contains("One state", "Another state", "Another class", "Another origin", "Text of one",
				"Text of another");
	}

	@Test
	void logsAnOutageOnceForAllLoggersAndOrigins(CapturedOutput log) {
		logger.error("First", failure("90098"));
		logger.error("Second", new IllegalStateException(anotherOutage()));
		LoggerFactory.getLogger("com.zaxxer.hikari.pool.ProxyConnection").warn("Third", anotherOutage());
		logger.error("Another state", failure("90031"));
		this.failures.report();
		assertThat(log)
			.contains("First", "Another state",
					"Repeated 2 times since the last report: Database outage: java.sql.SQLException 90098")
			.doesNotContain("Second", "Third");
	}

	@Test
	void logsEachOriginOfOtherFailures(CapturedOutput log) {
		logger.error("One origin", failure("23505"));
		logger.error("Another origin", anotherFailure("23505"));
		assertThat(log).contains("One origin", "Another origin");
	}

	@Test
	void doesNotFilterInfoMessages(CapturedOutput log) {
		var information = (ch.qos.logback.classic.Logger) LoggerFactory.getLogger("questionbank.test.information");
		information.setLevel(ch.qos.logback.classic.Level.INFO);
		information.info("Logged twice");
		information.info("Logged twice");
		assertThat(log.getAll().split("Logged twice", -1)).hasSize(3);
	}

	private static SQLException failure(String state) {
		return new SQLException("The database has been closed", state);
	}

	private static SQLException anotherOutage() {
		return new SQLException("The database has been closed", "90098");
	}

	private static SQLException anotherFailure(String state) {
		return new SQLException("Duplicate key", state);
	}

	private static Exception anotherFailure() {
		return new IllegalStateException();
	}

}
