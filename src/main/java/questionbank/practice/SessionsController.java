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
import questionbank.question.QuestionQuery;
import questionbank.question.TopicNames;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For all: begin a session, or continue one. */
@Controller
@RequestMapping("/practice/sessions")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class SessionsController {

	private static final int SHOWN = 30;

	private final SessionStart start;

	private final SessionList sessions;

	private final QuestionCatalogue catalogue;

	private final TopicNames names;

	SessionsController(SessionStart start, SessionList sessions, QuestionCatalogue catalogue, TopicNames names) {
		this.start = start;
		this.sessions = sessions;
		this.catalogue = catalogue;
		this.names = names;
	}

	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult unclear,
			@ModelAttribute("form") StartForm form, LearnerIdentity who, Model model, HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, who.viewer()), unclear);
		if (unclear.hasErrors()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		model.addAttribute("form", form.offered());
		return page(query, unclear, who, model);
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute("query") QuestionQuery typed, BindingResult unclear,
			@ModelAttribute("form") StartForm form, BindingResult errors, LearnerIdentity who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var state = this.names.state();
		var query = typed.about(this.names.current(typed.topic(), who.viewer()));
		query.check((topic) -> this.catalogue.hasTopic(topic, who.viewer()), unclear);
		var begun = this.start.begin(query, state, unclear, form, errors, who, request, response);
		if (begun.isPresent()) {
			return "redirect:/practice/sessions/" + begun.get();
		}
		if (!unclear.hasErrors() && !errors.hasErrors()) {
			if (form.isToday()) {
				return "redirect:/practice";
			}
			errors.rejectValue("kind", "none", "There is no question to practise in this any more.");
		}
		return page(query, unclear, who, model);
	}

	private String page(QuestionQuery query, BindingResult unclear, LearnerIdentity who, Model model) {
		model.addAttribute("count", unclear.hasErrors() ? 0 : this.catalogue.count(query.filter(), who.viewer()));
		model.addAttribute("sessions", this.sessions.latest(who, SHOWN));
		return "practice/sessions";
	}

}
