package questionbank;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.test.context.junit.jupiter.SpringExtension;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;

/**
 * Adds the questions of a test by the public API, and retires them after the test, so
 * that each test starts with the ten visible questions. Administrators still see retired
 * questions, and numbers only grow.
 */
public class World {

	/** Sees all questions. */
	public static final Viewer ADMINISTRATOR = new Viewer(Role.ADMINISTRATOR, "Ada Administrator");

	/** Sees all published questions. */
	public static final Viewer INTERVIEWER = new Viewer(Role.INTERVIEWER, "Ian Interviewer");

	/** Sees what anonymous readers see. */
	public static final Viewer CANDIDATE = new Viewer(Role.CANDIDATE, "Cara Candidate");

	private final Set<Long> added = ConcurrentHashMap.newKeySet();

	private final QuestionBank bank;

	World(QuestionBank bank) {
		this.bank = bank;
	}

	/** Creates a published question for everyone. */
	public static QuestionDraft question(String prompt, Difficulty difficulty, String answer, String... topics) {
		return new QuestionDraft(prompt, difficulty, answer, List.of(), List.of(), List.of(topics),
				QuestionStatus.PUBLISHED, Audience.EVERYONE, "");
	}

	/** Creates a published question for everyone. */
	public static QuestionDraft question(String prompt, String answer) {
		return question(prompt, Difficulty.MEDIUM, answer);
	}

	/** Adds a question until the end of the test. */
	public long add(QuestionDraft draft) {
		return retireLater(this.bank.write("The world", (questions) -> questions.add(draft, "A test needs it")));
	}

	/** Adds the same question as a draft, as retired, and for interviewers. */
	public Hidden hide(QuestionDraft draft) {
		return new Hidden(add(draft.as(QuestionStatus.DRAFT)), add(draft.as(QuestionStatus.RETIRED)),
				add(draft.meantFor(Audience.INTERVIEWERS)));
	}

	/** Retires a question after the test that was added in another way. */
	public long retireLater(long id) {
		this.added.add(id);
		return id;
	}

	private void retireAll() {
		if (!this.added.isEmpty()) {
			this.bank.write("The world", (questions) -> questions.retire(this.added, "The test is over"));
			this.added.clear();
		}
	}

	/** Three questions that anonymous readers must not see. */
	public record Hidden(long draft, long retired, long forInterviewers) {

		public List<Long> all() {
			return List.of(this.draft, this.retired, this.forInterviewers);
		}

	}

	static class Retirement implements AfterEachCallback {

		@Override
		public void afterEach(ExtensionContext test) {
			SpringExtension.getApplicationContext(test).getBean(World.class).retireAll();
		}

	}

}
