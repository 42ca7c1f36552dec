package questionbank.practice;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

import questionbank.question.QuestionQuery;
import questionbank.ratelimit.RateLimiter;

/** Begins what a form asks for, or says on the form why it does not. */
@Component
class SessionStart {

	private final Practice practice;

	private final RateLimiter rateLimiter;

	private final LearnerCookie cookie;

	SessionStart(Practice practice, RateLimiter rateLimiter, LearnerCookie cookie) {
		this.practice = practice;
		this.rateLimiter = rateLimiter;
		this.cookie = cookie;
	}

	/**
	 * Begins a session, and lets the browser keep by whom.
	 * @param asOf a state of the bank in which the topics of the query have these names
	 * @param unclear what is wrong with the query
	 * @param errors what is wrong with the form
	 * @return its number, or nothing if anything is wrong, which is answered and said
	 */
	Optional<Long> begin(QuestionQuery query, long asOf, Errors unclear, StartForm form, Errors errors,
			LearnerIdentity who, HttpServletRequest request, HttpServletResponse response) {
		form.check(errors);
		if (!who.isRemembered() && !who.viewer().isKnown()
				&& this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).rejectIfLimited(errors, response)) {
			return Optional.empty();
		}
		var begun = unclear.hasErrors() || errors.hasErrors() ? Optional.<Long>empty()
				: this.practice.start(form.wish(query, asOf), who);
		begun.ifPresentOrElse((id) -> this.cookie.keep(who, request, response),
				() -> response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value()));
		return begun;
	}

}
