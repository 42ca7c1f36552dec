package questionbank.desk;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionDesk;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

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
	String index(Model model) {
		model.addAttribute("topics", this.desk.topics());
		return "desk/topics";
	}

	/** Renames a topic; under the name of another topic, merges it with that. */
	@Idempotent
	@PostMapping("/renamings")
	String rename(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes next) {
		var renamed = QuestionForm.slugs(to);
		var error = error(from, renamed);
		model.addAttribute("from", from);
		model.addAttribute("to", to);
		if (error != null) {
			return invalid(HttpStatus.UNPROCESSABLE_CONTENT, error, model, response);
		}
		var batches = this.bulk.renameTopic(from, renamed.get(0), viewer.name());
		if (batches.isEmpty()) {
			return invalid(HttpStatus.CONFLICT, "Another administrator has just renamed this topic.", model, response);
		}
		next.addFlashAttribute("notice", "The topic is renamed.");
		if (batches.size() == 1) {
			return "redirect:/questions/bulk/" + batches.get(0);
		}
		next.addFlashAttribute("batches", batches);
		return "redirect:/questions/topics";
	}

	private String invalid(HttpStatus status, String error, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("error", error);
		return index(model);
	}

	private @Nullable String error(String from, List<String> to) {
		var ids = this.bulk.withTopic(from);
		if (ids.isEmpty()) {
			return "No question has the topic “" + from + "”.";
		}
		if (to.size() != 1) {
			return "Please write the new name.";
		}
		if (to.get(0).equals(from)) {
			return "The topic already has this name.";
		}
		return this.bulk.preview(ids.subList(0, 1), (draft) -> draft.withTopicRenamed(from, to.get(0)))
			.stream()
			.flatMap((change) -> change.problems().stream())
			.findFirst()
			.orElse(null);
	}

}
