package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: saves an answer, which reveals the sample answer except in a mock
 * interview, grades it, and undoes the last grade.
 */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class AttemptController {

	private final SessionModel sessions;

	private final Answering answering;

	private final Grading grading;

	private final LearnerCookie cookie;

	AttemptController(SessionModel sessions, Answering answering, Grading grading, LearnerCookie cookie) {
		this.sessions = sessions;
		this.answering = answering;
		this.grading = grading;
		this.cookie = cookie;
	}

	@PostMapping("/answer")
	ModelAndView answer(@PathVariable long id, @PathVariable("place") int position,
			@Valid @ModelAttribute("answerForm") AnswerForm form, BindingResult errors, LearnerIdentity identity,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		// Shown again if the answer is not saved.
		model.addAttribute("sent", form.answer());
		if (errors.hasErrors()) {
			return this.sessions.showErrors(id, identity);
		}
		var result = this.answering.answer(id, position, form, identity);
		keepCookie(result, identity, request, response);
		return (result == SessionResult.TIME_LEFT) ? this.sessions.show(id, identity)
				: SessionModel.after(result, id, identity);
	}

	@PostMapping("/grade")
	ModelAndView grade(@PathVariable long id, @PathVariable("place") int position,
			@ModelAttribute("gradeForm") GradeForm form, BindingResult errors, LearnerIdentity identity,
			HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		if (errors.hasErrors()) {
			return this.sessions.showErrors(id, identity);
		}
		var result = this.grading.grade(id, position, form.chosenGrade(), form.shownRevision(), form.tickedPoints(),
				identity);
		keepCookie(result, identity, request, response);
		return SessionModel.after(result, id, identity);
	}

	@PostMapping("/grade/reversal")
	ModelAndView undoGrade(@PathVariable long id, @PathVariable("place") int position, LearnerIdentity identity) {
		return SessionModel.after(this.grading.undo(id, position, identity), id, identity);
	}

	private void keepCookie(SessionResult result, LearnerIdentity identity, HttpServletRequest request,
			HttpServletResponse response) {
		if (result == SessionResult.DONE) {
			this.cookie.keep(identity, request, response);
		}
	}

}
