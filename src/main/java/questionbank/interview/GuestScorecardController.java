package questionbank.interview;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.SecretTokens;
import questionbank.account.Viewer;
import questionbank.web.Idempotent;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves guests: the scorecard that their link opens, until the interview is closed or
 * the link is withdrawn. People who can open the interview as themselves are refused, so
 * that they do not see a guest's scores by the link.
 */
@Controller
@RequestMapping("/scorecards/{token:" + SecretTokens.PATTERN + "}")
@Route(access = AccessLevel.EVERYONE)
class GuestScorecardController {

	private final GuestLinks links;

	private final ScorecardPage page;

	GuestScorecardController(GuestLinks links, ScorecardPage page) {
		this.links = links;
		this.page = page;
	}

	@GetMapping
	String show(@PathVariable String token, Viewer viewer, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		return this.page.show(this.links.find(token, viewer, request, response), address(token), model);
	}

	@PostMapping
	String save(@PathVariable String token, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			Model model, RedirectAttributes next, HttpServletRequest request, HttpServletResponse response) {
		return this.page.save(this.links.bind(token, viewer, request, response), address(token), parameters, model,
				next);
	}

	@PostMapping(headers = ScorecardPage.AUTOSAVE)
	ResponseEntity<ScorecardPage.Reply> autosave(@PathVariable String token,
			@RequestParam MultiValueMap<String, String> parameters, Viewer viewer, HttpServletRequest request,
			HttpServletResponse response) {
		return this.page.autosave(this.links.bind(token, viewer, request, response), parameters);
	}

	@Idempotent
	@PostMapping("/submission")
	String submit(@PathVariable String token, @RequestParam MultiValueMap<String, String> parameters, Viewer viewer,
			Model model, RedirectAttributes next, HttpServletRequest request, HttpServletResponse response) {
		return this.page.submit(this.links.bind(token, viewer, request, response), address(token), parameters, model,
				next, address(token));
	}

	@ExceptionHandler
	ModelAndView ended(ResponseStatusException ex) {
		var page = new ModelAndView("interview/link-ended");
		page.setStatus(HttpStatus.valueOf(ex.getStatusCode().value()));
		page.addObject("reason", ex.getReason());
		return page;
	}

	private static String address(String token) {
		return "/scorecards/" + token;
	}

}
