package questionbank.account;

import jakarta.validation.Valid;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.ErrorCode;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Shows the signed-in account and changes its name. */
@Controller
@RequestMapping("/account")
@Route(access = AccessLevel.CANDIDATE, section = "account")
class AccountController {

	private final Accounts accounts;

	AccountController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String show(@ModelAttribute(name = "person", binding = false) PersonSummary person, Model model) {
		return AccountModel.view(person, model);
	}

	@Idempotent
	@PostMapping("/name")
	String rename(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@Valid @ModelAttribute("nameForm") NameForm form, BindingResult errors, Model model,
			RedirectAttributes after) {
		if (errors.hasErrors()) {
			return AccountModel.view(person, model);
		}
		var now = this.accounts.rename(person.id(), form.name(), form.version()).orElse(person);
		if (!now.name().equals(form.name())) {
			errors.rejectValue("name", ErrorCode.CONFLICT, "The name has been changed to “" + now.name()
					+ "” in the meantime. Save again to make it “" + form.name() + "”.");
			model.addAttribute("version", now.version());
			return AccountModel.view(now, model);
		}
		after.addFlashAttribute("notice", "Name saved.");
		return "redirect:/account";
	}

}
