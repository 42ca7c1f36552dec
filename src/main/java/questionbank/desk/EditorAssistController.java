package questionbank.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import questionbank.account.Viewer;
import questionbank.question.QuestionDesk;
import questionbank.question.QuestionDraft;
import questionbank.web.AccessLevel;
import questionbank.web.Markdown;
import questionbank.web.Route;

/**
 * For administrators: what helps while a question is being written. Nothing here is kept.
 */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class EditorAssistController {

	private static final int ALIKE = 3;

	private final QuestionDesk desk;

	EditorAssistController(QuestionDesk desk) {
		this.desk = desk;
	}

	/** How a sample answer will look. */
	@PostMapping("/preview")
	String preview(@RequestParam(defaultValue = "") String sampleAnswer, Model model) {
		var shown = sampleAnswer.substring(0, Math.min(sampleAnswer.length(), QuestionDraft.ANSWER_LENGTH));
		model.addAttribute("answer", Markdown.toHtml(shown));
		return "desk/preview";
	}

	/** The questions that come closest to a prompt that somebody is typing. */
	@GetMapping("/similar")
	String similar(@RequestParam(defaultValue = "") String prompt, Viewer viewer, Model model) {
		var read = prompt.substring(0, Math.min(prompt.length(), QuestionDraft.PROMPT_LENGTH));
		model.addAttribute("similar", this.desk.similar(read, viewer, ALIKE));
		return "desk/similar";
	}

}
