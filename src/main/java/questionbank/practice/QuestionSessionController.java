package questionbank.practice;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import questionbank.question.QuestionBank;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionQuery;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves everyone: practises a single question, whose session starts with the answer. */
@Controller
@RequestMapping(path = "/practice/sessions", params = { "question", "question!=" })
@Route(access = AccessLevel.EVERYONE, section = "practice", subject = "question")
class QuestionSessionController {

	private final SessionStarter starter;

	private final Answering answering;

	private final QuestionBank bank;

	private final RateLimiter rateLimiter;

	private final LearnerCookie cookie;

	QuestionSessionController(SessionStarter starter, Answering answering, QuestionBank bank, RateLimiter rateLimiter,
			LearnerCookie cookie) {
		this.starter = starter;
		this.answering = answering;
		this.bank = bank;
		this.rateLimiter = rateLimiter;
		this.cookie = cookie;
	}

	@GetMapping
	ModelAndView show(@ModelAttribute("form") StartForm form, LearnerIdentity identity) {
		return page(question(form, identity).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
	}

	@Idempotent
	@PostMapping
	ModelAndView create(@Valid @ModelAttribute("form") StartForm form, BindingResult errors, LearnerIdentity identity,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		// Shown again if the answer is not saved.
		model.addAttribute("sent", form.answer());
		var question = question(form, identity);
		if (question.isEmpty()) {
			return withdrawn(errors);
		}
		if (errors.hasErrors() || identity.isNew()
				&& this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return page(question.get());
		}
		var id = this.starter.start(form, QuestionQuery.ALL, 0, identity);
		if (id.isEmpty()) {
			return withdrawn(errors);
		}
		this.cookie.keep(identity, request, response);
		return SessionModel.after(this.answering.answerFirst(id.get(), form.answer(), identity), id.get(), identity);
	}

	private static ModelAndView page(QuestionDetails question) {
		return new ModelAndView("practice/question", "question", question);
	}

	private static ModelAndView withdrawn(BindingResult errors) {
		errors.reject("withdrawn", SessionResult.WITHDRAWN.reason());
		return new ModelAndView(SessionModel.REFUSED, "result", SessionResult.WITHDRAWN);
	}

	private Optional<QuestionDetails> question(StartForm form, LearnerIdentity identity) {
		return form.questionId().flatMap((id) -> this.bank.find(id, identity.viewer()));
	}

}
