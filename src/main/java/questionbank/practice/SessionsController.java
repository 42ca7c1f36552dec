package questionbank.practice;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionQuery;

/** For everybody: begin a session, or go on with one. */
@Controller
@RequestMapping("/practice/sessions")
class SessionsController {

	private static final int SHOWN = 30;

	private final Practice practice;

	private final PracticeSessions sessions;

	private final Learners learners;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	SessionsController(Practice practice, PracticeSessions sessions, Learners learners, QuestionBank bank,
			QuestionCatalogue catalogue) {
		this.practice = practice;
		this.sessions = sessions;
		this.learners = learners;
		this.bank = bank;
		this.catalogue = catalogue;
	}

	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult mistakes,
			@ModelAttribute("form") StartForm form, Who who, Model model, HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, who.viewer()), mistakes);
		model.addAttribute("form", form.offered());
		if (mistakes.hasErrors()) {
			return mistaken(HttpStatus.BAD_REQUEST, who, model, response);
		}
		if (!form.question().isEmpty()) {
			return question(form, who, model);
		}
		return page(query, who, model);
	}

	@PostMapping
	String create(@ModelAttribute("query") QuestionQuery query, BindingResult unclear,
			@ModelAttribute("form") StartForm form, BindingResult mistakes, Who who, Model model,
			HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, who.viewer()), unclear);
		form.check(mistakes);
		var answer = form.answer();
		if (unclear.hasErrors() || mistakes.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return (answer != null && mistakes.hasFieldErrors("answer")) ? question(form, who, model)
					: mistaken(HttpStatus.UNPROCESSABLE_CONTENT, who, model, response);
		}
		this.learners.settle(who, Zones.of(form.zone()));
		var id = this.practice.start(form.wish(query), who);
		if (id == null) {
			mistakes.rejectValue("questions", "none", "There is no question to practise in this.");
			return mistaken(HttpStatus.UNPROCESSABLE_CONTENT, who, model, response);
		}
		if (answer != null) {
			this.practice.answer(id, 1, answer, who);
		}
		return "redirect:/practice/sessions/" + id;
	}

	/** One question, which is answered as its session begins. */
	private String question(StartForm form, Who who, Model model) {
		model.addAttribute("question",
				form.one()
					.flatMap((id) -> this.bank.find(id, who.viewer()))
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "practice/question";
	}

	private String page(QuestionQuery query, Who who, Model model) {
		model.addAttribute("count", this.catalogue.count(query.filter(), who.viewer()));
		model.addAttribute("sessions", this.sessions.latest(who, SHOWN));
		return "practice/sessions";
	}

	private String mistaken(HttpStatus status, Who who, Model model, HttpServletResponse response) {
		response.setStatus(status.value());
		return page(QuestionQuery.ALL, who, model);
	}

}
