package questionbank.desk;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.web.Idempotent;
import questionbank.web.Markdown;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: lists, compares and restores revisions of a question. */
@Controller
@RequestMapping("/questions/{id:[0-9]{1,18}}/revisions")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk", subject = "version")
class QuestionHistoryController {

	private static final int PAGE_SIZE = 50;

	private static final String NUMBER = "[1-9][0-9]{0,8}";

	private final QuestionBank bank;

	private final EditModel page;

	QuestionHistoryController(QuestionBank bank, EditModel page) {
		this.bank = bank;
		this.page = page;
	}

	@GetMapping
	String index(@PathVariable long id, @RequestParam(defaultValue = "") String before, Viewer viewer, Model model) {
		addQuestion(id, viewer, model);
		var from = before.matches(NUMBER) ? Integer.parseInt(before) : Integer.MAX_VALUE;
		var entries = this.bank.history(id, from, PAGE_SIZE);
		model.addAttribute("entries", entries);
		model.addAttribute("earlier", entries.isEmpty() || entries.get(entries.size() - 1).revision().number() == 1
				? null : entries.get(entries.size() - 1).revision().number());
		return "desk/revisions";
	}

	/** Redirects to the comparison of two chosen revisions. */
	@GetMapping(params = { "from", "to" })
	String choose(@PathVariable long id, @RequestParam String from, @RequestParam String to) {
		if (!from.matches(NUMBER) || !to.matches(NUMBER)) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
		}
		return "redirect:/questions/" + id + "/revisions/" + from + ".." + to;
	}

	@GetMapping("/{number:" + NUMBER + "}")
	String show(@PathVariable long id, @PathVariable int number, Viewer viewer, Model model) {
		addQuestion(id, viewer, model);
		var revision = this.bank.revision(id, number).orElseThrow(missing());
		model.addAttribute("revision", revision);
		model.addAttribute("answer", Markdown.toHtml(revision.content().sampleAnswer()));
		return "desk/revision";
	}

	@GetMapping("/{from:" + NUMBER + "}..{to:" + NUMBER + "}")
	String compare(@PathVariable long id, @PathVariable int from, @PathVariable int to, Viewer viewer, Model model) {
		addQuestion(id, viewer, model);
		var before = this.bank.revision(id, from).orElseThrow(missing());
		var after = this.bank.revision(id, to).orElseThrow(missing());
		model.addAttribute("before", before);
		model.addAttribute("after", after);
		model.addAttribute("changes", FieldDiff.between(before.content(), after.content()));
		return "desk/comparison";
	}

	/** Restores a revision by a new one; the editor opens what breaks a rule. */
	@Idempotent
	@PostMapping("/{number:" + NUMBER + "}/restoration")
	String restore(@PathVariable long id, @PathVariable int number, Viewer viewer, Model model,
			RedirectAttributes next) {
		var earlier = this.bank.revision(id, number).orElseThrow(missing()).content();
		UnaryOperator<QuestionDraft> change = (now) -> earlier.as(now.status()).meantFor(now.audience());
		var reason = "Restored revision " + number;
		try {
			var changed = this.bank.write(viewer.name(), (questions) -> questions.change(List.of(id), change, reason));
			next.addFlashAttribute("notice",
					changed.isEmpty() ? "The question already has this content, so there is no new revision."
							: "Revision " + number + " is restored. Status and audience are unchanged, and the "
									+ "revision before it remains in the history.");
			return "redirect:/questions/" + id + "/revisions";
		}
		catch (ConstraintViolationException ex) {
			return this.page.refuse(id, change, reason, viewer, model);
		}
	}

	private void addQuestion(long id, Viewer viewer, Model model) {
		model.addAttribute("question", this.bank.find(id, viewer).orElseThrow(missing()));
	}

	private static Supplier<ResponseStatusException> missing() {
		return () -> new ResponseStatusException(HttpStatus.NOT_FOUND);
	}

}
