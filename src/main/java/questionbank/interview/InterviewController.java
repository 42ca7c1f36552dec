package questionbank.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.kit.Kits;
import questionbank.web.Idempotent;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: lists, creates and shows interviews. */
@Controller
@RequestMapping("/interviews")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews", subject = "interview")
class InterviewController {

	private static final int PAGE_SIZE = 30;

	private static final String NEW = "interview/new";

	private final Interviews interviews;

	private final InterviewCatalogue catalogue;

	private final Kits kits;

	private final InterviewModel page;

	private final PanelInvitations invitations;

	private final Clock clock;

	InterviewController(Interviews interviews, InterviewCatalogue catalogue, Kits kits, InterviewModel page,
			PanelInvitations invitations, Clock clock) {
		this.invitations = invitations;
		this.interviews = interviews;
		this.catalogue = catalogue;
		this.kits = kits;
		this.page = page;
		this.clock = clock;
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "1") String page, Viewer viewer, Model model) {
		var number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
		var paging = Paging.of(number, PAGE_SIZE, this.catalogue.count(viewer), Integer.MAX_VALUE);
		if (number < 1 || paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("paging", paging);
		model.addAttribute("interviews", this.catalogue.list(viewer, PAGE_SIZE, (number - 1) * PAGE_SIZE));
		return "interview/index";
	}

	/**
	 * Shows the form with the viewer's own address on the panel, or with the data of an
	 * interview that the viewer manages, to plan it with another kit.
	 */
	@GetMapping("/new")
	String open(@RequestParam(defaultValue = "") String kit, @RequestParam(defaultValue = "") String copy,
			Viewer viewer, Model model) {
		model.addAttribute(InterviewModel.FORM, this.page.prefilled(kit, copy, viewer));
		model.addAttribute("kits", this.kits.list());
		return NEW;
	}

	/**
	 * Creates an interview.
	 * @param confirmed of which kit and candidate repeated questions are confirmed
	 */
	@Idempotent
	@PostMapping
	String create(@ModelAttribute("form") InterviewForm form, BindingResult errors,
			@RequestParam(defaultValue = "") String confirmed, Viewer viewer, Model model, RedirectAttributes next) {
		var kit = form.kitNumber().flatMap(this.kits::find);
		if (kit.isEmpty()) {
			errors.rejectValue("kit", "kit", "Please choose a kit.");
		}
		form.check(errors, true, LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC));
		if (!errors.hasErrors()) {
			this.page.checkRepetitions(kit.orElseThrow(), form.draft(), confirmed, errors, model);
		}
		if (errors.hasErrors()) {
			model.addAttribute("kits", this.kits.list());
			return NEW;
		}
		var id = this.interviews.create(kit.orElseThrow(), form.draft(), viewer);
		next.addFlashAttribute("notice", "The interview is created." + this.invitations.send(id, List.of(), viewer));
		return "redirect:/interviews/" + id;
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String sort, Viewer viewer, Model model) {
		var interview = this.catalogue.find(id, viewer, Matrix.Sort.of(sort))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("interview", interview);
		this.invitations.addStates(interview, model);
		return "interview/show";
	}

}
