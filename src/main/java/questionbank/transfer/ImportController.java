package questionbank.transfer;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import questionbank.account.Viewer;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/** Serves administrators: takes a file or a pasted text with questions. */
@Controller
@RequestMapping("/import")
@Route(access = AccessLevel.ADMINISTRATOR, section = "desk")
class ImportController {

	private final ImportModel page;

	ImportController(ImportModel page) {
		this.page = page;
	}

	@GetMapping
	String blank(@RequestParam(required = false) @Nullable String format, Model model) {
		return this.page.show(ImportForm.empty(format), model);
	}

	/** Reads the body by {@link Upload}: nothing before has read it. */
	@PostMapping
	String create(HttpServletRequest request, Viewer viewer, Model model) throws IOException {
		try (var upload = Upload.read(request)) {
			return this.page.submit(upload, viewer, model);
		}
	}

}
