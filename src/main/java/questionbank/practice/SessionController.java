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
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}")
class SessionController {

	private final Grading grading;

	private final CurrentSession current;

	SessionController(Grading grading, CurrentSession current) {
		this.grading = grading;
		this.current = current;
	}

	@GetMapping
	String show(@PathVariable long id, Who who, Model model) {
		var page = this.current.find(id, who);
		if (page.isEmpty() && !who.viewer().isKnown()) {
			return "redirect:/sign-in?to=/practice/sessions/" + id;
		}
		return show(page.orElseThrow(SessionController::unknown), model);
	}

	@PostMapping("/attempts/{place:[0-9]{1,4}}/answer")
	String answer(@PathVariable long id, @PathVariable int place, @ModelAttribute("answerForm") AnswerForm form,
			BindingResult mistakes, Who who, Model model, HttpServletResponse response) {
		// Shown again if it is not taken.
		model.addAttribute("sent", form.answer());
		form.check(mistakes);
		return mistakes.hasErrors() ? mistaken(id, who, model, response)
				: after(this.grading.answer(id, place, form.answer(), who), id, who, model, response);
	}

	@PostMapping("/attempts/{place:[0-9]{1,4}}/grade")
	String grade(@PathVariable long id, @PathVariable int place, @ModelAttribute("gradeForm") GradeForm form,
			BindingResult mistakes, Who who, Model model, HttpServletRequest request, HttpServletResponse response) {
		form.check(mistakes);
		if (mistakes.hasErrors()) {
			return mistaken(id, who, model, response);
		}
		var outcome = this.grading.grade(id, place, form.chosen(), form.ticked(), who);
		if (outcome == Outcome.DONE) {
			LearnerCookie.keep(who, request, response);
		}
		return after(outcome, id, who, model, response);
	}

	@PostMapping("/attempts/{place:[0-9]{1,4}}/undo")
	String undo(@PathVariable long id, @PathVariable int place, Who who, Model model, HttpServletResponse response) {
		return after(this.grading.undo(id, place, who), id, who, model, response);
	}

	@PostMapping("/end")
	String end(@PathVariable long id, Who who, Model model, HttpServletResponse response) {
		return after(this.grading.finish(id, who), id, who, model, response);
	}

	private static String after(Outcome outcome, long id, Who who, Model model, HttpServletResponse response) {
		if (outcome == Outcome.DONE) {
			return "redirect:/practice/sessions/" + id;
		}
		if (outcome == Outcome.UNKNOWN && who.viewer().isKnown()) {
			throw unknown();
		}
		response.setStatus(((outcome == Outcome.UNKNOWN) ? HttpStatus.NOT_FOUND : HttpStatus.CONFLICT).value());
		model.addAttribute("number", id);
		model.addAttribute("outcome", outcome);
		return "practice/refused";
	}

	private String mistaken(long id, Who who, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(this.current.find(id, who).orElseThrow(SessionController::unknown), model);
	}

	private static String show(SessionPage page, Model model) {
		model.addAttribute("run", page);
		if (page.asked() != null) {
			model.addAttribute("sample", Markdown.toHtml(page.asked().question().content().sampleAnswer()));
		}
		return "practice/session";
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
