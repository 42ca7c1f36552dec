package questionbank.transfer;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.format.QuestionFormat;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionQuery;
import questionbank.web.Route;
import questionbank.web.Route.AccessLevel;

/**
 * Serves everyone with an account: exports the questions of a list, or of a kit, to a
 * file.
 */
@Controller
@Route(access = AccessLevel.CANDIDATE, section = "questions")
class ExportController {

	private final Export export;

	private final QuestionCatalogue catalogue;

	private final ExportProperties properties;

	ExportController(Export export, QuestionCatalogue catalogue, ExportProperties properties) {
		this.export = export;
		this.catalogue = catalogue;
		this.properties = properties;
	}

	/** Writes a file, or shows the formats if none is chosen. */
	@GetMapping("/export")
	@Nullable String export(@RequestParam(defaultValue = "") String format,
			@RequestParam(required = false) @Nullable String history,
			@RequestParam(required = false) @Nullable String kit, @ModelAttribute("query") QuestionQuery query,
			BindingResult errors, Viewer viewer, Model model, HttpServletResponse response) throws IOException {
		if (!viewer.isAtLeast(this.properties.candidates() ? Role.CANDIDATE : Role.INTERVIEWER)
				|| (history != null && !viewer.isAdministrator())) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		if (kit != null) {
			return exportKit(kit, format, errors, viewer, model, response);
		}
		query.check((topic) -> this.catalogue.hasTopic(topic, viewer), errors);
		var chosen = chosen(format, errors);
		if (chosen.isEmpty() || errors.hasErrors()) {
			model.addAttribute("count",
					errors.hasErrors() ? 0 : this.export.count(this.catalogue.filter(query), viewer).total());
			model.addAttribute("history", viewer.isAdministrator() && !query.isNarrowed());
			return formats((slug) -> query.at("/export", Map.of("format", List.of(slug))), model);
		}
		if (history != null) {
			Download.begin(response, QuestionFormat.JSONL, "history");
			this.export.writeHistory(viewer, response.getOutputStream());
		}
		else if (query.isNarrowed()) {
			var numbers = this.export.numbers(this.catalogue.filter(query), viewer);
			Download.begin(response, chosen.get(), "questions");
			this.export.write(numbers, chosen.get(), viewer, response.getOutputStream());
		}
		else {
			Download.begin(response, chosen.get(), "questions");
			this.export.writeAll(chosen.get(), viewer, response.getOutputStream());
		}
		return null;
	}

	private @Nullable String exportKit(String number, String format, BindingResult errors, Viewer viewer, Model model,
			HttpServletResponse response) throws IOException {
		if (!viewer.isAtLeast(Role.INTERVIEWER)) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		var kit = Optional.of(number)
			.filter((typed) -> typed.matches("[0-9]{1,18}"))
			.flatMap((typed) -> this.export.kit(Long.parseLong(typed)))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		var chosen = chosen(format, errors);
		if (chosen.isEmpty()) {
			model.addAttribute("kit", kit);
			model.addAttribute("count", kit.content().questions().size());
			return formats((slug) -> "/export?kit=" + kit.id() + "&format=" + slug, model);
		}
		Download.begin(response, chosen.get(), "kit-" + kit.id());
		this.export.write(kit, chosen.get(), response.getOutputStream());
		return null;
	}

	/** Returns the chosen format; rejects an unknown one. */
	private static Optional<QuestionFormat> chosen(String format, BindingResult errors) {
		var chosen = ImportForm.format(format);
		if (chosen.isEmpty() && !format.isEmpty()) {
			errors.reject("format", "Please choose a format of the list.");
		}
		return chosen;
	}

	private static String formats(UnaryOperator<String> address, Model model) {
		model.addAttribute("formats", FormatView.all(address));
		return "transfer/export";
	}

}
