package questionbank.kit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Validator;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

import questionbank.web.ErrorCode;

/** Fills the model of the form of a kit, and validates it. */
@Component
class KitModel {

	static final String FORM = "form";

	private static final String VIEW = "kit/edit";

	private final PinnedQuestions questions;

	private final Validator validator;

	KitModel(PinnedQuestions questions, Validator validator) {
		this.questions = questions;
		this.validator = validator;
	}

	/**
	 * Shows a form, with the prompt of each question.
	 * @param before the questions of the kit that is edited, which need not be available
	 * any more
	 */
	String form(KitForm form, List<KitQuestion> before, Model model) {
		put(form, model);
		return view(form, before, model);
	}

	/** Shows the form that {@link #put} has put into the model, with its errors. */
	String view(KitForm form, List<KitQuestion> before, Model model) {
		model.addAttribute("pinned",
				form.rows()
					.stream()
					.map(KitForm.Row::pinned)
					.map((question) -> pinned(question, before).orElse(null))
					.toList());
		var draft = form.draft();
		model.addAttribute("minutes", draft.minutes());
		model.addAttribute("slotMinutes", draft.slot());
		model.addAttribute("addable", addable(form, model));
		return VIEW;
	}

	private Optional<PinnedQuestion> pinned(KitQuestion question, List<KitQuestion> before) {
		return isKept(question, before) ? this.questions.read(List.of(question)).stream().findFirst()
				: this.questions.findPinnable(question);
	}

	/** Whether the kit has the same revision of the question already. */
	private static boolean isKept(KitQuestion question, List<KitQuestion> before) {
		return before.stream()
			.anyMatch((kept) -> kept.question() == question.question() && kept.revision() == question.revision());
	}

	/** Counts the picked questions that the form does not have. */
	private static long addable(KitForm form, Model model) {
		var present = form.rows().stream().map(KitForm.Row::question).toList();
		return (model.getAttribute(BasketAttributes.BASKET) instanceof Set<?> picked)
				? picked.stream().filter((id) -> !present.contains(id.toString())).count() : 0;
	}

	/** Shows the form with both changes merged, and the conflicting fields. */
	String conflict(Kits.EditResult.Conflict conflict, Model model) {
		var form = KitForm.of(conflict.merge().merged(), Integer.toString(conflict.version()));
		put(form, model).reject(ErrorCode.CONFLICT,
				"Revision %d was saved while you were editing.".formatted(conflict.version()));
		model.addAttribute("conflicts", conflict.merge().conflicts());
		model.addAttribute("theirs", conflict.merge().theirs());
		model.addAttribute("theirQuestions", this.questions.read(conflict.merge().theirs().questions()));
		return view(form, conflict.merge().mine().questions(), model);
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
				errors.rejectValue("rows[" + at + "].question", "unknown",
						"Question " + abbreviated(form.rows().get(at).question()) + " is not available.");
			}
		}
	}

	private static String abbreviated(String typed) {
		return (typed.length() > 20) ? typed.substring(0, 20) + "…" : typed;
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
