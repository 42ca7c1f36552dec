package questionbank.bench;

import java.io.IOException;
import java.nio.file.Files;
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
			new PracticeRows(LEARNERS).fill(database);
		}
		try (var server = Server.start(
				List.of("-cp", settings.classpath(), Trial.PROGRAM, "--questionbank.data=" + bank.data()),
				folder.resolve("log"))) {
			server.awaitWholeIndex();
			new PracticeBenchmark(server.port()).run();
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
		System.out.printf("%,d learners with %,d reviews each, %,d questions, one browser%n%n", LEARNERS,
				PracticeRows.REVIEWS, QUESTIONS);
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
