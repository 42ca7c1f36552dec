package questionbank.interview;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: the candidates of one kit side by side. */
@Controller
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class ComparisonController {

	/** The number of candidates that fit on a sheet of paper. */
	private static final int PAGE_SIZE = 6;

	private final InterviewCatalogue interviews;

	ComparisonController(InterviewCatalogue interviews) {
		this.interviews = interviews;
	}

	/** Shows the comparison of a kit, or the kits to choose from. */
	@GetMapping("/interviews/comparison")
	String show(@RequestParam(defaultValue = "") String kit, @RequestParam(defaultValue = "") String sort,
			@RequestParam(defaultValue = "1") String page, Viewer viewer, Model model) {
		if (!kit.matches("[0-9]{1,18}")) {
			model.addAttribute("kits", this.interviews.kits(viewer));
			return "interview/comparisons";
		}
		var id = Long.parseLong(kit);
		var number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
		var paging = Paging.of(number, PAGE_SIZE, this.interviews.count(id, viewer), Integer.MAX_VALUE);
		if (number < 1 || paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("kit", id);
		model.addAttribute("paging", paging);
		model.addAttribute("comparison",
				this.interviews.compare(id, viewer, sort, PAGE_SIZE, (number - 1) * PAGE_SIZE));
		return "interview/comparison";
	}

}
