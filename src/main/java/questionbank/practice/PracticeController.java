package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.question.QuestionCatalogue;
import questionbank.question.TopicNames;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For all: what to practise today, and for which day. */
@Controller
@RequestMapping("/practice")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class PracticeController {

	private static final int SESSIONS = 5;

	private final StudyPlans preparation;

	private final SessionList sessions;

	private final QuestionCatalogue catalogue;

	private final TopicNames names;

	private final LearnerCookie cookie;

	private final PracticeProperties properties;

	PracticeController(StudyPlans preparation, SessionList sessions, QuestionCatalogue catalogue, TopicNames names,
			LearnerCookie cookie, PracticeProperties properties) {
		this.preparation = preparation;
		this.sessions = sessions;
		this.catalogue = catalogue;
		this.names = names;
		this.cookie = cookie;
		this.properties = properties;
	}

	@GetMapping
	String index(LearnerIdentity who, Model model) {
		return page(null, who, model);
	}

	@Idempotent
	@PostMapping("/plan")
	String plan(@ModelAttribute("form") GoalForm typed, BindingResult errors, LearnerIdentity who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var state = this.names.state();
		var form = typed.about(this.names.current(typed.topic(), who.viewer()));
		form.check(this.preparation.today(who), (topic) -> this.catalogue.hasTopic(topic, who.viewer()), errors);
		if (errors.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(form, who, model);
		}
		this.preparation.aim(form.aim(), state, who);
		this.cookie.keep(who, request, response);
		// Said by the address: what is kept for the next page would start a session.
		return "redirect:/practice?said=planned";
	}

	private String page(@Nullable GoalForm typed, LearnerIdentity who, Model model) {
		var standing = this.preparation.standing(who);
		model.addAttribute("standing", standing);
		if (typed == null) {
			model.addAttribute("form", GoalForm.of(standing.aim(), standing.days().dateOf(standing.now())));
		}
		model.addAttribute("retention", this.properties.retention().toDays());
		model.addAttribute("overview", this.catalogue.overview(who.viewer()));
		model.addAttribute("open",
				this.sessions.latest(who, SESSIONS)
					.stream()
					.filter((one) -> one.isOpenOn(standing.days(), standing.now()))
					.toList());
		return "practice/index";
	}

}
