package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.question.QuestionCatalogue;

/** For everybody: what to practise today, and for which day. */
@Controller
@RequestMapping("/practice")
class PracticeController {

	private static final int SESSIONS = 5;

	private final Preparation preparation;

	private final Learners learners;

	private final PracticeSessions sessions;

	private final QuestionCatalogue catalogue;

	PracticeController(Preparation preparation, Learners learners, PracticeSessions sessions,
			QuestionCatalogue catalogue) {
		this.preparation = preparation;
		this.learners = learners;
		this.sessions = sessions;
		this.catalogue = catalogue;
	}

	@GetMapping
	String index(Who who, Model model) {
		var standing = this.preparation.standing(who, Zones.of(null));
		model.addAttribute("form", AimForm.of(standing.aim()));
		return page(standing, who, model);
	}

	@PostMapping("/plan")
	String plan(@ModelAttribute("form") AimForm form, BindingResult mistakes, Who who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var standing = this.preparation.standing(who, Zones.of(form.zone()));
		var zone = Zones.of(form.zone(), standing.days().zone());
		form.check(new Days(zone).of(standing.now()), (topic) -> this.catalogue.hasTopic(topic, who.viewer()),
				mistakes);
		if (mistakes.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(standing, who, model);
		}
		this.learners.settle(who, zone);
		LearnerCookie.keep(who, request, response);
		this.preparation.aim(form.aim(), zone, who);
		// Said by the address: what is kept for the next page would start a session.
		return "redirect:/practice?said=planned";
	}

	private String page(Standing standing, Who who, Model model) {
		model.addAttribute("standing", standing);
		model.addAttribute("overview", this.catalogue.overview(who.viewer()));
		model.addAttribute("open", this.sessions.latest(who, SESSIONS).stream().filter((one) -> !one.over()).toList());
		return "practice/index";
	}

}
