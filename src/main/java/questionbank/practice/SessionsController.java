package questionbank.practice;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.question.QuestionBank;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionQuery;
import questionbank.question.TopicNames;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** Serves everyone: lists the learner's sessions, and starts one. */
@Controller
@RequestMapping("/practice/sessions")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class SessionsController {

	private static final int LATEST = 30;

	private static final String QUESTION = "question";

	private static final String QUESTION_GIVEN = "question!=";

	private final SessionStarter starter;

	private final Answering answering;

	private final SessionList sessions;

	private final QuestionBank bank;

	private final QuestionCatalogue catalogue;

	private final TopicNames names;

	private final RateLimiter rateLimiter;

	private final LearnerCookie cookie;

	SessionsController(SessionStarter starter, Answering answering, SessionList sessions, QuestionBank bank,
			QuestionCatalogue catalogue, TopicNames names, RateLimiter rateLimiter, LearnerCookie cookie) {
		this.starter = starter;
		this.answering = answering;
		this.sessions = sessions;
		this.bank = bank;
		this.catalogue = catalogue;
		this.names = names;
		this.rateLimiter = rateLimiter;
		this.cookie = cookie;
	}

	@GetMapping
	String index(@ModelAttribute("query") QuestionQuery query, BindingResult queryErrors,
			@ModelAttribute("form") StartForm form, LearnerIdentity identity, Model model) {
		query.check((topic) -> this.catalogue.hasTopic(topic, identity.viewer()), queryErrors);
		model.addAttribute("form", form.withDefaults());
		return page(query, queryErrors, identity, model);
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute("query") QuestionQuery typed, BindingResult queryErrors,
			@ModelAttribute("form") StartForm form, BindingResult errors, LearnerIdentity identity, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var asOf = this.names.state();
		var query = typed.about(this.names.current(typed.topic(), identity.viewer()));
		query.check((topic) -> this.catalogue.hasTopic(topic, identity.viewer()), queryErrors);
		var id = start(query, queryErrors, asOf, form, errors, identity, request, response);
		if (id.isPresent()) {
			return "redirect:/practice/sessions/" + id.get();
		}
		if (!queryErrors.hasErrors() && !errors.hasErrors()) {
			if (form.isToday()) {
				return "redirect:/practice";
			}
			errors.rejectValue("kind", "none", "This list has no questions to practise any more.");
		}
		return page(query, queryErrors, identity, model);
	}

	/** Shows the form of a single question; its session starts with the answer. */
	@GetMapping(params = { QUESTION, QUESTION_GIVEN })
	String showQuestion(@ModelAttribute("form") StartForm form, LearnerIdentity identity, Model model) {
		model.addAttribute("question",
				question(form, identity).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "practice/question";
	}

	@Idempotent
	@PostMapping(params = { QUESTION, QUESTION_GIVEN })
	String createForQuestion(@ModelAttribute("form") StartForm form, BindingResult errors, LearnerIdentity identity,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		// Shown again if the answer is not saved.
		model.addAttribute("sent", form.answer());
		var id = start(QuestionQuery.ALL, errors, 0, form, errors, identity, request, response);
		if (id.isPresent()) {
			var result = this.answering.answerFirst(id.get(), form.answer(), identity);
			return SessionModel.after(result, id.get(), identity, model, response);
		}
		if (question(form, identity).isPresent()) {
			return showQuestion(form, identity, model);
		}
		errors.reject("withdrawn", "This question is not available any more.");
		model.addAttribute("result", SessionResult.WITHDRAWN);
		return "practice/refused";
	}

	private Optional<Long> start(QuestionQuery query, Errors queryErrors, long asOf, StartForm form, Errors errors,
			LearnerIdentity identity, HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		if (identity.isNew()
				&& this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return Optional.empty();
		}
		var id = queryErrors.hasErrors() || errors.hasErrors() ? Optional.<Long>empty()
				: this.starter.start(form, query, asOf, identity);
		id.ifPresent((started) -> this.cookie.keep(identity, request, response));
		return id;
	}

	private Optional<QuestionDetails> question(StartForm form, LearnerIdentity identity) {
		return form.questionId().flatMap((id) -> this.bank.find(id, identity.viewer()));
	}

	private String page(QuestionQuery query, BindingResult queryErrors, LearnerIdentity identity, Model model) {
		model.addAttribute("count",
				queryErrors.hasErrors() ? 0 : this.catalogue.count(query.filter(), identity.viewer()));
		model.addAttribute("sessions", this.sessions.findLatest(identity, LATEST));
		return "practice/sessions";
	}

}
