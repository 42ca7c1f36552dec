package questionbank.account;

import jakarta.servlet.http.HttpServletRequest;
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

/** For whoever was given a link: accept an invitation. */
@Controller
@RequestMapping("/invitations/{secret:" + Secrets.PATTERN + "}")
class InvitationController {

	private static final String VIEW = "account/invitation";

	private final Accounts accounts;

	private final Attempts attempts;

	private final Entrance entrance;

	InvitationController(Accounts accounts, Attempts attempts, Entrance entrance) {
		this.accounts = accounts;
		this.attempts = attempts;
		this.entrance = entrance;
	}

	@GetMapping
	String show(@PathVariable String secret, @ModelAttribute("form") EntryForm form, Model model,
			HttpServletResponse response) {
		var invitation = this.accounts.findInvitation(secret);
		return invitation.isPresent() ? page(invitation.get(), model) : isVoid(response);
	}

	@PostMapping
	String create(@PathVariable String secret, @ModelAttribute("form") EntryForm form, BindingResult mistakes,
			Model model, HttpServletRequest request, HttpServletResponse response) {
		var slow = this.attempts.from(request.getRemoteAddr()).isTooMany(mistakes, response);
		var found = this.accounts.findInvitation(secret);
		if (found.isEmpty()) {
			return isVoid(response);
		}
		var invitation = found.get();
		if (slow) {
			return page(invitation, model);
		}
		form.check(invitation.email(), mistakes);
		if (mistakes.hasErrors()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return page(invitation, model);
		}
		var accepted = Accounts.unlessTaken(() -> this.accounts.accept(secret, form.name(), form.password()));
		if (accepted.isEmpty()) {
			return isVoid(response);
		}
		this.entrance.admit(accepted.get(), request, response);
		return "redirect:/account";
	}

	private static String page(Accounts.Invitation invitation, Model model) {
		model.addAttribute("invitation", invitation);
		return VIEW;
	}

	private static String isVoid(HttpServletResponse response) {
		response.setStatus(HttpStatus.NOT_FOUND.value());
		return "account/void";
	}

}
