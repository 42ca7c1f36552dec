package questionbank.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import jakarta.persistence.EntityManager;
import jakarta.validation.ConstraintViolationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

import questionbank.DatabaseTest;
import questionbank.MovingClock;
import questionbank.World;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@DatabaseTest
class QuestionBankTests {

	private static final QuestionDraft WHOLE = new QuestionDraft("What is an “idempotency key”?", Difficulty.HARD,
			"A *name* for a request.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", List.of("Second thing", "First thing"),
			List.of("Where is it kept, and for how long?"), List.of("reliability", "apis"), QuestionStatus.PUBLISHED,
			Audience.INTERVIEWERS, "Ourselves, CC0");

	@Autowired
	private QuestionBank bank;

	@Autowired
	private QuestionCatalogue catalogue;

	@Autowired
	private BankState state;

	@Autowired
	private EntityManager entities;

	@Autowired
	private JsonMapper json;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private World world;

	@Autowired
	private MovingClock clock;

	@Test
	void storesEveryFieldOfADraft() {
		var id = this.world.add(WHOLE);
		assertThat(this.bank.find(id, World.ADMINISTRATOR)).hasValueSatisfying((question) -> {
			assertThat(question.id()).isEqualTo(id);
			assertThat(question.version()).isEqualTo(1);
			assertThat(question.content()).isEqualTo(WHOLE);
		});
	}

	@Test
	void rejectsWritesWithinATransactionOfTheCaller() {
		assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> this.transaction
			.execute((status) -> this.bank.write("Ada", (questions) -> questions.add(WHOLE, "New"))));
	}

	@Test
	void writesAllChangesOfAUnitOfWorkOrNone() {
		var before = this.state.revision();
		assertThatIllegalStateException().isThrownBy(() -> this.bank.write("Ada", (questions) -> {
			questions.add(WHOLE, "New");
			throw new IllegalStateException("Interrupted");
		}));
		assertThat(this.state.revision()).isEqualTo(before);
	}

	@Test
	void writesSeveralChangesInOneUnitOfWork() {
		var id = this.bank.write("Ada", (questions) -> {
			var added = questions.add(WHOLE, "New");
			questions.retire(List.of(added), "Too old");
			questions.undo(Long.MAX_VALUE);
			return added;
		});
		assertThat(revisions(id)).extracting(QuestionRevision::reason).containsExactly("New", "Too old");
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "101, 1", "1, 0", "1, 201" })
	void rejectsAuthorsAndReasonsOfOtherLengths(int author, int reason) {
		assertThatIllegalArgumentException().isThrownBy(
				() -> this.bank.write("a".repeat(author), (questions) -> questions.add(WHOLE, "r".repeat(reason))));
	}

	@Test
	void numbersQuestionsConsecutively() {
		var first = this.world.add(WHOLE);
		var second = this.world.add(WHOLE);
		assertThat(second).isEqualTo(first + 1);
	}

	@Test
	void storesTheWholeContentOfEveryRevision() {
		var id = this.world.retireLater(this.bank.write("Ada", (questions) -> questions.add(WHOLE, "New")));
		var retired = WHOLE.as(QuestionStatus.RETIRED);
		assertThat(rewrite(id, retired, "Grace", "Too old")).contains(2);
		assertThat(rewrite(id, WHOLE, "Edsger", "Still good")).contains(3);
		var revisions = revisions(id);
		assertThat(revisions).extracting(QuestionRevision::number).containsExactly(1, 2, 3);
		assertThat(revisions).extracting(QuestionRevision::author).containsExactly("Ada", "Grace", "Edsger");
		assertThat(revisions).extracting(QuestionRevision::reason).containsExactly("New", "Too old", "Still good");
		assertThat(revisions).extracting((revision) -> this.json.readValue(revision.draft(), QuestionDraft.class))
			.containsExactly(WHOLE, retired, WHOLE);
		assertThat(revisions).extracting(QuestionRevision::createdAt)
			.isSorted()
			.allSatisfy((createdAt) -> assertThat(createdAt).isBetween(this.clock.instant().minusSeconds(60),
					this.clock.instant()));
	}

	@Test
	void makesNoRevisionWithoutAChange() {
		var id = this.world.add(WHOLE);
		var before = this.state.revision();
		assertThat(rewrite(id, WHOLE, "Ada", "Nothing")).contains(1);
		assertThat(revisions(id)).hasSize(1);
		assertThat(this.state.revision()).isEqualTo(before);
	}

	@Test
	void ignoresUnknownQuestions() {
		var before = this.state.revision();
		assertThat(rewrite(999_999_999, WHOLE, "Ada", "Why")).isEmpty();
		assertThat(this.state.revision()).isEqualTo(before);
	}

	@Test
	void rejectsAnInvalidDraftAndWritesNothing() {
		var id = this.world.add(WHOLE);
		var before = this.state.revision();
		var bad = World.question(" ", "No prompt");
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.bank.write("Ada", (questions) -> questions.add(bad, "Bad")))
			.withMessageContaining("prompt");
		assertThatExceptionOfType(ConstraintViolationException.class).isThrownBy(() -> rewrite(id, bad, "Ada", "Bad"))
			.withMessageContaining("prompt");
		assertThat(this.state.revision()).isEqualTo(before);
		assertThat(this.bank.find(id, World.ADMINISTRATOR).orElseThrow().content()).isEqualTo(WHOLE);
	}

	@Test
	void showsAChangeAtOnce() {
		var id = this.world.add(World.question("Is it here yet?", "Not yet."));
		this.bank.write("Ada",
				(questions) -> questions.rewrite(id, World.question("Is it here now?", "Now it is."), "It came"));
		assertThat(this.bank.find(id, Viewer.ANONYMOUS)).hasValueSatisfying((question) -> {
			assertThat(question.content().prompt()).isEqualTo("Is it here now?");
			assertThat(question.version()).isEqualTo(2);
		});
	}

	/** More numbers than a statement has parameters, or an array elements. */
	@Test
	void summarizesAnyNumberOfQuestions() {
		var numbers = LongStream.rangeClosed(-70_000, 3).boxed().toList();
		assertThat(this.bank.summaries(numbers, Viewer.ANONYMOUS)).containsOnlyKeys(1L, 2L, 3L)
			.extractingByKey(3L)
			.isEqualTo(this.catalogue.list(QuestionFilter.ALL, Viewer.ANONYMOUS, 2, 1).entries().get(0).question());
	}

	@Test
	void storesTextsOfFullLengthInAnyScript() {
		var draft = World.question("問".repeat(500), "é".repeat(20_000));
		var id = this.world.add(draft);
		assertThat(this.bank.find(id, Viewer.ANONYMOUS).orElseThrow().content()).isEqualTo(draft);
		assertThat(revisions(id)).hasSize(1);
	}

	private Optional<Integer> rewrite(long id, QuestionDraft draft, String author, String reason) {
		return this.bank.write(author, (questions) -> questions.rewrite(id, draft, reason));
	}

	private List<QuestionRevision> revisions(long id) {
		return this.entities
			.createQuery("select r from QuestionRevision r where r.questionId = :id order by r.number",
					QuestionRevision.class)
			.setParameter("id", id)
			.getResultList();
	}

}
