package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** Serves everyone: shows a session, ends it, and continues its list with a new one. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class SessionController {

	private final SessionModel sessions;

	private final Grading grading;

	private final SessionStarter starter;

	private final SessionReader reader;

	private final LearnerCookie cookie;

	SessionController(SessionModel sessions, Grading grading, SessionStarter starter, SessionReader reader,
			LearnerCookie cookie) {
		this.sessions = sessions;
		this.grading = grading;
		this.starter = starter;
		this.reader = reader;
		this.cookie = cookie;
	}

	@GetMapping
	String show(@PathVariable long id, LearnerIdentity identity, Model model) {
		return this.sessions.show(id, identity, model);
	}

	@PostMapping("/end")
	String end(@PathVariable long id, LearnerIdentity identity, Model model, HttpServletResponse response) {
		return SessionModel.after(this.grading.finish(id, identity), id, identity, model, response);
	}

	@Idempotent
	@PostMapping("/continuation")
	String createNext(@PathVariable long id, LearnerIdentity identity, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		var next = this.starter.continueList(id, identity);
		if (next.isPresent()) {
			this.cookie.keep(identity, request, response);
			return "redirect:/practice/sessions/" + next.get();
		}
		var result = this.reader.find(id, identity).isPresent() ? SessionResult.NOTHING_LEFT : SessionResult.UNKNOWN;
		return SessionModel.after(result, id, identity, model, response);
	}

}
