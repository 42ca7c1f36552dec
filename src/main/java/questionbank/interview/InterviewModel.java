package questionbank.interview;

import java.util.Optional;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.People;
import questionbank.account.Viewer;
import questionbank.interview.Interviews.EditResult;
import questionbank.kit.KitDetails;
import questionbank.web.ErrorCode;

/** Fills the model of the pages by which an interview is planned and managed. */
@Component
class InterviewModel {

	static final String FORM = "form";

	private final InterviewCatalogue interviews;

	private final People people;

	private final PanelInvitations invitations;

	InterviewModel(InterviewCatalogue interviews, People people, PanelInvitations invitations) {
		this.interviews = interviews;
		this.people = people;
		this.invitations = invitations;
	}

	/**
	 * Creates the form of a new interview, with the viewer's own address on the panel, or
	 * with the data of an interview that the viewer manages.
	 * @param copy the number of that interview; may be anything else
	 */
	InterviewForm prefilled(String kit, String copy, Viewer viewer) {
		var copied = copy.matches("[0-9]{1,18}") ? this.interviews.panel(Long.parseLong(copy), viewer)
				: Optional.<Panel>empty();
		return copied.filter((panel) -> panel.isManaged() && !panel.interview().isRemoved())
			.map((panel) -> InterviewForm.copyOf(panel, kit))
			.orElseGet(() -> new InterviewForm(kit, null, null, null, null,
					Optional.ofNullable(viewer.id())
						.flatMap(this.people::findInterviewer)
						.map((person) -> person.email() + "\n")
						.orElse(""),
					null, null));
	}

	/** Asks for confirmation if the candidate was asked some of the questions before. */
	void checkRepetitions(KitDetails kit, InterviewDraft draft, String confirmed, BindingResult errors, Model model) {
		var repeated = this.interviews.repetitions(kit, draft);
		var key = kit.id() + "-" + draft.candidateHash();
		if (!repeated.isEmpty() && !confirmed.equals(key)) {
			errors.reject("repeated", "%s was asked %d of these %d questions before.".formatted(draft.candidate(),
					repeated.size(), kit.content().questions().size()));
			model.addAttribute("repeated", repeated);
			model.addAttribute("confirmed", key);
		}
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
		this.invitations.addStates(interview, model);
		return interview;
	}

	/**
	 * Finds an interview that the viewer may edit.
	 * @throws ResponseStatusException with the status 404 if there is none
	 */
	InterviewView editable(long id, Viewer viewer, Model model) {
		var interview = managed(id, viewer, model);
		if (interview.details().removedAt() != null) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return interview;
	}

	/** Shows the input of an edit again. A stale one can be saved once more. */
	void refuse(EditResult result, InterviewForm form, InterviewDetails present, Model model) {
		var typed = (result == EditResult.STALE) ? form.basedOn(present) : form;
		var errors = new BeanPropertyBindingResult(typed, FORM);
		switch (result) {
			case STALE -> errors.reject(ErrorCode.CONFLICT, "The interview was changed while you were editing. Compare "
					+ "it with your input below, which is not saved. Save again to keep your input.");
			case FULL -> InterviewForm.rejectPanel(errors);
			case NOT_BLIND -> errors.rejectValue("panel", "not-blind",
					"The owner and administrators may have seen scores of this interview, and can no longer join its "
							+ "panel.");
			case FORMER -> errors.rejectValue("panel", "former",
					"A panellist who was removed cannot be added to this interview again.");
			default -> errors.rejectValue("panel", "closed", "The interview is closed, and takes no more panellists.");
		}
		model.addAttribute(FORM, typed);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
	}

}
