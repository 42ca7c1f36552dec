package questionbank.desk;

import java.time.Instant;
import java.util.List;

import jakarta.validation.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionBulk.BankChange;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: lists the changes to all questions, and undoes single ones. */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class RecentChangesController {

	private static final int PAGE_SIZE = 20;

	private final QuestionBank bank;

	private final QuestionBulk bulk;

	RecentChangesController(QuestionBank bank, QuestionBulk bulk) {
		this.bank = bank;
		this.bulk = bulk;
	}

	@GetMapping("/changes")
	String index(@RequestParam(defaultValue = "") String before, Model model) {
		var from = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
		var found = this.bulk.recent(from, PAGE_SIZE + 1);
		var shown = found.subList(0, Math.min(PAGE_SIZE, found.size()));
		model.addAttribute("changes", shown.stream().map(ChangeView::of).toList());
		model.addAttribute("earlier", (found.size() > PAGE_SIZE) ? shown.get(PAGE_SIZE - 1).id() : null);
		return "desk/changes";
	}

	/** Undoes a revision, except in fields that were changed again. */
	@Idempotent
	@PostMapping("/{id:[0-9]{1,18}}/revisions/{number:[1-9][0-9]{0,8}}/reversal")
	String undo(@PathVariable long id, @PathVariable int number, @RequestParam(defaultValue = "") String list,
			Viewer viewer, RedirectAttributes next) {
		try {
			var undone = this.bank.write(viewer.name(), (questions) -> {
				var before = questions.details(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
				var after = questions.undo(id, number)
					.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
				return (after == before.version()) ? 0 : after;
			});
			if (undone == 0) {
				next.addFlashAttribute("notice", "Nothing was left to undo.");
			}
			else {
				next.addFlashAttribute("notice", (number == 1) ? "The new question is retired."
						: "Version " + number + " is undone. Saved as version " + undone + ".");
				new SavedNotice(id, undone, SavedNotice.listQuery(list)).addTo(next);
			}
		}
		catch (ConstraintViolationException ex) {
			next.addFlashAttribute("notice", "Nothing is undone, as the earlier content breaks a rule: "
					+ ex.getConstraintViolations().iterator().next().getMessage());
		}
		return "redirect:/questions/" + id;
	}

	/** A change in the list. */
	record ChangeView(@Nullable Long batch, long size, long question, int number, String prompt, String author,
			String reason, Instant createdAt, List<FieldDiff> changes) {

		static ChangeView of(BankChange made) {
			var change = made.change();
			return new ChangeView(made.batch(), made.size(), change.question(), made.number(), change.after().prompt(),
					made.author(), made.reason(), made.createdAt(),
					(made.batch() != null) ? List.of() : FieldDiff.between(change.before(), change.after()));
		}

	}

}
