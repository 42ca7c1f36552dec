package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves everyone: shows a session, ends it, and continues its list with a new one. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.EVERYONE, section = "practice", subject = "practice session")
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
	ModelAndView show(@PathVariable long id, @RequestParam(defaultValue = "") String said, LearnerIdentity identity) {
		return this.sessions.show(id, said, identity);
	}

	@PostMapping("/end")
	ModelAndView end(@PathVariable long id, LearnerIdentity identity) {
		return SessionModel.after(this.grading.finish(id, identity), id, identity);
	}

	@Idempotent
	@PostMapping("/continuation")
	ModelAndView createNext(@PathVariable long id, LearnerIdentity identity, HttpServletRequest request,
			HttpServletResponse response) {
		var next = this.starter.continueList(id, identity);
		if (next.isPresent()) {
			this.cookie.keep(identity, request, response);
			return SessionModel.after(SessionResult.DONE, next.get(), identity);
		}
		var result = this.reader.find(id, identity).isPresent() ? SessionResult.NOTHING_LEFT : SessionResult.UNKNOWN;
		return SessionModel.after(result, id, identity);
	}

}
