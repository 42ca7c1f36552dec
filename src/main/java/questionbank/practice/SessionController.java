package questionbank.practice;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.web.AccessLevel;
import questionbank.web.Route;

/** For whoever practises: one session, from its first question to its end. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class SessionController {

	private final SessionModel view;

	private final Grading grading;

	SessionController(SessionModel view, Grading grading) {
		this.view = view;
		this.grading = grading;
	}

	@GetMapping
	String show(@PathVariable long id, LearnerIdentity who, Model model) {
		return this.view.show(id, who, model);
	}

	@PostMapping("/end")
	String end(@PathVariable long id, LearnerIdentity who, Model model, HttpServletResponse response) {
		return SessionModel.after(this.grading.finish(id, who), id, who, model, response);
	}

}
