package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.web.AccessLevel;
import questionbank.web.Route;

/** For whoever practises: grade the own answer, and take the last grade back. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/grade")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class GradeController {

	private final SessionModel view;

	private final Grading grading;

	private final LearnerCookie cookie;

	GradeController(SessionModel view, Grading grading, LearnerCookie cookie) {
		this.view = view;
		this.grading = grading;
		this.cookie = cookie;
	}

	@PostMapping
	String create(@PathVariable long id, @PathVariable("place") int position,
			@ModelAttribute("gradeForm") GradeForm form, BindingResult errors, LearnerIdentity who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			return this.view.mistaken(id, who, model, response);
		}
		var outcome = this.grading.grade(id, position, form.chosen(), form.shown(), form.ticked(), who);
		if (outcome == SessionResult.DONE) {
			this.cookie.keep(who, request, response);
		}
		return SessionModel.after(outcome, id, who, model, response);
	}

	@PostMapping("/reversal")
	String reverse(@PathVariable long id, @PathVariable("place") int position, LearnerIdentity who, Model model,
			HttpServletResponse response) {
		return SessionModel.after(this.grading.undo(id, position, who), id, who, model, response);
	}

}
