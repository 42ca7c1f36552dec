package questionbank.desk;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionStatus;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/**
 * Serves administrators: shows near-duplicates, marks them as different or retires one.
 */
@Controller
@RequestMapping("/questions/duplicates")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class DuplicatesController {

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
		return "desk/duplicates";
	}

	@Idempotent
	@PostMapping("/differences")
	String differ(@RequestParam long one, @RequestParam long other, Viewer viewer, RedirectAttributes next) {
		if (one == other || isMissing(one, viewer) || isMissing(other, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.duplicates.markDifferent(one, other, viewer.name());
		next.addFlashAttribute("notice", "No. " + one + " and no. " + other + " are marked as different.");
		return "redirect:/questions/duplicates";
	}

	@Idempotent
	@PostMapping("/retirements")
	String retire(@RequestParam long id, @RequestParam long other, Viewer viewer, RedirectAttributes next) {
		if (isMissing(id, viewer)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.bank.write(viewer.name(),
				(questions) -> questions.retire(List.of(id), "Retired as a duplicate of number " + other));
		next.addFlashAttribute("notice", "No. " + id + " is retired.");
		return "redirect:/questions/duplicates";
	}

	private boolean isMissing(long id, Viewer viewer) {
		return this.bank.find(id, viewer).isEmpty();
	}

}
