package questionbank.account;

import java.util.Locale;

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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Lists people, and changes their roles and access. */
@Controller
@RequestMapping("/people")
@Route(access = AccessLevel.ADMINISTRATOR, section = "people", subject = "person")
class PeopleController {

	private final People people;

	private final PeopleModel peopleModel;

	PeopleController(People people, PeopleModel peopleModel) {
		this.people = people;
		this.peopleModel = peopleModel;
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page,
			Model model) {
		return this.peopleModel.list(FormRules.typed(q).toLowerCase(Locale.ROOT), page, model);
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, Model model) {
		var person = find(id);
		model.addAttribute("form", PersonForm.of(person));
		return this.peopleModel.person(person, model);
	}

	@Idempotent
	@PostMapping("/{id:[0-9]{1,18}}")
	String update(@PathVariable long id, @Valid @ModelAttribute("form") PersonForm form, BindingResult errors,
			Model model, RedirectAttributes after) {
		var before = find(id);
		if (!errors.hasErrors()) {
			this.peopleModel.update(id, form, errors, model);
		}
		if (errors.hasErrors()) {
			return this.peopleModel.person(find(id), model);
		}
		after.addFlashAttribute("notice", before.equals(find(id)) ? "Saved. Nothing has changed."
				: "Saved. " + before.name() + " is signed out.");
		return "redirect:/people/" + id;
	}

	@Idempotent
	@PostMapping("/{id:[0-9]{1,18}}/reset")
	String reset(@PathVariable long id, Viewer viewer, Model model) {
		var person = find(id);
		model.addAttribute("form", PersonForm.of(person));
		model.addAttribute("link", this.peopleModel.reset(id, viewer).orElse(null));
		return this.peopleModel.person(person, model);
	}

	private PersonSummary find(long id) {
		return this.people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
