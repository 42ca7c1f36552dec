package questionbank.desk;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.web.ErrorCode;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: shows near-duplicates, marks them as different or retires one,
 * and removes marks.
 */
@Controller
@RequestMapping("/questions/duplicates")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class DuplicatesController {

	private static final String VIEW = "desk/duplicates";

	private final Duplicates duplicates;

	private final QuestionBank bank;

	DuplicatesController(Duplicates duplicates, QuestionBank bank) {
		this.duplicates = duplicates;
		this.bank = bank;
	}

	/** Shows the near-duplicates, or until the first scan is done, its progress. */
	@GetMapping
	String index(Model model, HttpServletResponse response) {
		var progress = this.duplicates.find();
		if (progress.pairs() == null) {
			var interval = progress.failed() ? Duplicates.RETRY_INTERVAL.toSeconds() : 1;
			response.setHeader("Refresh", Long.toString(interval));
		}
		model.addAttribute("progress", progress);
		return VIEW;
	}

	@Idempotent
	@PostMapping("/differences")
	String differ(@RequestParam long one, @RequestParam long other, Viewer viewer, Model model,
			RedirectAttributes next) {
		if (rejectInvalidPair(one, other, viewer, model)) {
			return VIEW;
		}
		this.duplicates.markDifferent(one, other, viewer.name());
		next.addFlashAttribute("notice", "No. " + one + " and no. " + other + " are marked as different.");
		return "redirect:/questions/duplicates";
	}

	/** Removes a mark, as from the list of changes. */
	@Idempotent
	@PostMapping("/differences/removal")
	String undo(@RequestParam long one, @RequestParam long other, RedirectAttributes next) {
		next.addFlashAttribute("notice",
				this.duplicates.unmark(one, other)
						? "No. " + one + " and no. " + other + " can be listed as near-duplicates again."
						: "Nothing was left to undo.");
		return "redirect:/questions/changes";
	}

	@Idempotent
	@PostMapping("/retirements")
	String retire(@RequestParam long id, @RequestParam long other, Viewer viewer, Model model,
			RedirectAttributes next) {
		if (rejectInvalidPair(id, other, viewer, model)) {
			return VIEW;
		}
		this.bank.write(viewer.name(),
				(questions) -> questions.retire(List.of(id), "Retired as a duplicate of number " + other));
		next.addFlashAttribute("notice", "No. " + id + " is retired.");
		return "redirect:/questions/duplicates";
	}

	/**
	 * Rejects a pair that is one question twice, or has a question that the viewer cannot
	 * see, and fills the model with the message.
	 */
	private boolean rejectInvalidPair(long one, long other, Viewer viewer, Model model) {
		var errors = new MapBindingResult(Map.of(), "pair");
		LongStream.of(one, other)
			.filter((id) -> this.bank.find(id, viewer).isEmpty())
			.findFirst()
			.ifPresent((id) -> errors.reject(ErrorCode.NOT_FOUND, "There is no question no. " + id + "."));
		if (one == other && !errors.hasErrors()) {
			errors.reject("same", "No. " + one + " cannot be a duplicate of itself.");
		}
		if (errors.hasErrors()) {
			model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
			model.addAttribute("mistake", errors.getAllErrors().get(0).getDefaultMessage());
			model.addAttribute("progress", this.duplicates.find());
		}
		return errors.hasErrors();
	}

}
