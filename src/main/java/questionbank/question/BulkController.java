package questionbank.question;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

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

/** For administrators: change many questions at once. */
@Controller
@RequestMapping("/questions/bulk")
class BulkController {

	private static final String FORM = "form";

	private final QuestionBulk bulk;

	private final QuestionDesk desk;

	private final BankState state;

	BulkController(QuestionBulk bulk, QuestionDesk desk, BankState state) {
		this.bulk = bulk;
		this.desk = desk;
		this.state = state;
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
		asked.check(more);
		if (mistakes.hasErrors() || more.hasErrors()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		var form = BulkForm.of(all ? this.desk.ids(query.filter(), asked.filter(), viewer, QuestionBulk.MOST + 1)
				: BulkForm.numbers((id != null) ? id : List.of()));
		model.addAttribute(FORM, form);
		return "question/bulk";
	}

	@PostMapping
	String preview(@ModelAttribute(FORM) BulkForm form, BindingResult mistakes, Model model,
			HttpServletResponse response) {
		form.check(mistakes);
		if (mistakes.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return "question/bulk";
		}
		model.addAttribute("asOf", this.state.revision());
		model.addAttribute("effects", this.bulk.preview(form.questions(), form.change()));
		return "question/bulk";
	}

	@PostMapping("/batches")
	String apply(@ModelAttribute(FORM) BulkForm form, BindingResult mistakes, Viewer viewer, Model model,
			HttpServletResponse response, RedirectAttributes next) {
		form.check(mistakes);
		if (!mistakes.hasErrors()
				&& this.bulk.preview(form.questions(), form.change()).stream().allMatch(QuestionBulk.Effect::isFine)) {
			var batch = this.bulk.apply(form.questions(), form.change(), form.state(), viewer.name(),
					form.reason().isEmpty() ? "Changed several questions at once" : form.reason());
			if (batch.isPresent()) {
				next.addFlashAttribute("notice", "The change is made.");
				return "redirect:/questions/bulk/" + batch.get();
			}
			mistakes.reject("stale", "Somebody changed one of these questions meanwhile. Nothing was changed; "
					+ "please look at the preview again.");
		}
		var page = preview(form, mistakes, model, response);
		response.setStatus(HttpStatus.CONFLICT.value());
		return page;
	}

	@GetMapping("/{batch:[0-9]{1,18}}")
	String show(@PathVariable long batch, Model model) {
		var effects = this.bulk.batch(batch);
		if (effects.isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("batch", batch);
		model.addAttribute("effects", effects);
		return "question/batch";
	}

	@PostMapping("/{batch:[0-9]{1,18}}/reversal")
	String undo(@PathVariable long batch, Viewer viewer, RedirectAttributes next) {
		if (this.bulk.batch(batch).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		var undone = this.bulk.undo(batch, viewer.name());
		next.addFlashAttribute("notice", undone.isPresent() ? "The change is taken back."
				: "There was nothing left of the change to take back.");
		return "redirect:/questions/bulk/" + undone.orElse(batch);
	}

}
