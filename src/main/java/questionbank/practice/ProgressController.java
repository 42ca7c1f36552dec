package questionbank.practice;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone: shows, exports and deletes the history of the learner's practice, and
 * switches the fitted memory model.
 */
@Controller
@RequestMapping("/practice/progress")
@Route(access = AccessLevel.EVERYONE, section = "practice")
class ProgressController {

	private static final int PAGE_SIZE = 20;

	private final Progress progress;

	private final MemoryModels models;

	ProgressController(Progress progress, MemoryModels models) {
		this.progress = progress;
		this.models = models;
	}

	@GetMapping
	String show(@RequestParam(defaultValue = "1") String page, LearnerIdentity identity, Model model) {
		var progress = this.progress.view(identity);
		var number = number(page);
		var paging = Paging.of(number, PAGE_SIZE, progress.total(), Integer.MAX_VALUE);
		if (number < 1 || paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("progress", progress);
		model.addAttribute("paging", paging);
		model.addAttribute("history", this.progress.history(identity, PAGE_SIZE, (int) ((number - 1) * PAGE_SIZE)));
		return "practice/progress";
	}

	/**
	 * Returns the part of the home page that depends on the learner; a script fetches it.
	 */
	@GetMapping("/today")
	String today(LearnerIdentity identity, Model model) {
		model.addAttribute("plan", this.progress.today(identity));
		return "practice/_today :: today";
	}

	@GetMapping("/export")
	ResponseEntity<PracticeExport> export(LearnerIdentity identity) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"practice.json\"")
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.progress.export(identity));
	}

	@PostMapping("/model")
	String enableModel(@RequestParam boolean enabled, LearnerIdentity identity) {
		this.models.enable(enabled, identity);
		return "redirect:/practice/progress?said=" + (enabled ? "fitted" : "default") + "#model";
	}

	@PostMapping("/removal")
	String remove(@Valid @ModelAttribute("removalForm") RemovalForm form, BindingResult errors,
			LearnerIdentity identity, Model model, HttpServletRequest request, HttpServletResponse response) {
		if (errors.hasErrors()) {
			return show("1", identity, model);
		}
		this.progress.delete(identity);
		LearnerCookie.delete(request, response);
		return "redirect:/practice?said=removed";
	}

	private static long number(String page) {
		return page.matches("[0-9]{1,9}") ? Long.parseLong(page) : 0;
	}

	/**
	 * The form to delete all practice.
	 *
	 * @param sure {@code true} to confirm
	 */
	record RemovalForm(@Pattern(regexp = "true", message = "Tick this to confirm. Nothing was deleted.") String sure) {

		RemovalForm(@Nullable String sure) {
			this.sure = Objects.requireNonNullElse(sure, "");
		}

	}

}
