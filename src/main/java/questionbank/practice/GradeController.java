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

/** Serves everyone: grades an answer, and undoes the last grade. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/grade")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class GradeController {

	private final SessionModel sessions;

	private final Grading grading;

	private final LearnerCookie cookie;

	GradeController(SessionModel sessions, Grading grading, LearnerCookie cookie) {
		this.sessions = sessions;
		this.grading = grading;
		this.cookie = cookie;
	}

	@PostMapping
	String create(@PathVariable long id, @PathVariable("place") int position,
			@ModelAttribute("gradeForm") GradeForm form, BindingResult errors, LearnerIdentity identity, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			return this.sessions.showErrors(id, identity, model);
		}
		var result = this.grading.grade(id, position, form.chosenGrade(), form.shownVersion(), form.tickedPoints(),
				identity);
		if (result == SessionResult.DONE) {
			this.cookie.keep(identity, request, response);
		}
		return SessionModel.after(result, id, identity, model, response);
	}

	@PostMapping("/reversal")
	String reverse(@PathVariable long id, @PathVariable("place") int position, LearnerIdentity identity, Model model,
			HttpServletResponse response) {
		return SessionModel.after(this.grading.undo(id, position, identity), id, identity, model, response);
	}

}
