package questionbank.kit;

import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionDetails;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: picks questions from lists and pages into a basket. */
@Controller
@RequestMapping("/kits/basket")
@Route(access = AccessLevel.INTERVIEWER, section = "kits")
class BasketController {

	private static final String BASKET = "/kits/basket";

	/**
	 * The pages with a button to pick: lists and questions. Others are not redirected to.
	 */
	private static final Pattern PICKED_FROM = Pattern.compile("/questions(/[0-9]{1,18})?+(\\?[!-\\[\\]-~]*+)?+");

	private final Basket basket;

	private final PinnedQuestions questions;

	BasketController(Basket basket, PinnedQuestions questions) {
		this.basket = basket;
		this.questions = questions;
	}

	@GetMapping
	String show(Viewer viewer, Model model) {
		var picked = this.questions.read(this.questions.pin(this.basket.of(viewer)));
		model.addAttribute("picked", picked);
		model.addAttribute("minutes", picked.stream().mapToInt((one) -> one.pinned().minutes()).sum());
		return "kit/basket";
	}

	@PostMapping
	String add(@RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String back,
			Viewer viewer, RedirectAttributes next) {
		var id = existing(question);
		if (!this.basket.add(id, viewer)) {
			next.addFlashAttribute("notice",
					"Your next kit has %d questions already, which is the maximum.".formatted(KitDraft.MAX_QUESTIONS));
			return "redirect:" + BASKET;
		}
		return redirect(back);
	}

	@PostMapping("/removal")
	String remove(@RequestParam(defaultValue = "") String question, @RequestParam(defaultValue = "") String back,
			Viewer viewer) {
		this.basket.remove(KitForm.number(question).stream().toList(), viewer);
		return redirect(back);
	}

	/** Returns the number of a question that interviewers see. */
	private long existing(String question) {
		return KitForm.number(question)
			.flatMap(this.questions::find)
			.map(QuestionDetails::id)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	private static String redirect(String back) {
		// A brace would be a variable of the redirect's address.
		return "redirect:" + (PICKED_FROM.matcher(back).matches() && !back.contains("{") ? back : BASKET);
	}

}
