package questionbank.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionQuery;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves everyone: lists the learner's sessions, and starts one. */
@Controller
@RequestMapping("/practice/sessions")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class SessionsController {

	private static final int LATEST = 30;

	private final SessionStarter starter;

	private final SessionList sessions;

	private final QuestionCatalogue catalogue;

	private final RateLimiter rateLimiter;

	private final LearnerCookie cookie;

	SessionsController(SessionStarter starter, SessionList sessions, QuestionCatalogue catalogue,
			RateLimiter rateLimiter, LearnerCookie cookie) {
		this.starter = starter;
		this.sessions = sessions;
		this.catalogue = catalogue;
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
			@Valid @ModelAttribute("form") StartForm form, BindingResult errors, LearnerIdentity identity, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var asOf = this.catalogue.state();
		var query = typed.about(this.catalogue.presentTopics(typed.topic(), identity.viewer()));
		query.check((topic) -> this.catalogue.hasTopic(topic, identity.viewer()), queryErrors);
		if (queryErrors.hasErrors() || errors.hasErrors() || identity.isNew()
				&& this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return page(query, queryErrors, identity, model);
		}
		var id = this.starter.start(form, query, asOf, identity);
		if (id.isPresent()) {
			this.cookie.keep(identity, request, response);
			return "redirect:/practice/sessions/" + id.get();
		}
		if (form.isToday()) {
			return "redirect:/practice";
		}
		errors.rejectValue("kind", "none", "This list has no questions to practise any more.");
		return page(query, queryErrors, identity, model);
	}

	private String page(QuestionQuery query, BindingResult queryErrors, LearnerIdentity identity, Model model) {
		model.addAttribute("count",
				queryErrors.hasErrors() ? 0 : this.catalogue.count(this.catalogue.filter(query), identity.viewer()));
		model.addAttribute("overview", this.catalogue.overview(identity.viewer()));
		model.addAttribute("sessions", this.sessions.findLatest(identity, LATEST));
		return "practice/sessions";
	}

}
