package questionbank.kit;

import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves interviewers: proposes balanced kits with their balance figures, and saves them.
 */
@Controller
@RequestMapping("/kits/composition")
@Route(access = AccessLevel.INTERVIEWER, section = "kits")
class CompositionController {

	private final CompositionModel page;

	private final Kits kits;

	CompositionController(CompositionModel page, Kits kits) {
		this.page = page;
		this.kits = kits;
	}

	@GetMapping
	String show(@Valid @ModelAttribute("form") CompositionForm form, BindingResult errors, Model model) {
		if (form.isEmpty()) {
			return this.page.form(CompositionForm.usual(), model);
		}
		this.page.propose(form, errors, model);
		return this.page.view(model);
	}

	@Idempotent
	@PostMapping
	String create(@Valid @ModelAttribute("form") CompositionForm form, BindingResult errors, Viewer viewer, Model model,
			RedirectAttributes next) {
		var proposals = this.page.propose(form, errors, model);
		if (errors.hasErrors()) {
			return this.page.view(model);
		}
		var ids = this.kits.addAll(CompositionModel.drafts(form, proposals), viewer.name());
		next.addFlashAttribute("notice", (ids.size() == 1) ? "The kit is saved." : "The kits are saved.");
		return (ids.size() == 1) ? "redirect:/kits/" + ids.get(0) : "redirect:/kits";
	}

}
