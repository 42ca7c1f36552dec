package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.web.Markdown;

/** For whoever practises: one session, question by question. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,19}}")
class SessionController {

	private final Practice practice;

	private final PracticeSessions sessions;

	private final Learners learners;

	SessionController(Practice practice, PracticeSessions sessions, Learners learners) {
		this.practice = practice;
		this.sessions = sessions;
		this.learners = learners;
	}

	@GetMapping
	String show(@PathVariable String id, Who who, Model model) {
		var page = this.sessions.find(number(id), who);
		if (page.isEmpty() && !who.viewer().isKnown()) {
			return "redirect:/sign-in?to=/practice/sessions/" + id;
		}
		model.addAttribute("form", new AnswerForm(""));
		return show(page.orElseThrow(SessionController::unknown), model);
	}

	@PostMapping("/attempts/{place:[0-9]{1,4}}/answer")
	String answer(@PathVariable String id, @PathVariable int place, @ModelAttribute("form") AnswerForm form,
			BindingResult mistakes, Who who, Model model, HttpServletResponse response) {
		form.check(mistakes);
		if (mistakes.hasErrors()) {
			return mistaken(id, who, model, response);
		}
		// Shown again if it is not taken.
		model.addAttribute("sent", form.answer());
		return after(this.practice.answer(number(id), place, form.answer(), who), id, model, response);
	}

	@PostMapping("/attempts/{place:[0-9]{1,4}}/grade")
	String grade(@PathVariable String id, @PathVariable int place, @ModelAttribute("form") GradeForm form,
			BindingResult mistakes, Who who, Model model, HttpServletRequest request, HttpServletResponse response) {
		var page = this.sessions.find(number(id), who).orElseThrow(SessionController::unknown);
		form.check(mistakes);
		if (mistakes.hasErrors()) {
			return mistaken(id, who, model, response);
		}
		this.learners.settle(who, page.zone());
		var outcome = this.practice.grade(number(id), place, form.chosen(), form.ticked(), who);
		if (outcome == Outcome.DONE) {
			LearnerCookie.keep(who, request, response);
		}
		return after(outcome, id, model, response);
	}

	@PostMapping("/attempts/{place:[0-9]{1,4}}/undo")
	String undo(@PathVariable String id, @PathVariable int place, Who who, Model model, HttpServletResponse response) {
		return after(this.practice.undo(number(id), place, who), id, model, response);
	}

	@PostMapping("/end")
	String end(@PathVariable String id, Who who, Model model, HttpServletResponse response) {
		return after(this.practice.finish(number(id), who), id, model, response);
	}

	private String after(Outcome outcome, String id, Model model, HttpServletResponse response) {
		return switch (outcome) {
			case DONE -> "redirect:/practice/sessions/" + id;
			case UNKNOWN -> throw unknown();
			default -> {
				response.setStatus(HttpStatus.CONFLICT.value());
				model.addAttribute("run", id);
				model.addAttribute("reason", outcome.reason());
				yield "practice/refused";
			}
		};
	}

	private String mistaken(String id, Who who, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(this.sessions.find(number(id), who).orElseThrow(SessionController::unknown), model);
	}

	private static String show(SessionPage page, Model model) {
		model.addAttribute("run", page);
		if (page.asked() != null) {
			model.addAttribute("sample", Markdown.toHtml(page.asked().question().content().sampleAnswer()));
		}
		return "practice/session";
	}

	private static long number(String id) {
		try {
			return Long.parseLong(id);
		}
		catch (NumberFormatException ex) {
			throw unknown();
		}
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
