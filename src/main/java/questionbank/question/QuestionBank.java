package questionbank.question;

import java.util.Optional;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

import questionbank.account.Viewer;

/**
 * The bank itself: what is put into it, changed in it and read from it. A change is kept,
 * with what stood before it, and found by searches when its method returns.
 */
@Service
@Validated
public class QuestionBank {

	private final QuestionLedger ledger;

	private final QuestionIndex index;

	private final QuestionRepository questions;

	QuestionBank(QuestionLedger ledger, QuestionIndex index, QuestionRepository questions) {
		this.ledger = ledger;
		this.index = index;
		this.questions = questions;
	}

	/**
	 * Adds a question. Must not be called within a transaction.
	 * @param author who adds it
	 * @param reason one line on why
	 * @return its number
	 * @throws ConstraintViolationException if the draft breaks a rule of
	 * {@link QuestionDraft}
	 */
	public long add(@Valid QuestionDraft draft, String author, String reason) {
		var id = this.ledger.add(draft, author, reason);
		this.index.follow();
		return id;
	}

	/**
	 * Makes a question what the draft says; a draft that changes nothing makes no
	 * revision. Must not be called within a transaction.
	 * @param author who changes it
	 * @param reason one line on why
	 * @return the number of its latest revision, or nothing if there is no such question
	 * @throws ConstraintViolationException if the draft breaks a rule of
	 * {@link QuestionDraft}
	 */
	public Optional<Integer> rewrite(long id, @Valid QuestionDraft draft, String author, String reason) {
		var version = this.ledger.rewrite(id, draft, author, reason);
		this.index.follow();
		return version;
	}

	/** The question, if there is one that the viewer may see. */
	@Transactional(readOnly = true)
	public Optional<QuestionDetails> find(long id, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisible(id, visible.statusNames(), visible.audienceNames())
			.map((question) -> new QuestionDetails(question.id(), question.version(), question.draft(),
					question.changedAt()));
	}

}
