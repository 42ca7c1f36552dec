package questionbank.question;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
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

	/** The most characters of a reason. */
	public static final int REASON_LENGTH = 200;

	private static final int NAME_LENGTH = 100;

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
	 * Adds a question. Not within a transaction of the caller's: the index follows what
	 * is committed.
	 * @param author who adds it, at most 100 characters
	 * @param reason one line on why, at most 200 characters
	 * @return its number
	 * @throws ConstraintViolationException if the draft breaks a rule of
	 * {@link QuestionDraft}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public long add(@Valid QuestionDraft draft, @NotBlank @Size(max = NAME_LENGTH) String author,
			@NotBlank @Size(max = REASON_LENGTH) String reason) {
		var id = this.ledger.add(draft, author, reason);
		this.index.follow();
		return id;
	}

	/**
	 * Makes a question what the draft says; a draft that changes nothing makes no
	 * revision. Not within a transaction of the caller's: the index follows what is
	 * committed.
	 * @param author who changes it, at most 100 characters
	 * @param reason one line on why, at most 200 characters
	 * @return the number of its latest revision, or nothing if there is no such question
	 * @throws ConstraintViolationException if the draft breaks a rule of
	 * {@link QuestionDraft}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Optional<Integer> rewrite(long id, @Valid QuestionDraft draft,
			@NotBlank @Size(max = NAME_LENGTH) String author, @NotBlank @Size(max = REASON_LENGTH) String reason) {
		var version = this.ledger.rewrite(id, draft, author, reason);
		this.index.follow();
		return version;
	}

	/**
	 * Brings to a question what somebody changed since a version of it. Fields that
	 * others changed meanwhile stay as they made them; if they changed the same fields
	 * differently, nothing is written. Not within a transaction of the caller's: the
	 * index follows what is committed.
	 * @param version the number of the revision that the draft was made from
	 * @param author who changes it, at most 100 characters
	 * @param reason one line on why, at most 200 characters
	 * @return nothing if there is no such question, or it never had that version
	 * @throws ConstraintViolationException if the draft breaks a rule of
	 * {@link QuestionDraft}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public Optional<EditResult> edit(long id, int version, @Valid QuestionDraft draft,
			@NotBlank @Size(max = NAME_LENGTH) String author, @NotBlank @Size(max = REASON_LENGTH) String reason) {
		var edit = this.ledger.edit(id, version, draft, author, reason);
		this.index.follow();
		return edit;
	}

	/**
	 * Makes the same change to several questions, to all or none, whatever they say by
	 * now. Not within a transaction of the caller's: the index follows what is committed.
	 * @param author who changes them, at most 100 characters
	 * @param reason one line on why, at most 200 characters
	 * @return the numbers of those that it made any difference to
	 * @throws ConstraintViolationException if a changed draft breaks a rule of
	 * {@link QuestionDraft}
	 */
	@Transactional(propagation = Propagation.NEVER)
	public List<Long> change(Collection<Long> ids, UnaryOperator<QuestionDraft> change,
			@NotBlank @Size(max = NAME_LENGTH) String author, @NotBlank @Size(max = REASON_LENGTH) String reason) {
		var changed = this.ledger.change(ids, change, author, reason);
		this.index.follow();
		return changed;
	}

	/** The question, if there is one that the viewer may see. */
	@Transactional(readOnly = true)
	public Optional<QuestionDetails> find(long id, Viewer viewer) {
		var visible = Visibility.of(viewer);
		return this.questions.findVisible(id, visible.statusNames(), visible.audienceNames())
			.map((question) -> new QuestionDetails(question.id(), question.version(), question.draft(),
					question.changedAt(), question.changedBy()));
	}

	/** Those of some questions that the viewer may see, by number, however many. */
	public Map<Long, QuestionSummary> summaries(Collection<Long> ids, Viewer viewer) {
		return this.summaries.of(ids, viewer);
	}

}
