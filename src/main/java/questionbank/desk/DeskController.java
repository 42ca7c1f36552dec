package questionbank.desk;

import java.util.List;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.account.Viewer;
import questionbank.question.Audience;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk;
import questionbank.question.QuestionQuery;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;
import questionbank.web.AccessLevel;
import questionbank.web.Paging;
import questionbank.web.Route;

/** For administrators: every question, in whatever state, to find what needs work. */
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
			@ModelAttribute("desk") DeskQuery asked, BindingResult more, Viewer viewer, Model model,
			HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		asked.check(this.desk::hasUse, more);
		model.addAttribute("facets", this.catalogue.overview(viewer));
		model.addAttribute("authors", this.desk.authors());
		model.addAttribute("statuses", List.of(QuestionStatus.values()));
		model.addAttribute("audiences", List.of(Audience.values()));
		if (errors.hasErrors() || more.hasErrors()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return VIEW;
		}
		var offset = (query.pageNumber() - 1) * PAGE_SIZE;
		var reachable = offset < QuestionCatalogue.REACH;
		var page = this.desk.list(query.filter(), asked.filter(), viewer, reachable ? (int) offset : 0, PAGE_SIZE);
		var paging = Paging.of(query.pageNumber(), PAGE_SIZE, page.total(), QuestionCatalogue.REACH);
		if (paging.isBeyondLast()) {
			query.rejectPage(paging, page.total(), errors);
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return VIEW;
		}
		model.addAttribute("list", page);
		model.addAttribute("most", QuestionWriter.MAX_BATCH);
		model.addAttribute("paging", paging);
		return VIEW;
	}

}
