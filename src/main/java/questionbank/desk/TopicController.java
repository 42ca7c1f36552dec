package questionbank.desk;

import java.util.EnumSet;
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
import questionbank.question.DraftField;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk;

/**
 * For administrators: the topics of all questions, renamed and merged across the bank.
 */
@Controller
@RequestMapping("/questions/topics")
class TopicController {

	private final QuestionBulk bulk;

	private final QuestionCatalogue catalogue;

	private final QuestionDesk desk;

	TopicController(QuestionBulk bulk, QuestionCatalogue catalogue, QuestionDesk desk) {
		this.bulk = bulk;
		this.catalogue = catalogue;
		this.desk = desk;
	}

	@GetMapping
	String index(Viewer viewer, Model model) {
		model.addAttribute("topics", this.catalogue.overview(viewer).topics());
		return "desk/topics";
	}

	/** A topic that takes the name of another is merged with it. */
	@PostMapping("/renamings")
	String rename(@RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
			Viewer viewer, Model model, HttpServletResponse response, RedirectAttributes next) {
		var asOf = this.desk.state();
		var ids = this.bulk.withTopic(from);
		var renamed = QuestionForm.slugs(to);
		var change = new BulkChange(null, renamed, List.of(from), null, null, "", "", EnumSet.noneOf(DraftField.class));
		model.addAttribute("from", from);
		model.addAttribute("to", to);
		var mistake = mistake(from, renamed, ids, change);
		if (mistake != null) {
			return mistaken(HttpStatus.UNPROCESSABLE_CONTENT, mistake, viewer, model, response);
		}
		var batch = this.bulk.apply(ids, change, asOf, viewer.name(),
				"Renamed topic " + from + " to " + renamed.get(0));
		if (batch.isEmpty()) {
			return mistaken(HttpStatus.CONFLICT,
					"Somebody changed one of these questions meanwhile, and nothing was renamed. Please try again.",
					viewer, model, response);
		}
		next.addFlashAttribute("notice", "The topic is renamed.");
		return "redirect:/questions/bulk/" + batch.get();
	}

	private @Nullable String mistake(String from, List<String> to, List<Long> ids, BulkChange change) {
		if (ids.isEmpty()) {
			return "No question has the topic “" + from + "”.";
		}
		if (to.size() != 1) {
			return "Please write the new name of the topic.";
		}
		if (to.get(0).equals(from)) {
			return "That is its name already.";
		}
		return this.bulk.preview(ids.subList(0, 1), change)
			.stream()
			.flatMap((effect) -> effect.problems().stream())
			.findFirst()
			.orElse(null);
	}

	private String mistaken(HttpStatus status, String mistake, Viewer viewer, Model model,
			HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("mistake", mistake);
		return index(viewer, model);
	}

}
