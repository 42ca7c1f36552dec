package questionbank.interview;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.WebUtils;

import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.interview.InterviewLog.Kind;
import questionbank.interview.InterviewView.Member;
import questionbank.ratelimit.RateLimiter;

/**
 * Creates and withdraws links of guests, finds the scorecards that they open, and binds a
 * link to the browser that saves first, by a cookie: the person who created the link
 * knows it too, and must not read the guest's scores with it.
 */
@Component
class GuestLinks {

	private static final String COOKIE = "SCORECARD";

	private static final Duration LIFETIME = Duration.ofDays(180);

	private final Scorecards scorecards;

	private final Interviews interviews;

	private final InterviewCatalogue catalogue;

	private final PanellistRepository panellists;

	private final InterviewLog log;

	private final SecretTokens tokens;

	private final RateLimiter rateLimiter;

	GuestLinks(Scorecards scorecards, Interviews interviews, InterviewCatalogue catalogue,
			PanellistRepository panellists, InterviewLog log, SecretTokens tokens, RateLimiter rateLimiter) {
		this.scorecards = scorecards;
		this.interviews = interviews;
		this.catalogue = catalogue;
		this.panellists = panellists;
		this.log = log;
		this.tokens = tokens;
		this.rateLimiter = rateLimiter;
	}

	/**
	 * Creates a link for a guest, which replaces the former one. It opens the scorecard
	 * to anyone who has it: for a viewer who may not see the scores yet, a further link
	 * opens an empty scorecard, begun or not, and the former one stays for the record.
	 * @return empty if there is no such guest, or the viewer may not do so
	 */
	@Transactional
	Optional<CreatedLink> create(long id, long panellist, Viewer viewer) {
		return this.interviews.lock(id, viewer).flatMap((panel) -> guest(panel, panellist).map((guest) -> {
			var isBlind = !panel.visibility().includesOthers();
			var opened = (isBlind && this.log.hasLink(id, guest.email())) ? replace(guest) : guest;
			var token = this.tokens.next();
			opened.changeLink(SecretTokens.hash(token), viewer);
			this.log.add(id, Kind.LINK_CREATED, viewer.name(), opened.email());
			return new CreatedLink(panel.interview().details(), Member.of(opened, false), token);
		}));
	}

	private Panellist replace(Panellist guest) {
		this.interviews.cancelMails(List.of(guest));
		guest.remove();
		this.panellists.saveAndFlush(guest);
		return this.panellists.saveAndFlush(guest.anew());
	}

	/**
	 * Withdraws a guest's link.
	 * @return whether there is such a guest, and the viewer may do so
	 */
	@Transactional
	boolean withdraw(long id, long panellist, Viewer viewer) {
		return this.interviews.lock(id, viewer).flatMap((panel) -> guest(panel, panellist)).map((guest) -> {
			guest.withdrawLink();
			this.log.add(id, Kind.LINK_WITHDRAWN, viewer.name(), guest.email());
			return true;
		}).orElse(false);
	}

	private Optional<Panellist> guest(Panel panel, long panellist) {
		return panel.interview().isRemoved() ? Optional.empty()
				: this.panellists.findForChange(panellist)
					.filter((member) -> member.interviewId() == panel.interview().id() && member.isGuest()
							&& !member.isRemoved());
	}

	/**
	 * Finds the scorecard that a link opens in this browser.
	 * @throws ResponseStatusException if there is none: 404, 410 if the interview is
	 * closed, 429 after too many guesses, 403 in another browser, and for people who can
	 * open the interview as themselves
	 */
	ScorecardView find(String token, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
		var scorecard = this.scorecards.find(token).orElseThrow(() -> unknown(request, response));
		if (scorecard.details().isClosed()) {
			throw new ResponseStatusException(HttpStatus.GONE, "The interview is closed. Thank you for taking part.");
		}
		if (this.catalogue.panel(scorecard.details().id(), viewer).isPresent()) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN,
					"You are signed in, and this link is for a guest, whose scores are not shown to you. "
							+ "Open the interview instead.");
		}
		if (scorecard.browserHash() != null && !scorecard.browserHash().equals(browserHash(request))) {
			throw elsewhere();
		}
		return scorecard;
	}

	/** Finds the scorecard, and binds the link to this browser, unless it is bound. */
	ScorecardView bind(String token, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
		var scorecard = find(token, viewer, request, response);
		if (scorecard.browserHash() == null) {
			var secret = this.tokens.next();
			if (!this.scorecards.bind(scorecard.id(), SecretTokens.hash(secret))) {
				throw elsewhere();
			}
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(COOKIE, secret)
						.path(request.getContextPath() + "/scorecards/" + token)
						.maxAge(LIFETIME)
						.httpOnly(true)
						.secure(request.isSecure())
						.sameSite("Lax")
						.build()
						.toString());
		}
		return scorecard;
	}

	private ResponseStatusException unknown(HttpServletRequest request, HttpServletResponse response) {
		var consumption = this.rateLimiter.consumeLink(request.getRemoteAddr());
		return consumption.rejectIfLimited(response)
				? new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS, consumption.message())
				: new ResponseStatusException(HttpStatus.NOT_FOUND,
						"It was withdrawn or replaced by a newer one. Ask the sender for a new link.");
	}

	private static ResponseStatusException elsewhere() {
		return new ResponseStatusException(HttpStatus.FORBIDDEN,
				"The scorecard was begun in another browser. Open the link there, or ask the sender for a new one.");
	}

	private static @Nullable String browserHash(HttpServletRequest request) {
		var cookie = WebUtils.getCookie(request, COOKIE);
		return (cookie != null) ? SecretTokens.hash(cookie.getValue()) : null;
	}

	/**
	 * A new link.
	 *
	 * @param guest who has another number than before if the scorecard is another one
	 * @param token of which only the hash is stored
	 */
	record CreatedLink(InterviewDetails interview, Member guest, String token) {
	}

}
