package questionbank.question;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.web.Markdown;
import questionbank.web.Paging;
import questionbank.web.SharedPage;

/** For everybody: browse, search and read what the viewer may see. */
@Controller
@RequestMapping("/questions")
class QuestionController {

	private static final int PAGE_SIZE = 20;

	private static final int RELATED = 4;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final Loosening loosening;

	QuestionController(QuestionBank bank, QuestionCatalogue catalogue, Loosening loosening) {
		this.bank = bank;
		this.catalogue = catalogue;
		this.loosening = loosening;
	}

	@SharedPage
	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult mistakes, Viewer viewer, Model model,
			HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), mistakes);
		if (mistakes.hasErrors()) {
			return mistaken(HttpStatus.BAD_REQUEST, viewer, model, response);
		}
		var offset = (query.pageNumber() - 1) * PAGE_SIZE;
		var reachable = offset < QuestionCatalogue.REACH;
		var list = this.catalogue.list(query.filter(), viewer, reachable ? (int) offset : 0, PAGE_SIZE);
		var paging = Paging.of(query.pageNumber(), PAGE_SIZE, list.total(), QuestionCatalogue.REACH);
		if (paging.isBeyondLast()) {
			query.rejectPage(paging, list.total(), mistakes);
			return mistaken(HttpStatus.NOT_FOUND, viewer, model, response);
		}
		model.addAttribute("list", list);
		model.addAttribute("paging", paging);
		model.addAttribute("first", offset + 1);
		if (list.total() == 0) {
			model.addAttribute("suggestions", this.loosening.of(query, viewer));
		}
		return "question/index";
	}

	@GetMapping("/random")
	String random(@ModelAttribute("query") QuestionQuery query, BindingResult mistakes, Viewer viewer, Model model,
			HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), mistakes);
		if (mistakes.hasErrors()) {
			return mistaken(HttpStatus.BAD_REQUEST, viewer, model, response);
		}
		return "redirect:" + this.catalogue.random(query.filter(), viewer)
			.map((question) -> query.question(question.id()))
			.orElseGet(query::address);
	}

	@SharedPage
	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @ModelAttribute("query") QuestionQuery query, BindingResult mistakes,
			Viewer viewer, Model model) {
		var question = this.bank.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), mistakes);
		var came = mistakes.hasErrors() ? QuestionQuery.ALL : query;
		var place = this.catalogue.neighbours(id, came.filter(), viewer);
		model.addAttribute("came", came);
		model.addAttribute("back",
				came.page(place.map(Neighbours::position).map(QuestionController::pageOf).orElse(1L)));
		model.addAttribute("place", place.orElse(null));
		model.addAttribute("question", question);
		model.addAttribute("mayEdit", viewer.isAtLeast(Role.ADMINISTRATOR));
		model.addAttribute("answer", Markdown.toHtml(question.content().sampleAnswer()));
		model.addAttribute("related", this.catalogue.related(question, viewer, RELATED));
		return "question/show";
	}

	/** The page of a list on which a place is, or the last that can be opened. */
	private static long pageOf(long position) {
		return (Math.min(position, QuestionCatalogue.REACH) - 1) / PAGE_SIZE + 1;
	}

	/** The list page with what is wrong beside each field, and nothing listed. */
	private String mistaken(HttpStatus status, Viewer viewer, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		model.addAttribute("list", this.catalogue.overview(viewer));
		return "question/index";
	}

}
