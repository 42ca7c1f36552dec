package questionbank.desk;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestDatabase;
import questionbank.World;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Concurrent edits of a question. */
@PageTest
class ConflictTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private PublicationController publications;

	@Autowired
	private JdbcClient database;

	private EditedQuestion question;

	@BeforeEach
	void addAQuestion() {
		this.question = EditedQuestion.add(this.world, this.pages);
	}

	@Test
	void mergesFieldsThatOnlyOneEditorChanged() {
		this.question.save("sampleAnswer", "Theirs.");
		assertThat(this.question.save("topics", "testing").status()).isEqualTo(302);
		var merged = revision(3).content();
		assertThat(merged.sampleAnswer()).isEqualTo("Theirs.");
		assertThat(merged.topics()).containsExactly("testing");
	}

	@Test
	void showsAConflictIfBothChangedTheSameField() {
		this.question.save("sampleAnswer", "A tower with a lamp.", "topics", "testing");
		var page = this.question.save("sampleAnswer", "A tall tower with a light.", "difficulty", "hard", "reason",
				"Mine");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.texts(".conflict")).hasSize(1);
		assertThat(page.text(".conflict details p")).isEqualTo("A tower with a light.");
		assertThat(page.texts(".conflict dd")).containsExactly("A tower with a lightlamp.",
				"A tall tower with a light.");
		assertThat(page.texts(".conflict ins")).containsExactly("lamp", "tall");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("A tall tower with a light.");
		assertThat(page.one("#topics").val()).isEqualTo("testing");
		assertThat(page.one("#difficulty option[selected]").val()).isEqualTo("hard");
		assertThat(page.one("#reason").val()).isEqualTo("Mine");
		assertThat(page.one("[name=version]").val()).isEqualTo("2");
		assertThat(this.bank.revision(this.question.id(), 3)).isEmpty();
	}

	@Test
	void namesThePersonAndTheTimeOfTheOtherEdit() {
		this.bank.write("Grace",
				(questions) -> questions.edit(this.question.id(), 1,
						World.question("What is a lighthouse?", Difficulty.EASY, "A tower with a lamp.", "security"),
						"Modern"));
		this.bank.write("Bob", (questions) -> questions.change(List.of(this.question.id()),
				(draft) -> draft.about(List.of("sea")), "Other"));
		var page = this.question.save("sampleAnswer", "A tall tower with a light.");
		assertThat(page.text(".summary")).matches("Bob saved version 3 on .* UTC, while you were editing\\..*");
		assertThat(page.text(".conflict > .note")).matches("Grace changed the sample answer on .* UTC\\.");
		assertThat(page.texts(".conflict > .note time")).hasSize(1);
	}

	@Test
	void mergesEditsOfDifferentSentencesOfOneTextForConfirmation() {
		var base = "It is a tower. It has a light.";
		this.question.save("sampleAnswer", base);
		this.question.save("version", "2", "sampleAnswer", "It is a tower. It has a bright light.");
		var page = this.question.save("version", "2", "sampleAnswer", "It is a tall tower. It has a light.");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.text(".summary")).contains("Ada saved version 3 on", "they touch different sentences");
		assertThat(page.one("#sampleAnswer").wholeText().strip())
			.isEqualTo("It is a tall tower. It has a bright light.");
		assertThat(page.texts(".conflict ins")).containsExactly("bright");
		assertThat(page.texts(".conflict [name=theirs]")).isEmpty();
		assertThat(this.bank.revision(this.question.id(), 4)).isEmpty();
		assertThat(this.question
			.save("version", page.one("[name=version]").val(), "sampleAnswer",
					page.one("#sampleAnswer").wholeText().strip())
			.status()).isEqualTo(302);
		assertThat(revision(4).content().sampleAnswer()).isEqualTo("It is a tall tower. It has a bright light.");
	}

	@Test
	void asksIfOneEmptiesTheAnswerThatTheOtherPublishes() {
		this.question.save("status", "draft");
		this.question.save("version", "2", "status", "published");
		var page = this.question.save("version", "2", "status", "draft", "sampleAnswer", "");
		assertThat(page.status()).isEqualTo(409);
		assertThat(page.texts(".conflict strong")).containsExactly("Conflict in the sample answer.",
				"Conflict in the status.");
		assertThat(revision(3).content().sampleAnswer()).isEqualTo("A tower with a light.");
	}

	@Test
	void savesAResolvedConflict() {
		this.question.save("sampleAnswer", "Theirs.");
		this.question.save("sampleAnswer", "Mine.");
		assertThat(this.question.save("version", "2", "sampleAnswer", "Both.").status()).isEqualTo(302);
		assertThat(revision(3).content().sampleAnswer()).isEqualTo("Both.");
	}

	@Test
	void publishingReportsAChangeThatWasCommittedWhileItWaited() {
		var notice = this.bank.write("Grace", (questions) -> {
			questions.change(List.of(this.question.id()), (draft) -> draft.as(QuestionStatus.DRAFT), "Not yet");
			var publication = CompletableFuture.supplyAsync(this::publish, (task) -> new Thread(task).start());
			while (!isBlocked() && !publication.isDone()) {
				Thread.onSpinWait();
			}
			return publication;
		}).join();
		assertThat(notice).contains("Grace has changed it since you opened it");
	}

	private String publish() {
		var next = new RedirectAttributesModelMap();
		this.publications.publish(this.question.id(), "1", World.ADMINISTRATOR, new ExtendedModelMap(), next);
		return next.getFlashAttributes().get("notice").toString();
	}

	/** Whether a transaction waits for a lock. */
	private boolean isBlocked() {
		return this.database.sql(TestDatabase.isPostgresql()
				? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
				: "select count(*) from information_schema.sessions where blocker_id is not null")
			.query(Long.class)
			.single() > 0;
	}

	@Test
	void resolvesAConflictByTheirText() {
		this.question.save("sampleAnswer", "Theirs.");
		assertThat(this.question
			.save("version", "2", "sampleAnswer", "Mine.", "difficulty", "hard", "theirs", "sampleAnswer")
			.status()).isEqualTo(302);
		assertThat(revision(3).content().sampleAnswer()).isEqualTo("Theirs.");
		assertThat(revision(3).content().difficulty()).isEqualTo(Difficulty.HARD);
	}

	@Test
	void keepsTheirTextIfAnotherFieldIsInvalid() {
		this.question.save("sampleAnswer", "Theirs.");
		var page = this.question.save("version", "2", "sampleAnswer", "Mine.", "prompt", "", "theirs", "sampleAnswer");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("Theirs.");
		assertThat(page.texts(".input .mistake")).containsExactly("Please write the question.");
	}

	@Test
	void ignoresTheOrderOfTopics() {
		this.question.save("topics", "a, b");
		assertThat(this.question.save("version", "2", "topics", "b, a").status()).isEqualTo(302);
		assertThat(this.bank.revision(this.question.id(), 3)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "0", "x", "99", "-1" })
	void rejectsAnUnknownBaseVersion(String version) {
		var page = this.question.save("version", version, "sampleAnswer", "Typed with care.");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.text(".summary")).contains("the revision that you edited");
		assertThat(page.one("#sampleAnswer").wholeText().strip()).isEqualTo("Typed with care.");
	}

	private QuestionBank.Revision revision(int number) {
		return this.bank.revision(this.question.id(), number).orElseThrow();
	}

}
