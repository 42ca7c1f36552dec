package questionbank.practice;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import questionbank.web.Markdown;

/** Fills the model of a session's page, or of the page that explains a result. */
@Component
class SessionModel {

	private final SessionReader reader;

	SessionModel(SessionReader reader) {
		this.reader = reader;
	}

	/** Shows a session; redirects an anonymous viewer without it to the sign-in page. */
	String show(long id, LearnerIdentity identity, Model model) {
		var page = this.reader.find(id, identity);
		if (page.isEmpty() && !identity.viewer().isKnown()) {
			return "redirect:/sign-in?to=/practice/sessions/" + id;
		}
		return show(page.orElseThrow(SessionModel::unknown), model);
	}

	/** Shows the session again, with the errors of a form. */
	String showErrors(long id, LearnerIdentity identity, Model model) {
		return show(this.reader.find(id, identity).orElseThrow(SessionModel::unknown), model);
	}

	private static String show(SessionView view, Model model) {
		model.addAttribute("view", view);
		if (view.current() != null) {
			model.addAttribute("sample", Markdown.toHtml(view.current().question().content().sampleAnswer()));
		}
		return "practice/session";
	}

	/** Redirects to the session, or shows a page that explains the result. */
	static String after(SessionResult result, long id, LearnerIdentity identity, Model model,
			HttpServletResponse response) {
		if (result == SessionResult.DONE) {
			return "redirect:/practice/sessions/" + id;
		}
		if (result == SessionResult.UNKNOWN && identity.viewer().isKnown()) {
			throw unknown();
		}
		response.setStatus(status(result).value());
		model.addAttribute("number", id);
		model.addAttribute("result", result);
		return "practice/refused";
	}

	private static HttpStatus status(SessionResult result) {
		return (result == SessionResult.UNKNOWN) ? HttpStatus.NOT_FOUND
				: result.isChange() ? HttpStatus.OK : HttpStatus.CONFLICT;
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
