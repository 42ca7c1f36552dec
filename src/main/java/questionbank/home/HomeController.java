package questionbank.home;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import questionbank.account.Viewer;
import questionbank.caching.PubliclyCached;
import questionbank.question.QuestionCatalogue;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Shows the home page: counts by difficulty and topic, and the question of the day. */
@Controller
@Route(access = AccessLevel.EVERYONE)
class HomeController {

	private final QuestionCatalogue catalogue;

	HomeController(QuestionCatalogue catalogue) {
		this.catalogue = catalogue;
	}

	@PubliclyCached
	@GetMapping("/")
	String index(Viewer viewer, Model model) {
		model.addAttribute("overview", this.catalogue.overview(viewer));
		model.addAttribute("ofTheDay", this.catalogue.ofTheDay(viewer).orElse(null));
		return "home/index";
	}

}
