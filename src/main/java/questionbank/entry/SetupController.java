package questionbank.entry;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Registration;
import questionbank.ratelimit.RateLimiter;
import questionbank.web.Idempotent;

/** For whoever can read the log: become the first administrator. */
@Controller
@RequestMapping("/setup")
class SetupController {

	private static final String VIEW = "entry/setup";

	private final Registration registration;

	private final RateLimiter rateLimiter;

	private final Entrance entrance;

	SetupController(Registration registration, RateLimiter rateLimiter, Entrance entrance) {
		this.registration = registration;
		this.rateLimiter = rateLimiter;
		this.entrance = entrance;
	}

	@ModelAttribute
	void closeOnceThereIsAnAdministrator() {
		if (this.registration.hasAdministrator()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
	}

	@GetMapping
	String show(@ModelAttribute("form") EntryForm form) {
		return VIEW;
	}

	@Idempotent
	@PostMapping
	String create(@ModelAttribute("form") EntryForm form, BindingResult mistakes, HttpServletRequest request,
			HttpServletResponse response) {
		if (this.rateLimiter.consumeLink(request.getRemoteAddr()).rejectIfLimited(mistakes, response)) {
			return VIEW;
		}
		form.check(mistakes);
		if (!this.registration.isSetup(form.token())) {
			mistakes.rejectValue("token", "void", "This is not the code that the log had at the last start.");
		}
		if (!mistakes.hasErrors()) {
			var added = Registration.unlessTaken(
					() -> this.registration.makeFirst(form.token(), form.address(), form.name(), form.password()));
			if (added.isPresent()) {
				this.entrance.admit(added.get(), request, response);
				return "redirect:/people";
			}
			mistakes.rejectValue("email", "taken", "There is an account of this address already. Take another.");
		}
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		return VIEW;
	}

}
