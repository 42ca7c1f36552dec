package questionbank.practice;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** For whoever practises: answer a question, which reveals the sample answer. */
@Controller
@RequestMapping("/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/answer")
class AnswerController {

	private final SessionView view;

	private final Grading grading;

	AnswerController(SessionView view, Grading grading) {
		this.view = view;
		this.grading = grading;
	}

	@PostMapping
	String create(@PathVariable long id, @PathVariable int place, @ModelAttribute("answerForm") AnswerForm form,
			BindingResult mistakes, Who who, Model model, HttpServletResponse response) {
		// Shown again if it is not taken.
		model.addAttribute("sent", form.answer());
		form.check(mistakes);
		return mistakes.hasErrors() ? this.view.mistaken(id, who, model, response)
				: SessionView.after(this.grading.answer(id, place, form.answer(), who), id, who, model, response);
	}

}
