package questionbank.desk;

import java.util.List;
import java.util.Map;

import jakarta.validation.Validator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: adds new questions. */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class NewQuestionController {

	private static final String FORM = "form";

	private static final String VIEW = "desk/new";

	private final QuestionBank bank;

	private final TopicHints topics;

	private final Validator validator;

	NewQuestionController(QuestionBank bank, TopicHints topics, Validator validator) {
		this.bank = bank;
		this.topics = topics;
		this.validator = validator;
	}

	@ModelAttribute("topics")
	List<String> topics() {
		return this.topics.known();
	}

	@ModelAttribute("choices")
	Map<String, Map<String, String>> choices() {
		return QuestionForm.CHOICES;
	}

	/** Shows an empty form, or after another question one with its difficulty etc. */
	@GetMapping("/new")
	String blank(@RequestParam(defaultValue = "") String prompt, Model model) {
		if (!model.containsAttribute(FORM)) {
			model.addAttribute(FORM, QuestionForm.empty(prompt));
		}
		return VIEW;
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute(FORM) QuestionForm form, BindingResult errors,
			@RequestParam(defaultValue = "false") boolean another, Viewer viewer, RedirectAttributes next) {
		form.check(this.validator, errors);
		if (errors.hasErrors()) {
			return VIEW;
		}
		var reason = form.reason().isEmpty() ? "New question" : form.reason();
		var hint = this.topics.describe(form.draft().topics());
		var id = this.bank.write(viewer.name(), (questions) -> questions.add(form.draft(), reason));
		next.addFlashAttribute("notice",
				("The question is added, as no. " + id + "." + QuestionForm.warning(form.draft()) + " " + hint)
					.strip());
		if (another) {
			next.addFlashAttribute(FORM, form.forAnother());
			return "redirect:/questions/new";
		}
		new SavedNotice(id, 1, "").addTo(next);
		next.addFlashAttribute("saved", "new question");
		return "redirect:/questions/" + id;
	}

}
