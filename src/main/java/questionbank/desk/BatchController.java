package questionbank.desk;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBulk;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: applies a change to many questions as a batch, and undoes it.
 */
@Controller
@RequestMapping("/questions/bulk")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk", subject = "bulk change")
class BatchController {

	/** The maximum number of questions that the page of a batch shows. */
	private static final int MAX_SHOWN = 500;

	private final QuestionBank bank;

	private final QuestionBulk bulk;

	private final BulkModel page;

	BatchController(QuestionBank bank, QuestionBulk bulk, BulkModel page) {
		this.bank = bank;
		this.bulk = bulk;
		this.page = page;
	}

	@Idempotent
	@PostMapping("/batches")
	String apply(@ModelAttribute("form") BulkForm form, BindingResult errors, Viewer viewer, Model model,
			RedirectAttributes next) {
		form.check(errors);
		if (errors.hasErrors()) {
			return this.page.form(model);
		}
		var batch = this.page.apply(form, viewer, errors);
		if (batch.isEmpty()) {
			return this.page.preview(form, viewer, model);
		}
		next.addFlashAttribute("notice", "The questions are changed.");
		return "redirect:/questions/bulk/" + batch.get();
	}

	@GetMapping("/{batch:[0-9]{1,18}}")
	String show(@PathVariable long batch, Model model) {
		var size = existing(batch);
		model.addAttribute("batch", batch);
		model.addAttribute("size", size);
		model.addAttribute("changes",
				ChangePreview.of(this.bulk.batch(batch, MAX_SHOWN), QuestionBulk.PlannedChange::after));
		return "desk/batch";
	}

	@Idempotent
	@PostMapping("/{batch:[0-9]{1,18}}/reversal")
	String undo(@PathVariable long batch, Viewer viewer, RedirectAttributes next) {
		existing(batch);
		var undone = this.bank.write(viewer.name(), (questions) -> questions.undo(batch));
		next.addFlashAttribute("notice", undone.isPresent() ? "The change is undone." : "Nothing was left to undo.");
		return "redirect:/questions/bulk/" + undone.orElse(batch);
	}

	private long existing(long batch) {
		var size = this.bulk.size(batch);
		if (size == 0) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return size;
	}

}
