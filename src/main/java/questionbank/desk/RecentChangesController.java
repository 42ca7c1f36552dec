package questionbank.desk;

import jakarta.validation.ConstraintViolationException;

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
import questionbank.desk.RecentChanges.Position;
import questionbank.question.QuestionBank;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves administrators: lists what was done at the desk, and undoes changes to single
 * questions.
 */
@Controller
@RequestMapping("/questions")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class RecentChangesController {

	private final QuestionBank bank;

	private final RecentChanges changes;

	RecentChangesController(QuestionBank bank, RecentChanges changes) {
		this.bank = bank;
		this.changes = changes;
	}

	@GetMapping("/changes")
	String index(@RequestParam(defaultValue = "") String before, @RequestParam(defaultValue = "") String marked,
			Viewer viewer, Model model) {
		model.addAttribute("timeline", this.changes.list(Position.of(before, marked), viewer));
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

}
