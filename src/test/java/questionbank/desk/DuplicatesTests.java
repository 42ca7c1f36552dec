package questionbank.desk;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of near-duplicates. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class DuplicatesTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private Duplicates duplicates;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovingClock clock;

	private ThreeQuestions three;

	@BeforeEach
	void addThreeQuestions() {
		this.three = ThreeQuestions.add(this.world);
	}

	@Test
	void listsNearDuplicatesUntilTheyAreMarkedAsDifferent() {
		var copy = this.world.add(World.question("Why " + this.three.word() + "s?", "For the view."));
		assertThat(duplicates()).contains("No. " + this.three.hard() + " and no. " + copy + ": 100% in common");
		this.pages.submit("/questions/duplicates/differences", Role.ADMINISTRATOR, "one", "" + copy, "other",
				"" + this.three.hard());
		assertThat(duplicates()).noneMatch((pair) -> pair.contains("no. " + copy));
	}

	@Test
	void retiresOneOfAPair() {
		var copy = this.world.add(World.question("Why " + this.three.word() + "s?", "For the view."));
		this.pages.submit("/questions/duplicates/retirements", Role.ADMINISTRATOR, "id", "" + copy, "other",
				"" + this.three.hard());
		assertThat(content(copy).status()).isEqualTo(QuestionStatus.RETIRED);
		assertThat(duplicates()).noneMatch((pair) -> pair.contains("no. " + copy));
	}

	@Test
	void rejectsAPairThatIsNotTwoQuestions() {
		var id = this.three.hard();
		for (var action : List.of("differences, one", "retirements, id")) {
			var address = "/questions/duplicates/" + action.split(", ")[0];
			var field = action.split(", ")[1];
			var same = this.pages.submit(address, Role.ADMINISTRATOR, field, "" + id, "other", "" + id);
			assertThat(same.status()).isEqualTo(422);
			assertThat(same.text("[role=alert]")).startsWith("No. " + id + " cannot be a duplicate of itself.");
			var unknown = this.pages.submit(address, Role.ADMINISTRATOR, field, "" + id, "other", "999999");
			assertThat(unknown.status()).isEqualTo(404);
			assertThat(unknown.text("[role=alert]")).startsWith("There is no question no. 999999.");
		}
		assertThat(content(id).status()).isEqualTo(QuestionStatus.PUBLISHED);
	}

	@Test
	void logsTheFirstFailureOfAScanAndWaitsBeforeARetry(CapturedOutput log) {
		this.database.sql("alter table question rename column prompt to missing_prompt").update();
		try {
			awaitFailure();
			assertThat(this.pages.open("/questions/duplicates", Role.ADMINISTRATOR).text("main [role=alert]"))
				.startsWith("The last comparison failed.");
			this.clock.advance(Duplicates.RETRY_INTERVAL);
			awaitFailure();
		}
		finally {
			this.database.sql("alter table question rename column missing_prompt to prompt").update();
		}
		assertThat(log.getAll().split("Scan for near-duplicates failed", -1)).hasSize(2);
		assertThat(log).contains("BadSqlGrammarException");
		assertThat(this.duplicates.find().failed()).isTrue();
		this.clock.advance(Duplicates.RETRY_INTERVAL);
		assertThat(this.duplicates.find().failed()).isFalse();
		duplicates();
	}

	/** Reads the progress until the scan has failed. */
	private void awaitFailure() {
		while (!this.duplicates.find().failed()) {
			Thread.onSpinWait();
		}
	}

	/** Reloads the page until the scan is done, as it does itself. */
	private List<String> duplicates() {
		while (true) {
			var page = this.pages.open("/questions/duplicates", Role.ADMINISTRATOR);
			if (page.header("Refresh") == null && !page.html().text().contains("compared again")) {
				return page.texts(".change h2");
			}
			Thread.onSpinWait();
		}
	}

	private QuestionDraft content(long id) {
		return this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content();
	}

}
