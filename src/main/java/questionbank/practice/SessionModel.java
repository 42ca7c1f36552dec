package questionbank.practice;

import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import questionbank.account.Registration;
import questionbank.web.Markdown;

/** Fills the model of a session's page, or of the page that explains a result. */
@Component
class SessionModel {

	/** The page that explains a result. */
	static final String REFUSED = "practice/refused";

	private final SessionReader reader;

	private final Learners learners;

	private final Registration registration;

	SessionModel(SessionReader reader, Learners learners, Registration registration) {
		this.reader = reader;
		this.learners = learners;
		this.registration = registration;
	}

	/** Shows a session; redirects an anonymous viewer without it to the sign-in page. */
	ModelAndView show(long id, LearnerIdentity identity) {
		return show(id, "", identity);
	}

	/**
	 * Shows a session; redirects an anonymous viewer without it to the sign-in page.
	 * @param said what the page says, see {@link Learners#MOVED}
	 */
	ModelAndView show(long id, String said, LearnerIdentity identity) {
		var page = this.reader.find(id, identity);
		if (page.isEmpty() && !identity.viewer().isKnown()) {
			return new ModelAndView("redirect:/sign-in?to=/practice/sessions/" + id);
		}
		var shown = show(page.orElseThrow(SessionModel::unknown), identity);
		shown.addObject("moved", this.learners.describeMoved(said, identity).orElse(null));
		return shown;
	}

	/** Shows the session again, with the errors of a form. */
	ModelAndView showErrors(long id, LearnerIdentity identity) {
		return show(this.reader.find(id, identity).orElseThrow(SessionModel::unknown), identity);
	}

	private ModelAndView show(SessionView view, LearnerIdentity identity) {
		var page = new ModelAndView("practice/session", "view", view);
		if (view.current() != null) {
			page.addObject("sample", Markdown.toHtml(view.current().question().content().sampleAnswer()));
		}
		if (view.isOver() && !identity.viewer().isKnown() && this.registration.isOpen()) {
			this.learners.describe(identity.secret()).ifPresent((kept) -> page.addObject("kept", kept));
		}
		return page;
	}

	/** Redirects to the session, or shows a page that explains the result. */
	static ModelAndView after(SessionResult result, long id, LearnerIdentity identity) {
		if (result == SessionResult.DONE) {
			return new ModelAndView("redirect:/practice/sessions/" + id);
		}
		if (result == SessionResult.UNKNOWN && identity.viewer().isKnown()) {
			throw unknown();
		}
		return new ModelAndView(REFUSED, Map.of("number", id, "result", result), status(result));
	}

	private static HttpStatus status(SessionResult result) {
		return (result == SessionResult.UNKNOWN) ? HttpStatus.NOT_FOUND
				: result.isChange() ? HttpStatus.OK : HttpStatus.CONFLICT;
	}

	private static ResponseStatusException unknown() {
		return new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
