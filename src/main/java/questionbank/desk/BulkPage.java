package questionbank.desk;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import questionbank.account.Viewer;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionDesk;
import questionbank.question.TopicNames;

/** Puts together the page of a change to many questions, before it is made. */
@Component
class BulkPage {

	private static final String VIEW = "desk/bulk";

	private final QuestionBulk bulk;

	private final QuestionDesk desk;

	private final TopicNames names;

	BulkPage(QuestionBulk bulk, QuestionDesk desk, TopicNames names) {
		this.bulk = bulk;
		this.desk = desk;
		this.names = names;
	}

	/** What a form asks for, in which topics may have old names. */
	BulkChange change(BulkForm form, Viewer viewer) {
		return form.change((topics) -> this.names.current(topics, viewer));
	}

	/** The form alone, which the model has. */
	String form(Model model) {
		model.addAttribute("texts", BulkChange.TEXTS);
		model.addAttribute("choices", BulkForm.CHOICES);
		return VIEW;
	}

	/** The form with what is wrong with it. */
	String mistaken(HttpStatus status, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		return form(model);
	}

	/** The form, and what would become of each question. */
	String preview(BulkForm form, Viewer viewer, Model model) {
		model.addAttribute("asOf", this.desk.state());
		model.addAttribute("effects", ChangePreview.of(this.bulk.preview(form.questions(), change(form, viewer)),
				QuestionBulk.PlannedChange::before));
		return form(model);
	}

}
