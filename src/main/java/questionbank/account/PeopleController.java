package questionbank.account;

import java.util.Locale;

import jakarta.servlet.http.HttpServletResponse;

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

import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For administrators: who there is, what they may do, and a way in for others. */
@Controller
@RequestMapping("/people")
@Route(access = AccessLevel.ADMINISTRATOR, section = "people")
class PeopleController {

	private final People people;

	private final PeoplePages pages;

	PeopleController(People people, PeoplePages pages) {
		this.people = people;
		this.pages = pages;
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") String page,
			Model model) {
		return this.pages.list(FormRules.typed(q).toLowerCase(Locale.ROOT), page, model);
	}

	@Idempotent
	@PostMapping("/invitations")
	String invite(@ModelAttribute("form") InvitationForm form, BindingResult errors, Model model,
			HttpServletResponse response) {
		form.check(errors);
		var secret = errors.hasErrors() ? null : this.pages.invite(form, errors);
		if (secret == null) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		}
		model.addAttribute("link", secret);
		return this.pages.list("", "1", model);
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, Model model) {
		var person = find(id);
		model.addAttribute("form", PersonForm.of(person));
		return this.pages.person(person, model);
	}

	@Idempotent
	@PostMapping("/{id:[0-9]{1,18}}")
	String update(@PathVariable long id, @ModelAttribute("form") PersonForm form, BindingResult errors, Model model,
			HttpServletResponse response, RedirectAttributes after) {
		find(id);
		var status = this.pages.update(id, form, errors, model);
		if (status.isError()) {
			response.setStatus(status.value());
			return this.pages.person(find(id), model);
		}
		after.addFlashAttribute("said", "It is saved, and counts at once.");
		return "redirect:/people/" + id;
	}

	@Idempotent
	@PostMapping("/{id:[0-9]{1,18}}/reset")
	String reset(@PathVariable long id, Model model) {
		var person = find(id);
		model.addAttribute("form", PersonForm.of(person));
		model.addAttribute("link", this.pages.reset(id));
		return this.pages.person(person, model);
	}

	private PersonSummary find(long id) {
		return this.people.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
