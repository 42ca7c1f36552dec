package questionbank.question;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;

/** For administrators: bring questions into use, and out of it. */
@Controller
@RequestMapping("/questions/{id:[0-9]{1,18}}")
class PublicationController {

	private final QuestionBank bank;

	PublicationController(QuestionBank bank) {
		this.bank = bank;
	}

	@PostMapping("/publication")
	String publish(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		change(id, Status.PUBLISHED, "Published", viewer);
		next.addFlashAttribute("notice", "The question is published.");
		return "redirect:/questions/" + id;
	}

	@PostMapping("/retirement")
	String retire(@PathVariable long id, Viewer viewer, RedirectAttributes next) {
		change(id, Status.RETIRED, "Retired", viewer);
		next.addFlashAttribute("notice", "The question is retired. Only administrators find it now.");
		return "redirect:/questions/" + id;
	}

	private void change(long id, Status status, String reason, Viewer viewer) {
		if (this.bank.find(id, viewer).isEmpty()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		this.bank.change(List.of(id), (draft) -> draft.as(status), viewer.name(), reason);
	}

}
