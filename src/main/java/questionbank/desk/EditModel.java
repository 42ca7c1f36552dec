package questionbank.desk;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.validation.Validator;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBank.EditResult;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.web.ErrorCode;

/** Fills the model of the page that edits a question. */
@Component
class EditModel {

	static final String FORM = "form";

	static final String VIEW = "desk/edit";

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	/**
	 * The maximum number of revisions in which the authors of a conflict are looked up.
	 */
	private static final int MAX_REVISIONS = 100;

	private final QuestionBank bank;

	private final TopicHints topics;

	private final Validator validator;

	EditModel(QuestionBank bank, TopicHints topics, Validator validator) {
		this.bank = bank;
		this.topics = topics;
		this.validator = validator;
	}

	/** Shows the form with the present content. */
	String open(long id, Viewer viewer, Model model) {
		show(find(id, viewer), model);
		return VIEW;
	}

	/**
	 * Shows the form with a change that cannot be saved, with each violation at its
	 * field.
	 */
	String refuse(long id, UnaryOperator<QuestionDraft> change, String reason, Viewer viewer, Model model) {
		var question = find(id, viewer);
		show(question, model);
		var form = QuestionForm.of(change.apply(question.content()), question.version(), reason);
		form.check(this.validator, put(form, model));
		return VIEW;
	}

	private void show(QuestionDetails question, Model model) {
		model.addAttribute("question", question);
		model.addAttribute("choices", QuestionForm.CHOICES);
		model.addAttribute("topics", this.topics.known());
		model.addAttribute(FORM, QuestionForm.of(question.content(), question.version(), ""));
	}

	private QuestionDetails find(long id, Viewer viewer) {
		return this.bank.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** Replaces the submitted form in the model. */
	BindingResult put(QuestionForm form, Model model) {
		var errors = new BeanPropertyBindingResult(form, FORM);
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		return errors;
	}

	/**
	 * Shows the form with both changes merged, and at their fields the merged texts and
	 * the conflicts, with the person and the time of the other change.
	 * @param base the number of the revision that was edited
	 */
	String conflict(long id, int base, EditResult.Conflict conflict, QuestionForm form, Model model) {
		var since = this.bank.history(id, Integer.MAX_VALUE, Math.min(conflict.version() - base, MAX_REVISIONS));
		put(QuestionForm.of(conflict.merged(), conflict.version(), form.reason()), model).reject(ErrorCode.CONFLICT,
				message(conflict, since.get(0).revision()));
		model.addAttribute("conflicts", FieldConflict.between(conflict, since));
		return VIEW;
	}

	private static String message(EditResult.Conflict conflict, QuestionBank.Revision latest) {
		var saved = "%s saved version %d on %s, while you were editing. ".formatted(latest.author(), conflict.version(),
				TIME.format(latest.createdAt()));
		return saved + (conflict.fields().isEmpty()
				? "Both changes are merged below, as they touch different sentences. Please check and save: "
						+ conflict.texts()
							.keySet()
							.stream()
							.map(Field::label)
							.collect(Collectors.joining(", ", "", "."))
				: "What only one of you changed is merged below. Please resolve the conflicts: "
						+ conflict.fields().stream().map(Field::label).collect(Collectors.joining(", ", "", ".")));
	}

}
