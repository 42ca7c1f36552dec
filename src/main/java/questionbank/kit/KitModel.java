package questionbank.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Validator;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

import questionbank.account.Viewer;
import questionbank.web.ErrorCode;
import questionbank.web.UnicodeText;

/** Fills the model of the form of a kit, and validates it. */
@Component
class KitModel {

	static final String FORM = "form";

	private static final String VIEW = "kit/edit";

	private final Basket basket;

	private final PinnedQuestions questions;

	private final Validator validator;

	KitModel(Basket basket, PinnedQuestions questions, Validator validator) {
		this.basket = basket;
		this.questions = questions;
		this.validator = validator;
	}

	/**
	 * Shows a form, with the prompt of each question.
	 * @param before the questions of the kit that is edited, which need not be available
	 * any more
	 */
	String form(KitForm form, List<KitQuestion> before, Viewer viewer, Model model) {
		put(form, model);
		return view(form, before, viewer, model);
	}

	/** Shows the form that {@link #put} has put into the model, with its errors. */
	String view(KitForm form, List<KitQuestion> before, Viewer viewer, Model model) {
		model.addAttribute("pinned",
				form.rows()
					.stream()
					.map(KitForm.Row::pinned)
					.map((question) -> pinned(question, before).orElse(null))
					.toList());
		var draft = form.draft();
		model.addAttribute("minutes", draft.minutes());
		model.addAttribute("slotMinutes", draft.slot());
		model.addAttribute("addable", addable(form, viewer));
		return VIEW;
	}

	private Optional<PinnedQuestion> pinned(KitQuestion question, List<KitQuestion> before) {
		return isKept(question, before) ? this.questions.read(question) : this.questions.findPinnable(question);
	}

	/** Whether the kit has the same revision of the question already. */
	private static boolean isKept(KitQuestion question, List<KitQuestion> before) {
		return before.stream()
			.anyMatch((kept) -> kept.question() == question.question() && kept.revision() == question.revision());
	}

	/** Counts the picked questions that the form does not have. */
	private long addable(KitForm form, Viewer viewer) {
		var present = form.rows().stream().map(KitForm.Row::question).toList();
		return this.basket.of(viewer).stream().filter((id) -> !present.contains(id.toString())).count();
	}

	/** Shows the form with both changes merged, and the conflicting fields. */
	String conflict(Kits.EditResult.Conflict conflict, Viewer viewer, Model model) {
		var merged = conflict.merge().merged();
		var form = KitForm.of(merged, Integer.toString(conflict.version()));
		put(form, model).reject(ErrorCode.CONFLICT,
				"Revision %d was saved while you were editing.".formatted(conflict.version()));
		model.addAttribute("conflicts", conflict.merge().conflicts());
		model.addAttribute("theirs", conflict.merge().theirs());
		model.addAttribute("theirQuestions", this.questions.read(conflict.merge().theirs().questions()));
		return view(form, merged.questions(), viewer, model);
	}

	/** Replaces the form in the model. */
	BindingResult put(KitForm form, Model model) {
		var errors = new BeanPropertyBindingResult(form, FORM);
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		return errors;
	}

	/**
	 * Returns the form with the present revision pinned in rows that have none, such as
	 * those of scripts, and with the usual minutes in rows without any.
	 */
	KitForm pinned(KitForm form) {
		return form.withRows(form.rows().stream().map(this::pinned).toList());
	}

	private KitForm.Row pinned(KitForm.Row row) {
		if (!row.revision().isEmpty() && !row.minutes().isEmpty()) {
			return row;
		}
		return KitForm.number(row.question()).flatMap(this.questions::find).map((found) -> {
			var now = PinnedQuestions.pin(found);
			return new KitForm.Row(row.question(),
					row.revision().isEmpty() ? Integer.toString(now.revision()) : row.revision(),
					row.minutes().isEmpty() ? Integer.toString(now.minutes()) : row.minutes(), row.probes());
		}).orElse(row);
	}

	/** Validates the form, and rejects questions that a kit cannot have. */
	void check(KitForm form, List<KitQuestion> before, Errors errors) {
		form.check(this.validator, errors);
		for (int at = 0; at < form.rows().size(); at++) {
			var question = form.rows().get(at).pinned();
			if (pinned(question, before).isEmpty()) {
				errors.rejectValue("rows[" + at + "].question", "unknown", "Question "
						+ UnicodeText.abbreviate(form.rows().get(at).question(), 20) + " is not available.");
			}
		}
	}

	/** Tells what an edit has saved. */
	static String notice(Kits.EditResult.Saved saved) {
		if (!saved.changed()) {
			return "Nothing has changed, so there is no new revision.";
		}
		var revision = "Saved as revision " + saved.version();
		return saved.kept().isEmpty() ? revision + "."
				: saved.kept()
					.stream()
					.map(KitField::parameter)
					.collect(Collectors.joining(", ", revision + ", merged with changes that others made to: ", "."));
	}

}
