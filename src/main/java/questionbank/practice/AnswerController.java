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

/**
 * Serves everyone: saves an answer, which reveals the sample answer except in a mock
 * interview.
 */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/answer")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class AnswerController {

	private final SessionModel sessions;

	private final Answering answering;

	private final LearnerCookie cookie;

	AnswerController(SessionModel sessions, Answering answering, LearnerCookie cookie) {
		this.sessions = sessions;
		this.answering = answering;
		this.cookie = cookie;
	}

	@PostMapping
	String create(@PathVariable long id, @PathVariable("place") int position,
			@ModelAttribute("answerForm") AnswerForm form, BindingResult errors, LearnerIdentity identity, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		// Shown again if the answer is not saved.
		model.addAttribute("sent", form.answer());
		form.check(errors);
		if (errors.hasErrors()) {
			return this.sessions.showErrors(id, identity, model);
		}
		var result = this.answering.answer(id, position, form, identity);
		if (result == SessionResult.DONE) {
			this.cookie.keep(identity, request, response);
		}
		return (result == SessionResult.TIME_LEFT) ? this.sessions.show(id, identity, model)
				: SessionModel.after(result, id, identity, model, response);
	}

}
