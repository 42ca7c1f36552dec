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
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Attempts;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionQuery;

/** For everybody: begin a session, or go on with one. */
@Controller
@RequestMapping("/practice/sessions")
class SessionsController {

	private static final int SHOWN = 30;

	private final Practice practice;

	private final Grading grading;

	private final SessionList sessions;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final Attempts slowing;

	SessionsController(Practice practice, Grading grading, SessionList sessions, QuestionBank bank,
			QuestionCatalogue catalogue, Attempts slowing) {
		this.practice = practice;
		this.grading = grading;
		this.sessions = sessions;
		this.bank = bank;
		this.catalogue = catalogue;
		this.slowing = slowing;
	}

	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult unclear,
			@ModelAttribute("form") StartForm form, Who who, Model model, HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, who.viewer()), unclear);
		if (unclear.hasErrors()) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
		}
		model.addAttribute("form", form.offered());
		return form.question().isEmpty() ? page(query, unclear, who, model) : question(form, who, model);
	}

	@PostMapping
	String create(@ModelAttribute("query") QuestionQuery query, BindingResult unclear,
			@ModelAttribute("form") StartForm form, BindingResult mistakes, Who who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		query.check((topic) -> this.catalogue.hasTopic(topic, who.viewer()), unclear);
		form.check(mistakes);
		var isSlowed = !who.isRemembered() && !who.viewer().isKnown()
				&& this.slowing.knock(request.getRemoteAddr()).isTooMany(mistakes, response);
		if (!isSlowed && !unclear.hasErrors() && !mistakes.hasErrors()) {
			var begun = this.practice.start(form.wish(query), who);
			if (begun.isPresent()) {
				LearnerCookie.keep(who, request, response);
				this.grading.begin(begun.get(), form.answer(), who);
				return "redirect:/practice/sessions/" + begun.get();
			}
			if (form.isToday()) {
				return "redirect:/practice";
			}
			mistakes.rejectValue("kind", "none", "There is no question to practise in this any more.");
		}
		if (!isSlowed) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		return mistakes.hasFieldErrors("answer") ? question(form, who, model) : page(query, unclear, who, model);
	}

	/** One question, which is answered as its session begins. */
	private String question(StartForm form, Who who, Model model) {
		model.addAttribute("question",
				form.one()
					.flatMap((id) -> this.bank.find(id, who.viewer()))
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "practice/question";
	}

	private String page(QuestionQuery query, BindingResult unclear, Who who, Model model) {
		model.addAttribute("count", unclear.hasErrors() ? 0 : this.catalogue.count(query.filter(), who.viewer()));
		model.addAttribute("sessions", this.sessions.latest(who, SHOWN));
		return "practice/sessions";
	}

}
