package questionbank.question;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
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

/** For administrators: change many questions at once. */
@Controller
@RequestMapping("/questions/bulk")
class BulkController {

	private static final String FORM = "form";

	private static final String VIEW = "question/bulk";

	/** How many changed questions one page shows. */
	private static final int SHOWN = 500;

	private final QuestionBulk bulk;

	private final QuestionDesk desk;

	BulkController(QuestionBulk bulk, QuestionDesk desk) {
		this.bulk = bulk;
		this.desk = desk;
	}

	@InitBinder({ FORM, "query", "desk" })
	void bindAsAWhole(WebDataBinder binder) {
		binder.setDeclarativeBinding(true);
	}

	@ModelAttribute("texts")
	List<DraftField> texts() {
		return BulkChange.TEXTS;
	}

	@ModelAttribute("choices")
	Map<String, Map<String, String>> choices() {
		return Map.of("difficulty", Choices.leaving(Arrays.stream(Difficulty.values()).map(Difficulty::slug)), "status",
				Choices.leaving(Arrays.stream(Status.values()).map(Status::slug)), "audience",
				Choices.leaving(Arrays.stream(Audience.values()).map(Audience::slug)));
	}

	/** Those that were ticked, or all that the same filters of the desk let through. */
	@GetMapping
	String index(@RequestParam(required = false) @Nullable List<String> id,
			@RequestParam(defaultValue = "false") boolean all, @ModelAttribute("query") QuestionQuery query,
			BindingResult mistakes, @ModelAttribute("desk") DeskQuery asked, BindingResult more, Viewer viewer,
			Model model) {
		query.check((topic) -> true, mistakes);
		asked.check(this.desk::hasUse, more);
		if (mistakes.hasErrors() || more.hasErrors()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (all && !this.desk.isWhole()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
		}
		var form = BulkForm.of(all ? this.desk.ids(query.filter(), asked.filter(), viewer, QuestionBulk.MOST + 1)
				: BulkForm.numbers((id != null) ? id : List.of()));
		model.addAttribute(FORM, form);
		model.addAttribute("none", form.questions().isEmpty());
		return VIEW;
	}

	@PostMapping
	String preview(@ModelAttribute(FORM) BulkForm form, BindingResult mistakes, Model model,
			HttpServletResponse response) {
		form.check(mistakes);
		return mistakes.hasErrors() ? again(HttpStatus.UNPROCESSABLE_CONTENT, response) : show(form, model);
	}

	@PostMapping("/batches")
	String apply(@ModelAttribute(FORM) BulkForm form, BindingResult mistakes, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes next) {
		form.check(mistakes);
		if (mistakes.hasErrors()) {
			return again(HttpStatus.UNPROCESSABLE_CONTENT, response);
		}
		var effects = this.bulk.preview(form.questions(), form.change());
		var batch = effects.stream().allMatch(QuestionBulk.Effect::isFine)
				? this.bulk.apply(form.questions(), form.change(), form.state(), viewer.name(),
						form.reason().isEmpty() ? "Changed several questions at once" : form.reason())
				: Optional.<Long>empty();
		if (batch.isPresent()) {
			next.addFlashAttribute("notice", "The change is made.");
			return "redirect:/questions/bulk/" + batch.get();
		}
		if (!effects.isEmpty()) {
			mistakes.reject("stale", "Nothing was changed: this is not what was shown, because somebody changed one of "
					+ "these questions meanwhile. Please look at it again.");
		}
		show(form, model);
		return again(HttpStatus.CONFLICT, response);
	}

	private String show(BulkForm form, Model model) {
		model.addAttribute("asOf", this.desk.state());
		model.addAttribute("effects",
				ShownEffect.of(this.bulk.preview(form.questions(), form.change()), QuestionBulk.Effect::before));
		return VIEW;
	}

	private static String again(HttpStatus status, HttpServletResponse response) {
		response.setStatus(status.value());
		return VIEW;
	}

	@GetMapping("/{batch:[0-9]{1,18}}")
	String show(@PathVariable long batch, Model model) {
		var size = existing(batch);
		model.addAttribute("batch", batch);
		model.addAttribute("size", size);
		model.addAttribute("effects", ShownEffect.of(this.bulk.batch(batch, SHOWN), QuestionBulk.Effect::after));
		return "question/batch";
	}

	@PostMapping("/{batch:[0-9]{1,18}}/reversal")
	String undo(@PathVariable long batch, Viewer viewer, RedirectAttributes next) {
		existing(batch);
		var undone = this.bulk.undo(batch, viewer.name());
		next.addFlashAttribute("notice", undone.isPresent() ? "The change is taken back."
				: "There was nothing left of the change to take back.");
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
