package questionbank.kit;

import java.util.List;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionQuery;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves interviewers: prints a kit or a list as one document, as prompts alone, or with
 * key points, probes, boxes for the rating and room for notes.
 */
@Controller
@Route(access = AccessLevel.INTERVIEWER, section = "kits", subject = "kit")
class PrintController {

	private static final String PROMPTS = "prompts";

	/** The maximum number of questions of a printed list. */
	private static final int MAX_PRINTED = 100;

	private final Kits kits;

	private final PinnedQuestions questions;

	private final QuestionCatalogue catalogue;

	PrintController(Kits kits, PinnedQuestions questions, QuestionCatalogue catalogue) {
		this.kits = kits;
		this.questions = questions;
		this.catalogue = catalogue;
	}

	@GetMapping("/kits/{id:[0-9]{1,18}}/print")
	String kit(@PathVariable long id, @RequestParam(defaultValue = "") String parts, Model model) {
		var kit = this.kits.find(id)
			.map(KitDetails::content)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("heading", kit.title());
		model.addAttribute("role", kit.role());
		model.addAttribute("notes", kit.notes());
		model.addAttribute("minutes", kit.minutes());
		model.addAttribute("omitted", 0);
		model.addAttribute("back", "/kits/" + id);
		return print(kit.questions(), "/kits/" + id + "/print", "/kits/" + id + "/print?parts=" + PROMPTS, parts,
				model);
	}

	@GetMapping("/questions/print")
	String list(@ModelAttribute("query") QuestionQuery query, BindingResult errors,
			@RequestParam(defaultValue = "") String parts, Viewer viewer, Model model) {
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		if (errors.hasErrors()) {
			return "redirect:" + query.address();
		}
		var ids = this.catalogue.numbers(this.catalogue.filter(query), PinnedQuestions.INTERVIEWER, MAX_PRINTED);
		model.addAttribute("heading", "Questions");
		model.addAttribute("minutes", 0);
		model.addAttribute("omitted",
				this.catalogue.count(this.catalogue.filter(query), PinnedQuestions.INTERVIEWER) - ids.size());
		model.addAttribute("back", query.address());
		return print(this.questions.pin(ids), query.at("/questions/print"),
				query.at("/questions/print", Map.of("sort", List.of(query.sort()), "parts", List.of(PROMPTS))), parts,
				model);
	}

	private String print(List<KitQuestion> printed, String full, String prompts, String parts, Model model) {
		model.addAttribute("questions", this.questions.read(printed));
		model.addAttribute("ratings", Rating.values());
		model.addAttribute("full", full);
		model.addAttribute("prompts", prompts);
		model.addAttribute("whole", !PROMPTS.equals(parts));
		return "kit/print";
	}

}
