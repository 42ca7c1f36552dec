package questionbank.account;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Signs the account out on every device, or deletes it. */
@Controller
@Route(access = AccessLevel.CANDIDATE, section = "account")
class AccountExitController {

	private final AccountModel model;

	private final Accounts accounts;

	AccountExitController(AccountModel model, Accounts accounts) {
		this.model = model;
		this.accounts = accounts;
	}

	@PostMapping("/account/sign-out")
	String signOutEverywhere(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			HttpServletRequest request, HttpServletResponse response) {
		this.accounts.signOutEverywhere(person.id());
		new SecurityContextLogoutHandler().logout(request, response, null);
		return "redirect:/sign-in?said=everywhere";
	}

	@PostMapping("/account/removal")
	String remove(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("removalForm") RemovalForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response) {
		var isConfirmed = person.hasPassword()
				? this.model.isConfirmed(person, form.confirmation(), "confirmation", errors, response)
				: AccountModel.isTyped(person, form.confirmation(), "confirmation", errors);
		if (!isConfirmed) {
			return AccountModel.view(person, model);
		}
		if (!this.accounts.remove(person.id())) {
			errors.rejectValue("confirmation", "last",
					"You are the last administrator. Make another person an administrator first.");
			return AccountModel.view(person, model);
		}
		new SecurityContextLogoutHandler().logout(request, response, null);
		return "redirect:/sign-in?said=deleted";
	}

	/**
	 * The form to delete one's account.
	 *
	 * @param confirmation the password, or the e-mail address if there is none, required
	 * so that a borrowed browser cannot delete the account
	 */
	record RemovalForm(String confirmation) {

		RemovalForm(@Nullable String confirmation) {
			this.confirmation = Objects.requireNonNullElse(confirmation, "");
		}

	}

}
