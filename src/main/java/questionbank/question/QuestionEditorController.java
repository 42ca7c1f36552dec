package questionbank.question;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Choices;
import questionbank.web.Markdown;

/** For administrators: write questions, and change them. */
@Controller
@RequestMapping("/questions")
class QuestionEditorController {

	private static final String FORM = "form";

	private final QuestionBank bank;

	private final QuestionHistory history;

	private final Validator validator;

	QuestionEditorController(QuestionBank bank, QuestionHistory history, Validator validator) {
		this.bank = bank;
		this.history = history;
		this.validator = validator;
	}

	/** Addresses fill a form as a whole; none reaches into it. */
	@InitBinder(FORM)
	void bindAsAWhole(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	@ModelAttribute("difficulties")
	Map<String, String> difficulties() {
		return Choices.asking(Arrays.stream(Difficulty.values()).map(Difficulty::slug));
	}

	@ModelAttribute("statuses")
	Map<String, String> statuses() {
		return Choices.of(Arrays.stream(Status.values()).map(Status::slug));
	}

	@ModelAttribute("audiences")
	Map<String, String> audiences() {
		return Choices.of(Arrays.stream(Audience.values()).map(Audience::slug));
	}

	@GetMapping("/new")
	String blank(@RequestParam(defaultValue = "") String prompt, Model model) {
		model.addAttribute(FORM, QuestionForm.empty(prompt));
		return "question/new";
	}

	@PostMapping
	String create(@ModelAttribute(FORM) QuestionForm form, BindingResult mistakes, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes next) {
		form.check(this.validator, mistakes);
		if (mistakes.hasErrors()) {
			return again(HttpStatus.UNPROCESSABLE_CONTENT, response, "question/new");
		}
		var id = this.bank.add(form.draft(), viewer.name(), form.reason().isEmpty() ? "New question" : form.reason());
		next.addFlashAttribute("notice", "The question is in the bank, as number " + id + ".");
		next.addFlashAttribute("saved", "new question");
		return "redirect:/questions/" + id;
	}

	@GetMapping("/{id:[0-9]{1,18}}/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model) {
		var question = present(id, viewer, model);
		model.addAttribute(FORM, QuestionForm.of(question.content(), question.version(), ""));
		return "question/edit";
	}

	@PostMapping("/{id:[0-9]{1,18}}")
	String update(@PathVariable long id, @ModelAttribute(FORM) QuestionForm typed, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes next) {
		present(id, viewer, model);
		var base = typed.baseVersion().flatMap((number) -> this.history.version(id, number));
		var form = base.map((version) -> typed.taking(version.content())).orElse(typed);
		var mistakes = put(form, model);
		form.check(this.validator, mistakes);
		if (base.isEmpty()) {
			mistakes.reject("version", "The form does not say which version of the question it was made from. "
					+ "Compare it with what stands in the bank before you save it.");
		}
		if (mistakes.hasErrors()) {
			return again(HttpStatus.UNPROCESSABLE_CONTENT, response, "question/edit");
		}
		var edit = base.flatMap((version) -> save(id, form, version, viewer))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (edit instanceof Edit.Saved saved) {
			next.addFlashAttribute("notice", notice(saved));
			next.addFlashAttribute("saved", "question " + id);
			return "redirect:/questions/" + id;
		}
		show((Edit.Conflict) edit, form, model);
		return again(HttpStatus.CONFLICT, response, "question/edit");
	}

	/** What Markdown looks like; nothing is kept. */
	@PostMapping("/preview")
	String preview(@RequestParam(defaultValue = "") String sampleAnswer, Model model) {
		var shown = sampleAnswer.substring(0, Math.min(sampleAnswer.length(), QuestionDraft.ANSWER_LENGTH));
		model.addAttribute("answer", Markdown.toHtml(shown));
		return "question/preview";
	}

	private QuestionDetails present(long id, Viewer viewer, Model model) {
		var question = this.bank.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("question", question);
		return question;
	}

	private Optional<Edit> save(long id, QuestionForm form, QuestionHistory.Version base, Viewer viewer) {
		var draft = form.draft();
		var reason = form.reason().isEmpty() ? QuestionForm.describe(base.content(), draft) : form.reason();
		return this.bank.edit(id, base.number(), draft, viewer.name(), reason);
	}

	private static String notice(Edit.Saved saved) {
		if (!saved.changed()) {
			return "Nothing was different; no version was made.";
		}
		var version = "Saved as version " + saved.version();
		return saved.kept().isEmpty() ? version + "." : saved.kept()
			.stream()
			.map(DraftField::label)
			.collect(Collectors.joining(", ", version + ", together with what somebody else changed meanwhile: ", "."));
	}

	/** The form with both changes in it, and what has to be decided beside its field. */
	private void show(Edit.Conflict conflict, QuestionForm form, Model model) {
		put(QuestionForm.of(conflict.merge().merged(), conflict.version(), form.reason()), model);
		model.addAttribute("conflict", conflict);
		model.addAttribute("disputes", Dispute.between(conflict.merge()));
	}

	/** Shows a form other than the one that was sent. */
	private static BindingResult put(QuestionForm form, Model model) {
		var mistakes = new BeanPropertyBindingResult(form, FORM);
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, mistakes);
		return mistakes;
	}

	private static String again(HttpStatus status, HttpServletResponse response, String view) {
		response.setStatus(status.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		return view;
	}

}
