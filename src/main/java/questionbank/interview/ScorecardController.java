package questionbank.interview;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves panellists with an account: their own scorecard. */
@Controller
@RequestMapping("/interviews/{id:[0-9]{1,18}}/scorecard")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews", subject = "scorecard")
class ScorecardController {

	private final Scorecards scorecards;

	private final ScorecardPage page;

	ScorecardController(Scorecards scorecards, ScorecardPage page) {
		this.scorecards = scorecards;
		this.page = page;
	}

	@GetMapping
	String show(@PathVariable long id, Viewer viewer, Model model) {
		return this.page.show(own(id, viewer), address(id), model);
	}

	@PostMapping
	String save(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			Model model, RedirectAttributes next) {
		return this.page.save(own(id, viewer), address(id), parameters, model, next);
	}

	@PostMapping(headers = ScorecardPage.AUTOSAVE)
	ResponseEntity<ScorecardPage.Reply> autosave(@PathVariable long id,
			@RequestParam MultiValueMap<String, String> parameters, Viewer viewer) {
		return this.page.autosave(own(id, viewer), parameters);
	}

	@Idempotent
	@PostMapping("/submission")
	String submit(@PathVariable long id, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			Model model, RedirectAttributes next) {
		return this.page.submit(own(id, viewer), address(id), parameters, model, next, "/interviews/" + id);
	}

	private ScorecardView own(long id, Viewer viewer) {
		return this.scorecards.find(id, viewer).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String address(long id) {
		return "/interviews/" + id + "/scorecard";
	}

}
