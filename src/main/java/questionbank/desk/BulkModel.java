package questionbank.desk;

import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.Errors;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk;
import questionbank.web.ErrorCode;

/** Changes many questions, and fills the model of the page for it. */
@Component
class BulkModel {

	private static final String VIEW = "desk/bulk";

	private final QuestionBank bank;

	private final QuestionBulk bulk;

	private final QuestionDesk desk;

	private final QuestionCatalogue catalogue;

	private final TopicHints topics;

	BulkModel(QuestionBank bank, QuestionBulk bulk, QuestionDesk desk, QuestionCatalogue catalogue, TopicHints topics) {
		this.bank = bank;
		this.bulk = bulk;
		this.desk = desk;
		this.catalogue = catalogue;
		this.topics = topics;
	}

	/** Converts the form, whose topics may have old names, to a change. */
	private BulkChange change(BulkForm form, Viewer viewer) {
		return form.change((topics) -> this.catalogue.presentTopics(topics, viewer));
	}

	/** Shows the form. */
	String form(Model model) {
		model.addAttribute("texts", BulkChange.TEXTS);
		model.addAttribute("topics", this.topics.known());
		model.addAttribute("choices", BulkForm.CHOICES);
		return VIEW;
	}

	/**
	 * Applies the change as a batch, or rejects the form, which has no errors before, if
	 * a question would be invalid or was changed after the preview.
	 * @return the number of the batch; empty if nothing has changed
	 */
	Optional<Long> apply(BulkForm form, Viewer viewer, Errors errors) {
		var change = change(form, viewer);
		var planned = this.bulk.preview(form.questions(), change);
		if (!planned.stream().allMatch(QuestionBulk.PlannedChange::isFine)) {
			errors.reject("invalid", "Nothing was changed: some of these questions would not be valid.");
			return Optional.empty();
		}
		var reason = form.reason().isEmpty() ? "Changed several questions at once" : form.reason();
		var batch = this.bank.write(viewer.name(),
				(questions) -> questions.changeAsBatch(form.questions(), change, form.state(), reason));
		if (batch.isEmpty()) {
			errors.reject(ErrorCode.CONFLICT,
					planned.isEmpty() ? "Nothing was changed: the change makes no difference any more."
							: "Nothing was changed: one of these questions was changed after the preview. "
									+ "Please check the new preview.");
		}
		return batch;
	}

	/** Shows the form with a preview of each question. */
	String preview(BulkForm form, Viewer viewer, Model model) {
		model.addAttribute("asOf", this.desk.state());
		model.addAttribute("changes", ChangePreview.of(this.bulk.preview(form.questions(), change(form, viewer)),
				QuestionBulk.PlannedChange::before));
		return form(model);
	}

}
