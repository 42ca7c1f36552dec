package questionbank.desk;

import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.validation.Validator;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBank.EditResult;
import questionbank.question.QuestionDraft.Field;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: edits a question, and merges concurrent edits by field. */
@Controller
@RequestMapping("/questions/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk", subject = "question")
class QuestionEditorController {

	private final EditModel page;

	private final QuestionBank bank;

	private final TopicHints topics;

	private final Validator validator;

	QuestionEditorController(EditModel page, QuestionBank bank, TopicHints topics, Validator validator) {
		this.page = page;
		this.bank = bank;
		this.topics = topics;
		this.validator = validator;
	}

	/** Returns the query of the list at the desk from which the question was opened. */
	@ModelAttribute("listQuery")
	String listQuery(@RequestParam(name = "list", defaultValue = "") String query) {
		return SavedNotice.listQuery(query);
	}

	@GetMapping("/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model) {
		return this.page.open(id, viewer, model);
	}

	@Idempotent
	@PostMapping
	String update(@PathVariable long id, @ModelAttribute(EditModel.FORM) QuestionForm typed,
			@ModelAttribute("listQuery") String listQuery, Viewer viewer, Model model, RedirectAttributes next) {
		this.page.open(id, viewer, model);
		var base = typed.baseVersion().flatMap((number) -> this.bank.revision(id, number));
		var form = base.map((revision) -> typed.resolvedWith(revision.content())).orElse(typed);
		var errors = this.page.put(form, model);
		form.check(this.validator, errors);
		if (base.isEmpty()) {
			errors.reject("version", "The form has lost the number of the revision that you edited. "
					+ "Compare it with the latest revision before you save it.");
		}
		if (errors.hasErrors()) {
			return EditModel.VIEW;
		}
		var hint = this.topics.describe(form.draft().topics());
		var edit = base.flatMap((revision) -> save(id, form, revision, viewer))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (edit instanceof EditResult.Saved saved) {
			var warning = this.bank.find(id, viewer)
				.map((question) -> QuestionForm.warning(question.content()))
				.orElse("");
			next.addFlashAttribute("notice", (notice(saved) + warning + " " + hint).strip());
			next.addFlashAttribute("saved", "question " + id);
			if (saved.changed()) {
				new SavedNotice(id, saved.version(), listQuery).addTo(next);
			}
			return "redirect:/questions/" + id;
		}
		return this.page.conflict(id, base.get().number(), (EditResult.Conflict) edit, form, model);
	}

	private Optional<EditResult> save(long id, QuestionForm form, QuestionBank.Revision base, Viewer viewer) {
		var draft = form.draft();
		var reason = form.reason().isEmpty() ? QuestionForm.describe(base.content(), draft) : form.reason();
		return this.bank.write(viewer.name(), (questions) -> questions.edit(id, base.number(), draft, reason));
	}

	private static String notice(EditResult.Saved saved) {
		if (!saved.changed()) {
			return "Nothing has changed, so there is no new revision.";
		}
		var revision = "Saved as version " + saved.version();
		return saved.kept().isEmpty() ? revision + "."
				: saved.kept()
					.stream()
					.map(Field::label)
					.collect(Collectors.joining(", ", revision + ", merged with changes that others made to: ", "."));
	}

}
