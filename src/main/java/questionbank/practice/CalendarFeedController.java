package questionbank.practice;

import java.nio.charset.StandardCharsets;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

import questionbank.account.SecretTokens;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.BaseUrl;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: creates and removes the calendar feed of the learner, and serves feeds
 * to calendars, which send no cookie.
 */
@Controller
@RequestMapping("/practice/calendar")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class CalendarFeedController {

	private static final String VIEW = "practice/calendar";

	private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private final CalendarFeeds feeds;

	private final RateLimiter rateLimiter;

	private final LearnerCookie cookie;

	private final BaseUrl address;

	CalendarFeedController(CalendarFeeds feeds, RateLimiter rateLimiter, LearnerCookie cookie, BaseUrl address) {
		this.feeds = feeds;
		this.rateLimiter = rateLimiter;
		this.cookie = cookie;
		this.address = address;
	}

	@GetMapping
	String show(LearnerIdentity identity, Model model) {
		model.addAttribute("exists", this.feeds.exists(identity));
		return VIEW;
	}

	@Idempotent
	@PostMapping
	String create(LearnerIdentity identity, Model model, HttpServletRequest request, HttpServletResponse response) {
		if (identity.isNew()) {
			var consumption = this.rateLimiter.consumeAnonymous(request.getRemoteAddr());
			if (consumption.rejectIfLimited(response)) {
				model.addAttribute("limited", consumption.message());
				return show(identity, model);
			}
		}
		var secret = this.feeds.create(identity);
		this.cookie.keep(identity, request, response);
		model.addAttribute("feed", this.address.link("/practice/calendar/" + secret + ".ics").url());
		model.addAttribute("exists", true);
		return VIEW;
	}

	@PostMapping("/removal")
	String remove(LearnerIdentity identity) {
		this.feeds.remove(identity);
		return "redirect:/practice/calendar?said=removed";
	}

	/**
	 * Limits guesses by the network of the client before the look-up, and polls by the
	 * feed, if it exists: guesses create no buckets.
	 */
	@GetMapping("/{secret:" + SecretTokens.PATTERN + "}.ics")
	ResponseEntity<String> feed(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
		var guess = this.rateLimiter.consumeLink(request.getRemoteAddr());
		if (guess.rejectIfLimited(response)) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
		}
		var hash = SecretTokens.hash(secret);
		var learner = this.feeds.find(hash);
		if (learner.isEmpty()) {
			return ResponseEntity.notFound().build();
		}
		guess.refund();
		if (this.rateLimiter.consumeFeed(hash).rejectIfLimited(response)) {
			return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build();
		}
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "private, no-store")
			.contentType(CALENDAR)
			.body(this.feeds.write(learner.get(), hash));
	}

}
