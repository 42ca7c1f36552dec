package questionbank.desk;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk;
import questionbank.question.QuestionQuery;
import questionbank.question.QuestionWriter;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: lists, filters and sorts all questions, whatever their status.
 */
@Controller
@RequestMapping("/questions/desk")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class DeskController {

	private static final String VIEW = "desk/desk";

	private static final int PAGE_SIZE = 50;

	private final QuestionDesk desk;

	private final QuestionCatalogue catalogue;

	DeskController(QuestionDesk desk, QuestionCatalogue catalogue) {
		this.desk = desk;
		this.catalogue = catalogue;
	}

	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult errors,
			@ModelAttribute("desk") DeskQuery deskQuery, BindingResult deskErrors, Viewer viewer, Model model) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		deskQuery.check(this.desk::hasColumn, deskErrors);
		model.addAttribute("facets", this.catalogue.overview(viewer));
		model.addAttribute("authors", this.desk.authors());
		model.addAttribute("menus", DeskQuery.MENUS);
		if (errors.hasErrors() || deskErrors.hasErrors()) {
			return VIEW;
		}
		var offset = (query.pageNumber() - 1) * PAGE_SIZE;
		var reachable = offset < QuestionCatalogue.REACH;
		var slice = this.desk.list(query.filter(), deskQuery.filter(), viewer, reachable ? (int) offset : 0, PAGE_SIZE);
		var paging = Paging.of(query.pageNumber(), PAGE_SIZE, slice.total(), QuestionCatalogue.REACH);
		if (paging.isBeyondLast()) {
			query.rejectPage(paging, slice.total(), errors);
			return VIEW;
		}
		model.addAttribute("list", slice);
		model.addAttribute("listQuery", deskQuery.queryString(query, query.pageNumber()));
		model.addAttribute("maxBatch", QuestionWriter.MAX_BATCH);
		model.addAttribute("paging", paging);
		return VIEW;
	}

}
