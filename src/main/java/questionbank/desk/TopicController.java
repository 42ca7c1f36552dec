package questionbank.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionDesk;
import questionbank.web.ErrorCode;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: lists the topics of all questions, and renames or merges them.
 */
@Controller
@RequestMapping("/questions/topics")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class TopicController {

	private final QuestionBulk bulk;

	private final QuestionDesk desk;

	TopicController(QuestionBulk bulk, QuestionDesk desk) {
		this.bulk = bulk;
		this.desk = desk;
	}

	@GetMapping
	String index(@ModelAttribute("form") TopicForm form, Model model) {
		return page(model);
	}

	/** Renames a topic; under the name of another topic, merges it with that. */
	@Idempotent
	@PostMapping("/renamings")
	String rename(@ModelAttribute("form") TopicForm form, BindingResult errors, Viewer viewer, Model model,
			RedirectAttributes next) {
		form.check(this.bulk, errors);
		if (errors.hasErrors()) {
			return page(model);
		}
		var batches = this.bulk.renameTopic(form.from(), form.newName(), viewer.name());
		if (batches.isEmpty()) {
			errors.rejectValue("to", ErrorCode.CONFLICT, "Another administrator has just renamed this topic.");
			return page(model);
		}
		next.addFlashAttribute("notice", "The topic is renamed.");
		if (batches.size() == 1) {
			return "redirect:/questions/bulk/" + batches.get(0);
		}
		next.addFlashAttribute("batches", batches);
		return "redirect:/questions/topics";
	}

	private String page(Model model) {
		model.addAttribute("topics", this.desk.topics());
		return "desk/topics";
	}

}
