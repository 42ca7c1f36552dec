package questionbank.transfer;

import java.io.IOException;
import java.util.Map;

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

	private final LivePreview preview;

	ImportController(ImportModel page, LivePreview preview) {
		this.page = page;
		this.preview = preview;
	}

	@GetMapping
	String blank(@RequestParam(required = false) @Nullable String format, Model model) {
		return this.page.show(ImportForm.empty(format), model);
	}

	/** Shows what a text is read as while it is typed, and stores nothing. */
	@PostMapping("/preview")
	String preview(@RequestParam Map<String, String> fields, Viewer viewer, Model model) throws IOException {
		return this.preview.show(ImportForm.of(fields, "", fields.getOrDefault("text", "")), viewer, model);
	}

	/** Reads the body by {@link Upload}: nothing before has read it. */
	@PostMapping
	String create(HttpServletRequest request, Viewer viewer, Model model) throws IOException {
		try (var upload = Upload.read(request)) {
			return this.page.submit(upload, viewer, model);
		}
	}

}
