package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.springframework.stereotype.Service;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.Viewer;

/**
 * The facade of the bank: writes questions, and reads single ones from the database.
 */
@Service
public class QuestionBank {

	private final QuestionLedger ledger;

	private final QuestionIndex index;

	private final QuestionRepository questions;

	private final QuestionSummaries summaries;

	QuestionBank(QuestionLedger ledger, QuestionIndex index, QuestionRepository questions,
			QuestionSummaries summaries) {
		this.ledger = ledger;
		this.index = index;
		this.questions = questions;
		this.summaries = summaries;
	}

	/**
	 * Writes questions in one unit of work: in one transaction, under the writer lock.
	 * When this returns, its changes are committed and searches find them; if the work
	 * throws, nothing is written.
	 * @param author of the changes, 1 to 100 characters
	 * @param work makes the changes; the writer is unusable after it
	 * @return the result of the work
	 * @throws IllegalTransactionStateException within a transaction of the caller, whose
	 * commit the index could not follow
	 */
	public <T> T write(String author, Function<QuestionWriter, T> work) {
		var result = this.ledger.write(author, work);
		this.index.follow();
		return result;
	}

	/** Finds a question that the viewer may see. */
	@Transactional(readOnly = true)
	public Optional<QuestionDetails> find(long id, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisible(id, visible.statusNames(), visible.audienceNames()).map(QuestionDetails::of);
	}

	/** Finds those of any number of questions that the viewer may see, by number. */
	public Map<Long, QuestionSummary> summaries(Collection<Long> ids, Viewer viewer) {
		return this.summaries.find(ids, viewer);
	}

	/** Reads all questions that the viewer may see, in order of number. */
	public List<QuestionSummary> all(Viewer viewer) {
		return this.summaries.all(viewer);
	}

	/** The result of an edit of a question. */
	public sealed interface EditResult {

		/** Returns the number of the question's latest revision. */
		int version();

		/**
		 * The edit is saved.
		 *
		 * @param changed {@code false} if it made no difference, and no revision
		 * @param kept the fields that others changed since, and that keep their change
		 */
		record Saved(int version, boolean changed, Set<DraftField> kept) implements EditResult {
		}

		/** The edit is not saved, as others changed the same fields since. */
		record Conflict(int version, DraftMerge merge) implements EditResult {
		}

	}

}
