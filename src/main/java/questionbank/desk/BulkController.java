package questionbank.desk;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.question.QuestionDesk;
import questionbank.question.QuestionQuery;
import questionbank.question.QuestionWriter;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: the form that changes many questions, with a preview of each.
 */
@Controller
@RequestMapping("/questions/bulk")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class BulkController {

	private static final String FORM = "form";

	private final BulkModel page;

	private final QuestionDesk desk;

	BulkController(BulkModel page, QuestionDesk desk) {
		this.page = page;
		this.desk = desk;
	}

	/** Shows the form for the selected questions, or for all that match the filters. */
	@GetMapping
	String index(@RequestParam(required = false) @Nullable List<String> id,
			@RequestParam(defaultValue = "false") boolean all, @ModelAttribute("query") QuestionQuery query,
			BindingResult errors, @ModelAttribute("desk") DeskQuery deskQuery, BindingResult deskErrors, Viewer viewer,
			Model model) {
		query.check((topic) -> true, errors);
		deskQuery.check(this.desk::hasColumn, deskErrors);
		if (errors.hasErrors() || deskErrors.hasErrors()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		if (all && !this.desk.isComplete()) {
			throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
		}
		var form = BulkForm
			.of(all ? this.desk.ids(query.filter(), deskQuery.filter(), viewer, QuestionWriter.MAX_BATCH + 1)
					: BulkForm.numbers((id != null) ? id : List.of()));
		model.addAttribute(FORM, form);
		model.addAttribute("none", form.questions().isEmpty());
		return this.page.form(model);
	}

	@PostMapping
	String preview(@ModelAttribute(FORM) BulkForm form, BindingResult errors, Viewer viewer, Model model) {
		form.check(errors);
		return errors.hasErrors() ? this.page.form(model) : this.page.preview(form, viewer, model);
	}

}
