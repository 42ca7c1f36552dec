package questionbank.operations;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.support.SimpleTriggerContext;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Backups by administrators and at night. */
@PageTest
class BackupTests {

	private static final BackupProperties LIMITS = new BackupProperties(true, "-", Path.of(""), 3, 2, 2);

	@Autowired
	private Backups backups;

	@Autowired
	private BackupFolder folder;

	@Autowired
	private BackupHealthIndicator health;

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private RepeatedFailures failures;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private MovingClock clock;

	/** Backups are named by the second. */
	@BeforeEach
	void waitForTheNextSecond() {
		this.clock.advance(Duration.ofSeconds(1));
	}

	@AfterEach
	void forgetRuns() {
		this.database.sql("delete from backup_run").update();
	}

	@Test
	void administratorsBackUpAndDownload() throws IOException {
		var administrator = administrator();
		var page = administrator.arrive(administrator.send(administrator.open("/operations"), "form[action$=backups]"));
		assertThat(page.text("[role=status]")).contains("Backup started");
		await().untilAsserted(() -> assertThat(this.folder.names()).isNotEmpty());
		await().until(() -> !this.backups.isRunning());
		page = administrator.open("/operations");
		assertThat(page.text("main")).contains("The last backup succeeded", "Schema version");
		var download = administrator.open(page.links("main td a").get(0));
		assertThat(download.status()).isEqualTo(200);
		assertThat(download.header("Content-Disposition")).startsWith("attachment; filename=\"question-bank-");
		assertThat(administrator.open("/operations/backups/2020-01-01-000000").status()).isEqualTo(404);
	}

	@Test
	void oneInstanceMakesTheBackupOfANight() {
		var night = LocalDate.of(2001, 2, 3);
		this.backups.run(night);
		this.backups.run(night);
		assertThat(this.database.sql("select count(*) from backup_run where night = ? and finished_at is not null")
			.param(night)
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void healthIsDownAfterAFailure() {
		fail(this.clock.instant());
		assertThat(this.health.health().getStatus().getCode()).isEqualTo("DOWN");
		assertThat(administrator().open("/operations").text("main")).contains("The last backup failed", "Disk full");
		this.database.sql("delete from backup_run where name = 'failed'").update();
		assertThat(this.health.health().getStatus().getCode()).isEqualTo("UP");
	}

	@Test
	void metricsTellTheLastResultAndTheAgeOfTheLastSuccess() {
		this.backups.run(null);
		var success = this.meters.get("questionbank.backup.success").gauge();
		assertThat(success.value()).isEqualTo(1);
		this.clock.advance(Duration.ofHours(3));
		assertThat(this.meters.get("questionbank.backup.age").gauge().value()).isBetween(10_800.0, 10_900.0);
		fail(this.clock.instant());
		assertThat(success.value()).isZero();
		assertThat(this.meters.get("questionbank.backup.age").gauge().value()).isLessThan(10_900);
	}

	@Test
	void thePageShowsTheLastWarnings() {
		var text = "The zeppelin of this test is low";
		// Not by logging: another context of the tests may have reset Logback's filters.
		this.failures.decide(null, (Logger) LoggerFactory.getLogger(BackupTests.class), Level.WARN, text, null,
				new IOException("the cause"));
		assertThat(administrator().open("/operations").texts("main td")).contains("WARN",
				text + ": java.io.IOException: the cause");
	}

	@Test
	void thePageShowsLongWorkWhileItRuns() {
		var names = Stream.of("backup", "import", "duplicates", "index.rebuild", "model.fit")
			.map((name) -> "questionbank." + name + ".active")
			.toList();
		var tasks = names.stream().map((name) -> this.meters.get(name).longTaskTimer().start()).toList();
		try {
			assertThat(work()).contains("Backup", "Import", "Scan for near-duplicates", "Rebuild of the search index",
					"Fit of memory models");
		}
		finally {
			tasks.forEach(LongTaskTimer.Sample::stop);
		}
		assertThat(work()).doesNotContain("Backup", "Import");
	}

	private List<String> work() {
		return administrator().open("/operations").texts("[aria-labelledby=work] td:first-child");
	}

	@Test
	void keepsTheLastBackupOfDaysWeeksAndMonths() {
		var format = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss");
		var start = LocalDateTime.of(2026, 3, 31, 14, 0);
		var names = IntStream.range(0, 200).mapToObj((i) -> format.format(start.minusHours(12L * i))).toList();
		assertThat(BackupFolder.kept(names, LIMITS)).containsExactlyInAnyOrder("2026-03-31-140000", "2026-03-30-140000",
				"2026-03-29-140000", "2026-02-28-140000");
		assertThat(BackupFolder.kept(List.of(), LIMITS)).isEmpty();
	}

	@Test
	void runsAgainTheNextDayAfterTheClockWasAYearAhead() {
		var now = this.clock.instant();
		var last = new SimpleTriggerContext(Clock.fixed(now, ZoneOffset.UTC));
		var ahead = now.plus(Duration.ofDays(365));
		last.update(ahead, ahead, ahead);
		assertThat(backups("0 30 2 * * *").nextNight(last)).isBetween(now, now.plus(Duration.ofDays(1)));
	}

	@Test
	void aDashDisablesNightlyBackups() {
		assertThat(backups("-").nextNight(new SimpleTriggerContext())).isNull();
	}

	private Backups backups(String cron) {
		return new Backups(null, null, new BackupProperties(true, cron, null, 1, 1, 1), null, null, null, this.clock,
				new SimpleMeterRegistry());
	}

	@Test
	void aRunWhileTheClockWasAheadIsNotTheLast() {
		this.backups.run(null);
		fail(this.clock.instant().plus(Duration.ofDays(365)));
		assertThat(this.health.health().getStatus().getCode()).isEqualTo("UP");
		assertThat(this.meters.get("questionbank.backup.age").gauge().value()).isNotNegative();
	}

	/** Records a failed run. */
	private void fail(Instant at) {
		this.database.sql("""
				insert into backup_run (name, started_at, finished_at, problem)
				values ('failed', current_timestamp, ?, 'Disk full')""").param(at.atOffset(ZoneOffset.UTC)).update();
	}

	private Visitor administrator() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.ADMINISTRATOR));
		return visitor;
	}

}
