package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/**
 * Measures response times of practice pages for learners with a thousand reviews each:
 * random learners open their plan and grade answers, one after the other.
 */
final class PracticeBenchmark {

	private static final int QUESTIONS = 1_000;

	private static final int LEARNERS = Integer.getInteger("bench.learners", 10_000);

	private static final int REVIEWS = 1_000;

	/** The number of questions that a learner has practised, four times on average. */
	private static final int PRACTISED = 250;

	private static final int SESSION = 10;

	private static final int BATCH = 100_000;

	private static final int WARM_UP = 150;

	private static final int MEASURED = 350;

	private final TimedClient client;

	private PracticeBenchmark(int port) {
		this.client = new TimedClient(port);
	}

	public static void main(String[] args) throws IOException, SQLException, InterruptedException {
		var settings = Settings.fromSystem();
		var folder = settings.folder().resolve("practice");
		Files.createDirectories(folder);
		var bank = new BankFile(folder, QUESTIONS);
		bank.prepare(settings);
		try (var database = bank.open()) {
			fill(database);
		}
		try (var server = Server.start(
				List.of("-cp", settings.classpath(), Trial.PROGRAM, "--questionbank.data=" + bank.data()),
				folder.resolve("log"))) {
			server.awaitWholeIndex();
			new PracticeBenchmark(server.port()).run();
		}
	}

	/** Generates learners, half of whom have an interview in two weeks. */
	private static void fill(Connection database) throws SQLException {
		try (var statement = database.createStatement()) {
			try (var count = statement.executeQuery("select count(*) from card")) {
				if (count.next() && count.getLong(1) >= (long) LEARNERS * PRACTISED) {
					return;
				}
			}
			statement.execute("delete from learner");
			statement.execute("""
					insert into learner (id, token_hash, zone, interview_on, daily_limit, difficulties, topics, used_at)
					select x, lower(rawtohex(hash('SHA-256', lpad(x, 43, '0')))), 'Europe/Berlin',
						case when mod(x, 2) = 0 then dateadd(day, 14, current_date) end, 20, array[], array[],
						current_timestamp
					from system_range(1, %d)""".formatted(LEARNERS));
			insertInBatches(statement, (long) LEARNERS * REVIEWS / SESSION,
					"""
							insert into practice_session (id, learner_id, kind, title, counted, zone, started_at, finished_at, closed)
							select x, 1 + (x - 1) / %d, 'TODAY', 'Today', true, 'Europe/Berlin',
								dateadd(day, -100 + mod(x - 1, 100), current_timestamp), current_timestamp, true
							from system_range(%%d, %%d)"""
						.formatted(REVIEWS / SESSION));
			insertInBatches(statement, (long) LEARNERS * REVIEWS, """
					insert into attempt (session_id, position, learner_id, question_id, counted, answer, answered_at,
						covered, missed, grade, graded_at, graded_zone)
					select 1 + (x - 1) / 10, 1 + mod(x - 1, 10), 1 + (x - 1) / %d,
						1 + 4 * mod((x - 1) * 7, %d), true,
						'The outcome first, then the systems, the formats and what happens when it fails.',
						current_timestamp, array['A point'], array['Another'],
						array['AGAIN', 'HARD', 'GOOD', 'GOOD', 'GOOD', 'EASY'][1 + mod(x * 13, 6)],
						dateadd(minute, mod(x - 1, 10), dateadd(day, -100 + mod((x - 1) / 10, 100), current_timestamp)),
						'Europe/Berlin'
					from system_range(%%d, %%d)""".formatted(REVIEWS, PRACTISED));
			insertInBatches(statement, (long) LEARNERS * PRACTISED, """
					insert into card (learner_id, question_id, state, step, stability, difficulty, reviewed_at, due_at,
						reviews, first_grade)
					select 1 + (x - 1) / %1$d, 1 + 4 * mod(x - 1, %1$d), 'REVIEW', 0, 1 + mod(x * 37, 90),
						1 + mod(x, 9), dateadd(day, -1 - mod(x * 17, 40), current_timestamp),
						dateadd(day, mod(x * 37, 90) - mod(x * 17, 40), current_timestamp), 4,
						array['AGAIN', 'HARD', 'GOOD', 'GOOD', 'EASY'][1 + mod(x, 5)]
					from system_range(%%d, %%d)""".formatted(PRACTISED));
			statement.execute("analyze");
		}
	}

	private static void insertInBatches(java.sql.Statement statement, long total, String insert) throws SQLException {
		for (long from = 1; from <= total; from += BATCH) {
			statement.execute(insert.formatted(from, Math.min(total, from + BATCH - 1)));
		}
	}

	private void run() throws IOException, InterruptedException {
		var random = new Random(4);
		for (int i = 0; i < WARM_UP + MEASURED; i++) {
			if (i == WARM_UP) {
				this.client.reset();
			}
			practise(String.format("%043d", 1 + random.nextInt(LEARNERS)));
		}
		System.out.printf("%,d learners with %,d reviews each, %,d questions, one browser%n%n", LEARNERS, REVIEWS,
				QUESTIONS);
		this.client.report();
	}

	private void practise(String secret) throws IOException, InterruptedException {
		var cookies = "PRACTICE=" + secret;
		var page = this.client.ask("`/practice`", "GET", "/practice", cookies, "");
		var form = page.headers().firstValue("Set-Cookie").orElseThrow();
		cookies += "; " + form.substring(0, form.indexOf(';'));
		var started = this.client.ask("start today’s session", "POST", "/practice/sessions", cookies,
				TimedClient.token(page) + "&kind=today");
		var session = started.headers().firstValue("Location").orElseThrow();
		for (int position = 1; position <= 3; position++) {
			page = this.client.ask("a question", "GET", session, cookies, "");
			this.client.ask("an answer", "POST", session + "/attempts/" + position + "/answer", cookies,
					TimedClient.token(page)
							+ "&answer=First+I+ask+for+the+outcome,+then+I+map+the+systems+and+their+formats.");
			page = this.client.ask("its sample answer", "GET", session, cookies, "");
			// Each question of this bank has one revision.
			this.client.ask("a grade", "POST", session + "/attempts/" + position + "/grade", cookies,
					TimedClient.token(page) + "&version=1&grade=4");
		}
		this.client.ask("`/practice/progress`", "GET", "/practice/progress", cookies, "");
	}

}
