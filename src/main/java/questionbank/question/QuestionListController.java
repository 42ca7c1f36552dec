package questionbank.question;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.account.Viewer;
import questionbank.caching.PubliclyCached;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves everyone: lists and searches the questions that the viewer may see. */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.EVERYONE, section = "questions")
class QuestionListController {

	static final int PAGE_SIZE = 20;

	private final QuestionCatalogue catalogue;

	private final SearchSuggestions suggestions;

	private final QuestionNavigation navigation;

	QuestionListController(QuestionCatalogue catalogue, SearchSuggestions suggestions, QuestionNavigation navigation) {
		this.catalogue = catalogue;
		this.suggestions = suggestions;
		this.navigation = navigation;
	}

	@PubliclyCached
	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult errors, Viewer viewer, Model model) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		if (errors.hasErrors()) {
			return invalid(viewer, model);
		}
		var offset = (query.pageNumber() - 1) * PAGE_SIZE;
		var reachable = offset < QuestionCatalogue.REACH;
		var list = this.catalogue.list(this.catalogue.filter(query), viewer, reachable ? (int) offset : 0, PAGE_SIZE);
		var paging = Paging.of(query.pageNumber(), PAGE_SIZE, list.total(), QuestionCatalogue.REACH);
		if (paging.isBeyondLast()) {
			query.rejectPage(paging, list.total(), errors);
			return invalid(viewer, model);
		}
		model.addAttribute("list", list);
		this.navigation.addTo(model, Place.LIST, Place.ENTRY);
		model.addAttribute("paging", paging);
		model.addAttribute("first", offset + 1);
		model.addAttribute("heading", query.heading());
		query.topicName().ifPresent((name) -> model.addAttribute("topicName", name));
		model.addAttribute("nearTopics", this.suggestions.nearTopics(query, list, viewer));
		if (list.total() == 0) {
			model.addAttribute("suggestions", this.suggestions.suggest(query, viewer));
		}
		return "question/index";
	}

	@GetMapping("/random")
	String random(@ModelAttribute("query") QuestionQuery query, BindingResult errors, Viewer viewer, Model model) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		if (errors.hasErrors()) {
			return invalid(viewer, model);
		}
		return "redirect:" + this.catalogue.random(this.catalogue.filter(query), viewer)
			.map((question) -> query.question(question.id()))
			.orElseGet(query::address);
	}

	/** Shows the list page with an error at each invalid field, and without a list. */
	private String invalid(Viewer viewer, Model model) {
		model.addAttribute("list", this.catalogue.overview(viewer));
		return "question/index";
	}

}
