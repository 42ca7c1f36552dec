package questionbank.interview;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.interview.Scorecards.SaveResult;
import questionbank.interview.Scorecards.SubmitResult;
import questionbank.kit.Rating;
import questionbank.web.ErrorCode;

/**
 * Shows, saves and submits a scorecard, for panellists with an account and for guests.
 */
@Component
class ScorecardPage {

	/** The header of requests of the script that saves while a panellist types. */
	static final String AUTOSAVE = "X-Requested-With=scorecard";

	private static final String FORM = "form";

	private static final String VIEW = "interview/scorecard";

	private final Scorecards scorecards;

	ScorecardPage(Scorecards scorecards) {
		this.scorecards = scorecards;
	}

	/**
	 * Shows a scorecard.
	 * @param address of the scorecard
	 */
	String show(ScorecardView scorecard, String address, Model model) {
		var fields = scorecard.content().fields();
		put(scorecard, address, fields, scorecard.version(), errors(fields), model);
		return VIEW;
	}

	/** Saves the form, and shows it again if it is refused. */
	String save(ScorecardView scorecard, String address, MultiValueMap<String, String> parameters, Model model,
			RedirectAttributes next) {
		var form = ScorecardForm.of(parameters, scorecard);
		if (!isSaved(scorecard, address, form, model)) {
			return VIEW;
		}
		next.addFlashAttribute("notice", "Saved.");
		return "redirect:" + address;
	}

	/** Saves the form, then submits the scorecard. */
	String submit(ScorecardView scorecard, String address, MultiValueMap<String, String> parameters, Model model,
			RedirectAttributes next, String after) {
		var form = ScorecardForm.of(parameters, scorecard);
		if (!isSaved(scorecard, address, form, model)) {
			return VIEW;
		}
		var result = this.scorecards.submit(scorecard, "true".equals(parameters.getFirst("anyway")));
		if (result instanceof SubmitResult.Incomplete incomplete) {
			return incomplete(scorecard, address, incomplete, model);
		}
		if (result instanceof SaveResult.Locked locked) {
			return locked(scorecard, address, form, locked, model);
		}
		next.addFlashAttribute("notice", "Your scorecard is submitted and locked.");
		return "redirect:" + after;
	}

	private boolean isSaved(ScorecardView scorecard, String address, ScorecardForm form, Model model) {
		var fields = form.fields(scorecard.content());
		var errors = errors(fields);
		form.check(scorecard, errors);
		put(scorecard, address, fields, form.base(), errors, model);
		if (errors.hasErrors()) {
			return false;
		}
		var result = this.scorecards.save(scorecard, form);
		if (result instanceof SaveResult.Conflict conflict) {
			var conflicts = errors(conflict.fields());
			conflicts.reject(ErrorCode.CONFLICT, "Another window has saved other text in the same fields. Compare both "
					+ "below. Save again to keep the text of this window.");
			put(scorecard, address, conflict.fields(), conflict.version(), conflicts, model);
			model.addAttribute("theirs", conflict.theirs());
		}
		else if (result instanceof SaveResult.Locked locked) {
			locked(scorecard, address, form, locked, model);
		}
		return result instanceof SaveResult.Saved;
	}

	private static String locked(ScorecardView scorecard, String address, ScorecardForm form, SaveResult.Locked locked,
			Model model) {
		var fields = form.fields(scorecard.content());
		var errors = errors(fields);
		errors.reject(ErrorCode.CONFLICT, locked.message());
		put(scorecard, address, fields, form.base(), errors, model);
		return VIEW;
	}

	private static String incomplete(ScorecardView scorecard, String address, SubmitResult.Incomplete incomplete,
			Model model) {
		var errors = new MapBindingResult(Map.of(), FORM);
		errors.reject("incomplete", "The scorecard is incomplete.");
		model.addAttribute("scorecard", scorecard);
		model.addAttribute("address", address);
		model.addAttribute("incomplete", incomplete);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		return "interview/incomplete";
	}

	/** Saves the form for a script. */
	ResponseEntity<Reply> autosave(ScorecardView scorecard, MultiValueMap<String, String> parameters) {
		var form = ScorecardForm.of(parameters, scorecard);
		var errors = errors(form.fields(scorecard.content()));
		form.check(scorecard, errors);
		if (errors.hasErrors()) {
			var messages = new LinkedHashMap<String, String>();
			errors.getAllErrors()
				.forEach((error) -> messages.putIfAbsent((error instanceof FieldError field) ? field.getField() : "",
						String.valueOf(error.getDefaultMessage())));
			return reply(HttpStatus.UNPROCESSABLE_CONTENT,
					new Reply(scorecard.version(), Map.of(), Map.of(), messages, ""));
		}
		var result = this.scorecards.save(scorecard, form);
		if (result instanceof SaveResult.Saved saved) {
			return reply(HttpStatus.OK, new Reply(saved.version(), saved.fields(), Map.of(), Map.of(), ""));
		}
		if (result instanceof SaveResult.Conflict conflict) {
			return reply(HttpStatus.CONFLICT,
					new Reply(conflict.version(), conflict.fields(), conflict.theirs(), Map.of(), ""));
		}
		return reply(HttpStatus.CONFLICT,
				new Reply(scorecard.version(), Map.of(), Map.of(), Map.of(), ((SaveResult.Locked) result).message()));
	}

	/** Creates a JSON response, regardless of the {@code Accept} header. */
	private static ResponseEntity<Reply> reply(HttpStatus status, Reply reply) {
		return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(reply);
	}

	private static MapBindingResult errors(Map<String, String> fields) {
		return new MapBindingResult(fields, FORM);
	}

	private static void put(ScorecardView scorecard, String address, Map<String, String> fields, int version,
			BindingResult errors, Model model) {
		model.addAttribute("scorecard", scorecard);
		model.addAttribute("address", address);
		model.addAttribute("ratings", Rating.values());
		model.addAttribute("recommendations", ScorecardContent.Recommendation.values());
		model.addAttribute("version", version);
		model.addAttribute(FORM, fields);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
	}

	/**
	 * The response to a script that saves a scorecard.
	 *
	 * @param version the version of the scorecard that the fields are of
	 * @param fields all fields as stored; with conflicts, as merged
	 * @param theirs the other window's value of each conflict
	 * @param errors the message of each invalid field
	 * @param locked why the scorecard cannot be changed; empty if it can
	 */
	record Reply(int version, Map<String, String> fields, Map<String, String> theirs, Map<String, String> errors,
			String locked) {
	}

}
