package questionbank.transfer;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import questionbank.account.Viewer;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: previews an import row by row, applies it and undoes it. */
@Controller
@RequestMapping("/import/{id:[0-9]{1,18}}")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk", subject = "import")
class PreviewController {

	private static final PreviewQuery FIRST = new PreviewQuery("", "");

	private final PreviewModel page;

	private final Imports imports;

	PreviewController(PreviewModel page, Imports imports) {
		this.page = page;
		this.imports = imports;
	}

	/** Shows the rows, and while work is in progress, its progress. */
	@GetMapping
	String show(@PathVariable long id, @RequestParam(defaultValue = "") String kind,
			@RequestParam(defaultValue = "") String page, Viewer viewer, Model model, HttpServletResponse response) {
		var shown = this.page.find(id);
		if (this.page.isBusy(shown)) {
			response.setHeader("Refresh", "1");
		}
		return this.page.show(shown, new PreviewQuery(kind, page), viewer, model);
	}

	@PostMapping
	String choose(@PathVariable long id, @RequestParam Map<String, String> fields,
			@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String page, Viewer viewer,
			Model model, RedirectAttributes next) {
		var query = new PreviewQuery(kind, page);
		if (!this.page.choose(this.page.find(id), fields, model)) {
			return this.page.show(this.page.find(id), query, viewer, model);
		}
		next.addFlashAttribute("notice", "Your choices are saved.");
		return "redirect:" + query.here(id);
	}

	/** Stores the choices of the page, and applies the import. */
	@PostMapping("/application")
	String apply(@PathVariable long id, @RequestParam Map<String, String> fields, Viewer viewer, Model model) {
		var shown = this.page.find(id);
		return (this.page.choose(shown, fields, model) && this.page.apply(shown, viewer, model))
				? "redirect:/import/" + id : this.page.show(this.page.find(id), FIRST, viewer, model);
	}

	@PostMapping("/undo")
	String undo(@PathVariable long id, Viewer viewer, Model model) {
		return this.page.undo(this.page.find(id), viewer, model) ? "redirect:/import/" + id
				: this.page.show(this.page.find(id), FIRST, viewer, model);
	}

	/** Writes the rejected rows to a file of the same format, with the reasons. */
	@GetMapping("/rejected")
	void rejected(@PathVariable long id, HttpServletResponse response) throws IOException {
		var shown = this.page.find(id);
		Download.begin(response, shown.format(), "rejected-" + id);
		this.imports.writeRejected(shown, response.getOutputStream());
	}

}
