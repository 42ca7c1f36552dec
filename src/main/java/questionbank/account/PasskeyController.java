package questionbank.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Registers and removes the passkeys of the signed-in account. */
@Controller
@RequestMapping("/account/passkeys")
@Route(access = AccessLevel.CANDIDATE, section = "account")
class PasskeyController {

	private final AccountModel model;

	private final Passkeys passkeys;

	PasskeyController(AccountModel model, Passkeys passkeys) {
		this.model = model;
		this.passkeys = passkeys;
	}

	/**
	 * Returns WebAuthn creation options with a new challenge, once the person has
	 * confirmed their password, if they have one.
	 */
	@PostMapping("/options")
	ResponseEntity<String> start(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("passkeyForm") PasskeyForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (person.hasPassword() && !this.model.isConfirmed(person, form.owner(), "owner", errors, response)) {
			var status = errors.hasFieldErrors() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.TOO_MANY_REQUESTS;
			var message = errors.getAllErrors().get(0).getDefaultMessage();
			return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(message);
		}
		return ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.passkeys.startRegistration(person, request));
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("passkeyForm") PasskeyForm form, BindingResult errors, Model model,
			HttpServletRequest request, RedirectAttributes after) {
		if (!this.passkeys.register(person, form.name(), form.credential(), request)) {
			errors.reject("refused", "No passkey was added. Please try again; an account can have at most "
					+ Passkeys.MAX_PASSKEYS + ".");
			return AccountModel.view(person, model);
		}
		after.addFlashAttribute("notice", "Passkey added. You can sign in with it now.");
		return "redirect:/account";
	}

	@Idempotent
	@PostMapping("/{id:[A-Za-z0-9_-]{1,1400}}/removal")
	String remove(@ModelAttribute(name = "person", binding = false) PersonSummary person, @PathVariable String id,
			RedirectAttributes after) {
		this.passkeys.remove(person, id);
		after.addFlashAttribute("notice", "Passkey removed.");
		return "redirect:/account";
	}

}
