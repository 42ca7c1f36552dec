package questionbank.practice;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionQuery;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For everybody: practise one question, whose session begins with the answer to it. */
@Controller
@RequestMapping(path = "/practice/sessions", params = { "question", "question!=" })
@Route(access = AccessLevel.EVERYONE, section = "practice")
class OneQuestionController {

	private final SessionStart start;

	private final Grading grading;

	private final QuestionBank bank;

	OneQuestionController(SessionStart start, Grading grading, QuestionBank bank) {
		this.start = start;
		this.grading = grading;
		this.bank = bank;
	}

	@GetMapping
	String show(@ModelAttribute("form") StartForm form, LearnerIdentity who, Model model) {
		model.addAttribute("question",
				question(form, who).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "practice/question";
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute("form") StartForm form, BindingResult errors, LearnerIdentity who, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var begun = this.start.begin(QuestionQuery.ALL, 0, errors, form, errors, who, request, response);
		if (begun.isPresent()) {
			// Shown again if another answer was taken a moment ago.
			model.addAttribute("sent", form.answer());
			var outcome = this.grading.begin(begun.get(), form.answer(), who);
			return SessionModel.after(outcome, begun.get(), who, model, response);
		}
		if (question(form, who).isPresent()) {
			return show(form, who, model);
		}
		model.addAttribute("outcome", SessionResult.WITHDRAWN);
		model.addAttribute("sent", form.answer());
		return "practice/refused";
	}

	private Optional<QuestionDetails> question(StartForm form, LearnerIdentity who) {
		return form.one().flatMap((id) -> this.bank.find(id, who.viewer()));
	}

}
