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

import questionbank.web.AccessLevel;
import questionbank.web.Idempotent;
import questionbank.web.Route;

/** For everybody who has signed in: passkeys to come in by. */
@Controller
@RequestMapping("/account/passkeys")
@Route(access = AccessLevel.CANDIDATE, section = "account")
class PasskeyController {

	private final OwnAccount own;

	private final Passkeys passkeys;

	PasskeyController(OwnAccount own, Passkeys passkeys) {
		this.own = own;
		this.passkeys = passkeys;
	}

	/** What the browser is to make. */
	@PostMapping("/options")
	ResponseEntity<String> offer(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("passkeyForm") PasskeyForm form, BindingResult errors, HttpServletRequest request,
			HttpServletResponse response) {
		if (person.hasPassword() && !this.own.isConfirmed(person, form.owner(), "owner", errors, response)) {
			var said = errors.getAllErrors().get(0).getDefaultMessage();
			return ResponseEntity.status(response.getStatus()).contentType(MediaType.TEXT_PLAIN).body(said);
		}
		return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(this.passkeys.offer(person, request));
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute(name = "person", binding = false) PersonSummary person,
			@ModelAttribute("passkeyForm") PasskeyForm form, BindingResult errors, Model model,
			HttpServletRequest request, HttpServletResponse response, RedirectAttributes after) {
		if (!this.passkeys.add(person, form.name(), form.credential(), request)) {
			errors.reject("refused",
					"No passkey was added. Please try it again; there can be at most " + Passkeys.MOST + ".");
			return OwnAccount.mistaken(HttpStatus.UNPROCESSABLE_CONTENT, person, model, response);
		}
		after.addFlashAttribute("said", "Your passkey is saved. You can sign in with it from now on.");
		return "redirect:/account";
	}

	@Idempotent
	@PostMapping("/{id:[A-Za-z0-9_-]{1,1400}}/removal")
	String remove(@ModelAttribute(name = "person", binding = false) PersonSummary person, @PathVariable String id,
			RedirectAttributes after) {
		this.passkeys.remove(person, id);
		after.addFlashAttribute("said", "The passkey opens your account no more.");
		return "redirect:/account";
	}

}
