package questionbank.interview;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;

/** Fills the model of the pages by which an interview is managed. */
@Component
class InterviewModel {

	private final Interviews interviews;

	InterviewModel(Interviews interviews) {
		this.interviews = interviews;
	}

	/**
	 * Finds an interview that the viewer manages, for its page.
	 * @throws ResponseStatusException with the status 404 if there is none
	 */
	InterviewView managed(long id, Viewer viewer, Model model) {
		var interview = this.interviews.find(id, viewer, Matrix.Sort.of(""))
			.filter(InterviewView::managed)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("interview", interview);
		return interview;
	}

}
