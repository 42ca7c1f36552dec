package questionbank.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import questionbank.account.Viewer;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionDesk;
import questionbank.question.TopicNames;

/** Fills the model of the page that changes many questions. */
@Component
class BulkModel {

	private static final String VIEW = "desk/bulk";

	private final QuestionBulk bulk;

	private final QuestionDesk desk;

	private final TopicNames names;

	BulkModel(QuestionBulk bulk, QuestionDesk desk, TopicNames names) {
		this.bulk = bulk;
		this.desk = desk;
		this.names = names;
	}

	/** Converts the form, whose topics may have old names, to a change. */
	BulkChange change(BulkForm form, Viewer viewer) {
		return form.change((topics) -> this.names.current(topics, viewer));
	}

	/** Shows the form. */
	String form(Model model) {
		model.addAttribute("texts", BulkChange.TEXTS);
		model.addAttribute("choices", BulkForm.CHOICES);
		return VIEW;
	}

	/** Shows the form with its errors. */
	String invalid(HttpStatus status, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		return form(model);
	}

	/** Shows the form with a preview of each question. */
	String preview(BulkForm form, Viewer viewer, Model model) {
		model.addAttribute("asOf", this.desk.state());
		model.addAttribute("changes", ChangePreview.of(this.bulk.preview(form.questions(), change(form, viewer)),
				QuestionBulk.PlannedChange::before));
		return form(model);
	}

}
