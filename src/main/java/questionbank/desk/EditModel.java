package questionbank.desk;

import java.util.stream.Collectors;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBank.EditResult;
import questionbank.question.QuestionDraft.Field;
import questionbank.web.ErrorCode;

/** Fills the model of the page that edits a question. */
@Component
class EditModel {

	static final String FORM = "form";

	static final String VIEW = "desk/edit";

	private final QuestionBank bank;

	EditModel(QuestionBank bank) {
		this.bank = bank;
	}

	/** Shows the form with the present content. */
	String open(long id, Viewer viewer, Model model) {
		var question = this.bank.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("question", question);
		model.addAttribute("choices", QuestionForm.CHOICES);
		model.addAttribute(FORM, QuestionForm.of(question.content(), question.version(), ""));
		return VIEW;
	}

	/** Replaces the submitted form in the model. */
	BindingResult put(QuestionForm form, Model model) {
		var errors = new BeanPropertyBindingResult(form, FORM);
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		return errors;
	}

	/** Shows the form with both changes merged, and each conflict at its field. */
	String conflict(EditResult.Conflict conflict, QuestionForm form, Model model) {
		put(QuestionForm.of(conflict.merged(), conflict.version(), form.reason()), model).reject(ErrorCode.CONFLICT,
				message(conflict));
		model.addAttribute("conflicts", FieldConflict.between(conflict));
		return VIEW;
	}

	private static String message(EditResult.Conflict conflict) {
		return "Revision " + conflict.version() + " was saved while you were editing. Fields that only one of you "
				+ "changed are merged below. Please resolve the conflicts: "
				+ conflict.fields().stream().map(Field::label).collect(Collectors.joining(", ", "", "."));
	}

}
