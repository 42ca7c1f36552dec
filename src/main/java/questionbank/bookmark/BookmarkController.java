package questionbank.bookmark;

import java.util.List;
import java.util.function.LongFunction;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.practice.LearnerCookie;
import questionbank.practice.LearnerIdentity;
import questionbank.practice.Learners;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.ErrorCode;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: shows and changes the learner's star and note on a question, beside
 * the last grade. Pages of questions are the same for all readers, and fetch these
 * fragments by a script; without it, they link here.
 */
@Controller
@RequestMapping("/bookmarks")
@Route(access = AccessLevel.EVERYONE, section = "questions", subject = "question")
class BookmarkController {

	private static final String QUESTION = "/{id:[0-9]{1,18}}";

	private static final String PAGE = "bookmark/show";

	private final BookmarkModel bookmarks;

	private final Bookmarks rows;

	private final Learners learners;

	private final LearnerCookie cookie;

	private final RateLimiter rateLimiter;

	BookmarkController(BookmarkModel bookmarks, Bookmarks rows, Learners learners, LearnerCookie cookie,
			RateLimiter rateLimiter) {
		this.bookmarks = bookmarks;
		this.rows = rows;
		this.learners = learners;
		this.cookie = cookie;
		this.rateLimiter = rateLimiter;
	}

	/**
	 * Returns a fragment for each question of a list, with the learner's last grade, due
	 * date and star; none without a learner.
	 * @param question ids; other values are ignored
	 */
	@GetMapping
	String rows(@RequestParam(defaultValue = "") List<String> question, LearnerIdentity identity, Model model) {
		this.bookmarks.addRows(question, identity, model);
		return "bookmark/_own :: rows";
	}

	@GetMapping(QUESTION)
	String show(@PathVariable long id, LearnerIdentity identity, Model model) {
		model.addAttribute("form", NoteForm.of(this.bookmarks.addTo(model, id, identity)));
		return PAGE;
	}

	/**
	 * Adds or removes a star.
	 * @param starred {@code false} to remove it
	 */
	@PostMapping(QUESTION + "/star")
	String star(@PathVariable long id, @RequestParam(defaultValue = "true") boolean starred, LearnerIdentity identity,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		this.bookmarks.addTo(model, id, identity);
		change(identity, request, response, (learner) -> this.rows.star(learner, id, starred));
		return "redirect:/bookmarks/" + id;
	}

	@PostMapping(QUESTION + "/note")
	String write(@PathVariable long id, @Valid @ModelAttribute("form") NoteForm form, BindingResult errors,
			LearnerIdentity identity, Model model, HttpServletRequest request, HttpServletResponse response) {
		this.bookmarks.addTo(model, id, identity);
		if (errors.hasErrors()) {
			return PAGE;
		}
		var saved = change(identity, request, response,
				(learner) -> this.rows.write(learner, id, form.note(), form.number()));
		if (saved.note().equals(form.note())) {
			return "redirect:/bookmarks/" + id + "?said=saved";
		}
		errors.reject(ErrorCode.CONFLICT, "This note was changed in another window. Yours is not saved yet.");
		model.addAttribute("conflict", saved);
		return PAGE;
	}

	private Bookmark change(LearnerIdentity identity, HttpServletRequest request, HttpServletResponse response,
			LongFunction<Bookmark> change) {
		if (identity.isNew() && this.rateLimiter.consumeAnonymous(request.getRemoteAddr()).isLimited()) {
			throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
		}
		var changed = this.learners.change(identity, change);
		this.cookie.keep(identity, request, response);
		return changed;
	}

}
