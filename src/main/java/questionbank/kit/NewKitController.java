package questionbank.kit;

import java.util.List;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves interviewers: adds a kit of the picked questions or a copy of another, and
 * arranges the questions of the form in browsers without scripts.
 */
@Controller
@RequestMapping("/kits")
@Route(access = AccessLevel.INTERVIEWER, section = "kits")
class NewKitController {

	private final Kits kits;

	private final KitModel page;

	private final Basket basket;

	private final PinnedQuestions questions;

	NewKitController(Kits kits, KitModel page, Basket basket, PinnedQuestions questions) {
		this.kits = kits;
		this.page = page;
		this.basket = basket;
		this.questions = questions;
	}

	/** Shows the form of a new kit: of the picked questions, or a copy of another kit. */
	@GetMapping("/new")
	String add(@RequestParam(defaultValue = "") String copy, Viewer viewer, Model model) {
		var copied = KitForm.number(copy).flatMap(this.kits::find).map(KitDetails::content);
		return this.page.form(
				copied.map((content) -> KitForm.of(content.copied(), ""))
					.orElseGet(() -> KitForm.EMPTY.withAdded(picked(viewer))),
				copied.map(KitDraft::questions).orElse(List.of()), viewer, model);
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute(KitModel.FORM) KitForm typed, @RequestParam MultiValueMap<String, String> parameters,
			Viewer viewer, Model model, RedirectAttributes next) {
		var form = this.page.pinned(typed.withRows(parameters));
		var errors = this.page.put(form, model);
		this.page.check(form, List.of(), errors);
		if (errors.hasErrors()) {
			return this.page.view(form, List.of(), viewer, model);
		}
		var draft = form.draft();
		var id = this.kits.add(draft, viewer.name());
		this.basket.remove(draft.questions().stream().map(KitQuestion::question).toList(), viewer);
		next.addFlashAttribute("notice", "The kit is saved.");
		return "redirect:/kits/" + id;
	}

	/**
	 * Shows the form with its questions arranged otherwise, without saving it: what the
	 * buttons do in a browser without scripts.
	 */
	@PostMapping("/arrangement")
	String arrange(@ModelAttribute(KitModel.FORM) KitForm typed, @RequestParam MultiValueMap<String, String> parameters,
			@RequestParam(defaultValue = "") String kit, @RequestParam(defaultValue = "") String step, Viewer viewer,
			Model model) {
		var edited = KitForm.number(kit).flatMap(this.kits::find);
		edited.ifPresent((found) -> model.addAttribute("kit", found));
		var form = this.page.pinned(typed.withRows(parameters));
		return this.page.form(step.equals("addition") ? form.withAdded(picked(viewer)) : form.arranged(step),
				edited.map(KitDetails::content).map(KitDraft::questions).orElse(List.of()), viewer, model);
	}

	private List<KitQuestion> picked(Viewer viewer) {
		return this.questions.pin(this.basket.of(viewer));
	}

}
