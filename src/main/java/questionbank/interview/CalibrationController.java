package questionbank.interview;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.web.Paging;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves interviewers: the difficulty of questions and the severity of raters. */
@Controller
@Route(access = AccessLevel.INTERVIEWER, section = "interviews")
class CalibrationController {

	private static final int PAGE_SIZE = 50;

	private final Calibration calibration;

	CalibrationController(Calibration calibration) {
		this.calibration = calibration;
	}

	@GetMapping("/interviews/calibration")
	String show(@RequestParam(defaultValue = "1") String page, Viewer viewer, Model model) {
		var number = page.matches("[0-9]{1,6}") ? Integer.parseInt(page) : 0;
		var view = this.calibration.find(viewer);
		var rows = view.map(CalibrationView::questions).orElse(List.of());
		var paging = Paging.of(number, PAGE_SIZE, rows.size(), Integer.MAX_VALUE);
		if (number < 1 || view.isPresent() && paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		view.ifPresent((present) -> model.addAttribute("calibration", present));
		model.addAttribute("paging", paging);
		model.addAttribute("rows", rows.stream().skip((number - 1L) * PAGE_SIZE).limit(PAGE_SIZE).toList());
		return "interview/calibration";
	}

}
