package questionbank.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Measures response times of interviews among many: random guests open their scorecard
 * and save ratings, and an administrator opens matrices, one after the other.
 */
final class InterviewBenchmark {

	private static final int QUESTIONS = 1_000;

	private static final int INTERVIEWS = Integer.getInteger("bench.interviews", 10_000);

	private static final int PANELLISTS = 6;

	private static final int ASKED = 6;

	/** Spreads the interviews; coprime to their number. */
	private static final int STEP = 1_999;

	private static final int WARM_UP = 150;

	private static final int MEASURED = 500;

	private static final String EMAIL = "admin@example.org";

	private static final String PASSWORD = "marble otter ferry 7 lanterns";

	private static final Pattern VERSION = Pattern.compile("(?:name=\"version\" value=\"|\"version\":)([0-9]+)");

	private final TimedClient client;

	private InterviewBenchmark(int port) {
		this.client = new TimedClient(port);
	}

	public static void main(String[] args) throws IOException, SQLException, InterruptedException {
		var settings = Settings.fromSystem();
		var folder = settings.folder().resolve("interviews");
		Files.createDirectories(folder);
		var bank = new BankFile(folder, QUESTIONS);
		bank.prepare(settings);
		try (var database = bank.open()) {
			fill(database);
		}
		try (var server = Server.start(
				List.of("-cp", settings.classpath(), Trial.PROGRAM, "--questionbank.data=" + bank.data(),
						"--questionbank.admin.email=" + EMAIL, "--questionbank.admin.password=" + PASSWORD),
				folder.resolve("log"))) {
			server.awaitWholeIndex();
			new InterviewBenchmark(server.port()).run();
		}
	}

	/**
	 * Generates interviews; the panel of every other one, by number, has submitted. Each
	 * panellist is a guest whose token is the padded number of the scorecard.
	 */
	private static void fill(Connection database) throws SQLException {
		try (var statement = database.createStatement()) {
			try (var count = statement.executeQuery("select count(*) from interview")) {
				if (count.next() && count.getLong(1) == INTERVIEWS) {
					return;
				}
			}
			statement.execute("delete from interview");
			statement.execute("""
					merge into person (email, name, role, enabled, version, created_at) key (email)
					values ('owner@example.org', 'Benchmark', 'INTERVIEWER', true, 0, current_timestamp)""");
			statement.execute(
					"""
							insert into interview (id, owner_id, owner_name, kit_id, kit_revision, title, role, notes, candidate, candidate_hash,
								held_on, zone, place, created_at)
							select x, (select id from person where name = 'Benchmark'), 'Benchmark', 1, 1, 'A kit', 'Engineer', '', 'Candidate ' || x,
								lower(rawtohex(hash('SHA-256', 'candidate ' || x))),
								current_date, 'UTC', 'Room 7', current_timestamp
							from system_range(1, %d)"""
						.formatted(INTERVIEWS));
			statement.execute(
					"""
							insert into interview_question (interview_id, position, question_id, revision, minutes, probes)
							select 1 + (x - 1) / %1$d, 1 + mod(x - 1, %1$d), 1 + mod(x * 7, %2$d), 1, 5, array['And if it fails?']
							from system_range(1, %3$d)"""
						.formatted(ASKED, QUESTIONS, (long) INTERVIEWS * ASKED));
			statement.execute(
					"""
							insert into interview_panellist (id, interview_id, guest, email, name, token_hash, link_created_by, version,
								reason, submitted_at, recommendation)
							select x, 1 + (x - 1) / %1$d, true, 'guest' || x || '@example.org', 'Guest ' || x,
								lower(rawtohex(hash('SHA-256', lpad(x, 43, '0')))),
								(select id from person where name = 'Benchmark'), 0, '',
								case when mod((x - 1) / %1$d, 2) = 0 then current_timestamp end, 3
							from system_range(1, %2$d)"""
						.formatted(PANELLISTS, (long) INTERVIEWS * PANELLISTS));
			statement.execute("""
					insert into interview_answer (panellist_id, position, rating, not_asked, points, notes, seconds)
					select 1 + (x - 1) / %1$d, 1 + mod(x - 1, %1$d), 1 + mod(x * 13, 4), false, array[1, 2],
						'Named the systems and their formats, and what happens when one of them fails.', 240
					from system_range(1, %2$d)""".formatted(ASKED, (long) INTERVIEWS * PANELLISTS * ASKED));
			statement.execute("analyze");
		}
	}

	private void run() throws IOException, InterruptedException {
		var administrator = signIn();
		for (int i = 0; i < WARM_UP + MEASURED; i++) {
			if (i == WARM_UP) {
				this.client.reset();
			}
			// Even numbers have an open panel, odd numbers one that has submitted.
			// Each scorecard once, since its link is bound to the first browser.
			var open = 2L * (1 + i * STEP % (INTERVIEWS / 2));
			score((open - 1) * PANELLISTS + 1 + i % PANELLISTS);
			this.client.ask("a matrix", "GET", "/interviews/" + (open - 1), administrator, "");
			this.client.ask("`/interviews`", "GET", "/interviews", administrator, "");
		}
		System.out.printf("%,d interviews of %d panellists and %d questions, one browser%n%n", INTERVIEWS, PANELLISTS,
				ASKED);
		this.client.report();
	}

	private String signIn() throws IOException, InterruptedException {
		var page = this.client.ask("sign-in page", "GET", "/sign-in", "", "");
		var answer = this.client.ask("sign-in", "POST", "/sign-in", TimedClient.cookies(page),
				TimedClient.token(page) + "&email=" + EMAIL + "&password=" + PASSWORD.replace(' ', '+'));
		return TimedClient.cookies(answer);
	}

	private void score(long scorecard) throws IOException, InterruptedException {
		var address = "/scorecards/" + String.format("%043d", scorecard);
		var page = this.client.ask("a scorecard", "GET", address, "", "");
		var cookies = TimedClient.cookies(page);
		var version = version(page);
		for (int question = 1; question <= ASKED; question++) {
			var saved = this.client.ask(
					"saving a rating", "POST", address, cookies, TimedClient.token(page) + "&window=bench&version="
							+ version + "&rating-" + question + "=" + (1 + question % 4),
					"X-Requested-With", "scorecard");
			version = version(saved);
			if (question == 1) {
				cookies += "; " + TimedClient.cookies(saved);
			}
		}
	}

	/**
	 * Returns the version of the scorecard, from its form or from the reply to a script.
	 */
	private static String version(HttpResponse<String> response) {
		var version = VERSION.matcher(response.body());
		if (!version.find()) {
			throw new IllegalStateException("No version in " + response.body());
		}
		return version.group(1);
	}

}
