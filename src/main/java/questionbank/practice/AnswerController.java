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

/** For learners: answer a question, which reveals the sample answer. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/answer")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class AnswerController {

	private final SessionModel view;

	private final Grading grading;

	private final LearnerCookie cookie;

	AnswerController(SessionModel view, Grading grading, LearnerCookie cookie) {
		this.view = view;
		this.grading = grading;
		this.cookie = cookie;
	}

	@PostMapping
	String create(@PathVariable long id, @PathVariable("place") int position,
			@ModelAttribute("answerForm") AnswerForm form, BindingResult errors, LearnerIdentity who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		// Shown again if it is not taken.
		model.addAttribute("sent", form.answer());
		form.check(errors);
		if (errors.hasErrors()) {
			return this.view.mistaken(id, who, model, response);
		}
		var outcome = this.grading.answer(id, position, form, who);
		if (outcome == SessionResult.DONE) {
			this.cookie.keep(who, request, response);
		}
		return (outcome == SessionResult.TIME_LEFT) ? this.view.show(id, who, model)
				: SessionModel.after(outcome, id, who, model, response);
	}

}
