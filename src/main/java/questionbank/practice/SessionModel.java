package questionbank.practice;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import questionbank.web.Markdown;

/** Shows a session, or what became of something that was sent to it. */
@Component
class SessionModel {

	private final SessionReader current;

	SessionModel(SessionReader current) {
		this.current = current;
	}

	/** The page of a session, or the way in for somebody whom signing in might help. */
	String show(long id, LearnerIdentity who, Model model) {
		var page = this.current.find(id, who);
		if (page.isEmpty() && !who.viewer().isKnown()) {
			return "redirect:/sign-in?to=/practice/sessions/" + id;
		}
		return show(page.orElseThrow(SessionModel::unknown), model);
	}

	/** The page again, with what is wrong with the form that was sent. */
	String mistaken(long id, LearnerIdentity who, Model model, HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return show(this.current.find(id, who).orElseThrow(SessionModel::unknown), model);
	}

	private static String show(SessionView page, Model model) {
		model.addAttribute("run", page);
		if (page.asked() != null) {
			model.addAttribute("sample", Markdown.toHtml(page.asked().question().content().sampleAnswer()));
		}
		return "practice/session";
	}

	/** Redirects to the session, or shows a page that says what was done or not done. */
	static String after(SessionResult outcome, long id, LearnerIdentity who, Model model,
			HttpServletResponse response) {
		if (outcome == SessionResult.DONE) {
			return "redirect:/practice/sessions/" + id;
		}
		if (outcome == SessionResult.UNKNOWN && who.viewer().isKnown()) {
			throw unknown();
		}
		response.setStatus(status(outcome).value());
		model.addAttribute("number", id);
		model.addAttribute("outcome", outcome);
		return "practice/refused";
	}

	private static HttpStatus status(SessionResult outcome) {
		return (outcome == SessionResult.UNKNOWN) ? HttpStatus.NOT_FOUND
				: outcome.isChange() ? HttpStatus.OK : HttpStatus.CONFLICT;
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
