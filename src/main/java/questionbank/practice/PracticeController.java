package questionbank.practice;

import java.time.Instant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import questionbank.question.QuestionCatalogue;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: shows today's plan and the readiness, and changes the goal and the
 * time zone.
 */
@Controller
@RequestMapping("/practice")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class PracticeController {

	private final StudyPlans studyPlans;

	private final Learners learners;

	private final SessionList sessions;

	private final QuestionCatalogue catalogue;

	private final RateLimiter rateLimiter;

	private final LearnerCookie cookie;

	PracticeController(StudyPlans studyPlans, Learners learners, SessionList sessions, QuestionCatalogue catalogue,
			RateLimiter rateLimiter, LearnerCookie cookie) {
		this.studyPlans = studyPlans;
		this.learners = learners;
		this.sessions = sessions;
		this.catalogue = catalogue;
		this.rateLimiter = rateLimiter;
		this.cookie = cookie;
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "") String said, LearnerIdentity identity, Model model) {
		model.addAttribute("moved", this.learners.describeMoved(said, identity).orElse(null));
		return page(null, identity, model);
	}

	@Idempotent
	@PostMapping("/plan")
	String plan(@Valid @ModelAttribute("form") GoalForm typed, BindingResult errors, LearnerIdentity identity,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		var state = this.catalogue.state();
		var form = typed.withTopics(this.catalogue.presentTopics(typed.topic(), identity.viewer()));
		form.check(this.studyPlans.today(identity), (topic) -> this.catalogue.hasTopic(topic, identity.viewer()),
				errors);
		if (errors.hasErrors() || identity.isNew()
				&& this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return page(form, identity, model);
		}
		this.studyPlans.changeGoal(form.goal(), state, identity);
		this.cookie.keep(identity, request, response);
		// A parameter, not a flash attribute, which would create an HTTP session.
		return "redirect:/practice?said=planned";
	}

	/** Adds the questions that a page has announced until a time, or leaves them out. */
	@PostMapping("/plan/new-questions")
	String decideOnNewQuestions(@RequestParam String choice, @RequestParam Instant until, LearnerIdentity identity) {
		this.studyPlans.decideOnNewQuestions(choice.equals("add"), until, identity);
		return "redirect:/practice#ready";
	}

	/**
	 * Changes the time zone to that of the browser, which a script sends if it differs.
	 */
	@PostMapping("/zone")
	ResponseEntity<Void> updateZone(LearnerIdentity identity, HttpServletRequest request,
			HttpServletResponse response) {
		if (identity.zone() == null) {
			return ResponseEntity.unprocessableContent().build();
		}
		if (!this.studyPlans.updateZone(identity)) {
			return ResponseEntity.notFound().build();
		}
		this.cookie.keep(identity, request, response);
		return ResponseEntity.noContent().build();
	}

	private String page(@Nullable GoalForm typed, LearnerIdentity identity, Model model) {
		var status = this.studyPlans.status(identity);
		model.addAttribute("status", status);
		if (typed == null) {
			model.addAttribute("form", GoalForm.of(status.goal(), status.days().dateOf(status.now())));
		}
		model.addAttribute("gone", this.catalogue.withoutQuestions(status.goal().topics(), identity.viewer()));
		model.addAttribute("retention", this.cookie.retentionDays());
		model.addAttribute("overview", this.catalogue.overview(identity.viewer()));
		model.addAttribute("open", this.sessions.findOpen(identity, status));
		return "practice/index";
	}

}
