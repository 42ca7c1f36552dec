package questionbank.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

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

import questionbank.account.People;
import questionbank.account.Viewer;
import questionbank.kit.KitDetails;
import questionbank.kit.Kits;
import questionbank.web.Idempotent;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: lists, creates and shows interviews. */
@Controller
@RequestMapping("/interviews")
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class InterviewController {

	private static final int PAGE_SIZE = 30;

	private static final String NEW = "interview/new";

	private final Interviews interviews;

	private final Kits kits;

	private final People people;

	private final Clock clock;

	InterviewController(Interviews interviews, Kits kits, People people, Clock clock) {
		this.interviews = interviews;
		this.kits = kits;
		this.people = people;
		this.clock = clock;
	}

	@GetMapping
	String index(@RequestParam(defaultValue = "1") String page, Viewer viewer, Model model) {
		var number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
		var paging = Paging.of(number, PAGE_SIZE, this.interviews.count(viewer), Integer.MAX_VALUE);
		if (number < 1 || paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		model.addAttribute("paging", paging);
		model.addAttribute("interviews", this.interviews.list(viewer, PAGE_SIZE, (number - 1) * PAGE_SIZE));
		return "interview/index";
	}

	/**
	 * Shows the form with the viewer's own address on the panel, or with the data of an
	 * interview that the viewer manages, to plan it with another kit.
	 */
	@GetMapping("/new")
	String open(@RequestParam(defaultValue = "") String kit, @RequestParam(defaultValue = "") String copy,
			Viewer viewer, Model model) {
		var own = Optional.ofNullable(viewer.id()).flatMap(this.people::findInterviewer);
		model.addAttribute("form",
				(copy.matches("[0-9]{1,18}") ? this.interviews.panel(Long.parseLong(copy), viewer)
						: Optional.<Panel>empty())
					.filter((panel) -> panel.isManaged() && !panel.interview().isRemoved())
					.map((panel) -> InterviewForm.copyOf(panel, kit))
					.orElseGet(() -> new InterviewForm(kit, null, null, null, null,
							own.map((person) -> person.email() + "\n").orElse(""), null, null)));
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
			checkRepetitions(kit.orElseThrow(), form.draft(), confirmed, errors, model);
		}
		if (errors.hasErrors()) {
			model.addAttribute("kits", this.kits.list());
			return NEW;
		}
		var id = this.interviews.create(kit.orElseThrow(), form.draft(), viewer);
		next.addFlashAttribute("notice", "The interview is created.");
		return "redirect:/interviews/" + id;
	}

	/** Asks for confirmation if the candidate was asked some of the questions before. */
	private void checkRepetitions(KitDetails kit, InterviewDraft draft, String confirmed, BindingResult errors,
			Model model) {
		var repeated = this.interviews.repetitions(kit, draft);
		var key = kit.id() + "-" + draft.candidateHash();
		if (!repeated.isEmpty() && !confirmed.equals(key)) {
			errors.reject("repeated", "%s was asked %d of these %d questions before.".formatted(draft.candidate(),
					repeated.size(), kit.content().questions().size()));
			model.addAttribute("repeated", repeated);
			model.addAttribute("confirmed", key);
		}
	}

	@GetMapping("/{id:[0-9]{1,18}}")
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String sort, Viewer viewer, Model model) {
		model.addAttribute("interview", this.interviews.find(id, viewer, Matrix.Sort.of(sort))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
		return "interview/show";
	}

}
