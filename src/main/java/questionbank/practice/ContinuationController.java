package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For whoever practises a list: go on with the next questions of it. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/continuation")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class ContinuationController {

	private final Practice practice;

	private final SessionReader current;

	private final LearnerCookie cookie;

	ContinuationController(Practice practice, SessionReader current, LearnerCookie cookie) {
		this.practice = practice;
		this.current = current;
		this.cookie = cookie;
	}

	@Idempotent
	@PostMapping
	String create(@PathVariable long id, LearnerIdentity who, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		var next = this.practice.goOn(id, who);
		if (next.isPresent()) {
			this.cookie.keep(who, request, response);
			return "redirect:/practice/sessions/" + next.get();
		}
		var outcome = this.current.find(id, who).isPresent() ? SessionResult.NOTHING_LEFT : SessionResult.UNKNOWN;
		return SessionModel.after(outcome, id, who, model, response);
	}

}
