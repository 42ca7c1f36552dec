package questionbank.account;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** For whoever was given a link: choose a new password. */
@Controller
@RequestMapping("/resets/{secret:" + Secrets.PATTERN + "}")
class ResetController {

	private static final String VIEW = "account/reset";

	private final Accounts accounts;

	private final Attempts attempts;

	ResetController(Accounts accounts, Attempts attempts) {
		this.accounts = accounts;
		this.attempts = attempts;
	}

	@GetMapping
	String show(@PathVariable String secret, @ModelAttribute("form") EntryForm form, Model model,
			HttpServletResponse response) {
		var person = this.accounts.findByReset(secret);
		return person.isPresent() ? page(person.get(), model) : isVoid(response);
	}

	@PostMapping
	String create(@PathVariable String secret, @ModelAttribute("form") EntryForm form, BindingResult mistakes,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		var slow = this.attempts.from(request.getRemoteAddr()).isTooMany(mistakes, response);
		var found = this.accounts.findByReset(secret);
		if (found.isEmpty()) {
			return isVoid(response);
		}
		var person = found.get();
		if (slow) {
			return page(person, model);
		}
		FormRules.checkPassword(form.password(), List.of(person.email(), person.name()), mistakes);
		if (mistakes.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(person, model);
		}
		if (this.accounts.reset(secret, form.password()).isEmpty()) {
			return isVoid(response);
		}
		new SecurityContextLogoutHandler().logout(request, response, null);
		return "redirect:/sign-in?said=changed";
	}

	private static String page(PersonSummary person, Model model) {
		model.addAttribute("person", person);
		return VIEW;
	}

	private static String isVoid(HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "account/void";
	}

}
