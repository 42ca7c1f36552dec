package questionbank.kit;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: edits a kit, and merges concurrent edits by field. */
@Controller
@RequestMapping("/kits/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.INTERVIEWER, section = "kits", subject = "kit")
class KitEditorController {

	private final Kits kits;

	private final KitModel page;

	private final Basket basket;

	KitEditorController(Kits kits, KitModel page, Basket basket) {
		this.kits = kits;
		this.page = page;
		this.basket = basket;
	}

	@GetMapping("/edit")
	String edit(@PathVariable long id, Viewer viewer, Model model) {
		var kit = find(id);
		model.addAttribute("kit", kit);
		return this.page.form(KitForm.of(kit.content(), Integer.toString(kit.version())), kit.content().questions(),
				viewer, model);
	}

	@Idempotent
	@PostMapping
	String update(@PathVariable long id, @ModelAttribute(KitModel.FORM) KitForm typed,
			@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, Model model,
			RedirectAttributes next) {
		model.addAttribute("kit", find(id));
		var base = typed.baseVersion().flatMap((version) -> this.kits.revision(id, version));
		var read = this.page.pinned(typed.withRows(parameters));
		var form = base.map(read::resolvedWith).orElse(read);
		var errors = this.page.put(form, model);
		var before = base.map(KitDraft::questions).orElse(List.of());
		this.page.check(form, before, errors);
		if (base.isEmpty()) {
			errors.reject("version", "The form has lost the number of the revision that you edited. "
					+ "Compare it with the present revision before you save it.");
		}
		if (errors.hasErrors()) {
			return this.page.view(form, before, viewer, model);
		}
		var edit = this.kits.edit(id, form.baseVersion().orElseThrow(), form.draft(), viewer.name())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		if (edit instanceof Kits.EditResult.Conflict conflict) {
			return this.page.conflict(conflict, viewer, model);
		}
		this.basket.remove(form.draft().questions().stream().map(KitQuestion::question).toList(), viewer);
		next.addFlashAttribute("notice", KitModel.notice((Kits.EditResult.Saved) edit));
		return "redirect:/kits/" + id;
	}

	private KitDetails find(long id) {
		return this.kits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
