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
import questionbank.web.Markdown;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: previews answers, and finds similar questions and new topics,
 * while a question is written. It stores nothing.
 */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class EditorAssistController {

	private static final int MAX_SIMILAR = 3;

	private final QuestionDesk desk;

	private final TopicHints topics;

	EditorAssistController(QuestionDesk desk, TopicHints topics) {
		this.desk = desk;
		this.topics = topics;
	}

	/** Renders a sample answer. */
	@PostMapping("/preview")
	String preview(@RequestParam(defaultValue = "") String sampleAnswer, Model model) {
		var bounded = sampleAnswer.substring(0, Math.min(sampleAnswer.length(), QuestionDraft.ANSWER_LENGTH));
		model.addAttribute("answer", Markdown.toHtml(bounded));
		return "desk/preview";
	}

	/** Finds the questions most similar to a typed prompt. */
	@GetMapping("/similar")
	String similar(@RequestParam(defaultValue = "") String prompt, Viewer viewer, Model model) {
		var bounded = prompt.substring(0, Math.min(prompt.length(), QuestionDraft.PROMPT_LENGTH));
		model.addAttribute("similar", this.desk.similar(bounded, viewer, MAX_SIMILAR));
		return "desk/similar";
	}

	/** Names the topics among typed ones that no question has. */
	@GetMapping("/topics/hints")
	String topicHints(@RequestParam(defaultValue = "") String topics, Model model) {
		var bounded = topics.substring(0, Math.min(topics.length(), QuestionDraft.PROMPT_LENGTH));
		model.addAttribute("hint", this.topics.describe(QuestionForm.slugs(bounded)));
		return "desk/topic-hints";
	}

}
