package questionbank.kit;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
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
import questionbank.web.Idempotent;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: lists kits, shows one, and updates its pinned questions. */
@Controller
@RequestMapping("/kits")
@Route(access = AccessLevel.INTERVIEWER, section = "kits", subject = "kit")
class KitsController {

	private static final int PAGE_SIZE = 50;

	private static final String ID = "/{id:[0-9]{1,18}}";

	private final Kits kits;

	private final PinnedQuestions questions;

	private final List<String> fragments;

	KitsController(Kits kits, PinnedQuestions questions, ObjectProvider<KitFragment> fragments) {
		this.kits = kits;
		this.questions = questions;
		this.fragments = fragments.orderedStream().map(KitFragment::template).toList();
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "1") String page, Model model) {
		var number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
		var paging = Paging.of(number, PAGE_SIZE, this.kits.count(), Integer.MAX_VALUE);
		if (number < 1 || paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("paging", paging);
		var kits = this.kits.list(number - 1, PAGE_SIZE);
		model.addAttribute("kits", kits);
		model.addAttribute("outdated",
				this.questions.countOutdated(this.kits.questions(kits.stream().map(KitSummary::id).toList())));
		return "kit/index";
	}

	@GetMapping(ID)
	String show(@PathVariable long id, Model model) {
		var kit = find(id);
		model.addAttribute("kit", kit);
		model.addAttribute("questions", this.questions.read(kit.content().questions()));
		model.addAttribute("kitFragments", this.fragments);
		return "kit/show";
	}

	/** Pins the present revision of a question. */
	@Idempotent
	@PostMapping(ID + "/questions/{question:[0-9]{1,18}}/revision")
	String pinPresent(@PathVariable long id, @PathVariable long question, Viewer viewer, RedirectAttributes next) {
		var present = this.questions.find(question)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		this.kits.pin(find(id).id(), present, viewer.name());
		next.addFlashAttribute("notice",
				"The kit now has revision %d of question %d.".formatted(present.version(), question));
		return "redirect:/kits/" + id;
	}

	@Idempotent
	@PostMapping(ID + "/removal")
	String remove(@PathVariable long id, RedirectAttributes next) {
		var kit = find(id);
		this.kits.remove(id);
		next.addFlashAttribute("notice", "“" + kit.content().title() + "” is deleted.");
		return "redirect:/kits";
	}

	private KitDetails find(long id) {
		return this.kits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
