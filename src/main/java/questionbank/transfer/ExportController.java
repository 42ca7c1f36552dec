package questionbank.transfer;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.format.QuestionFormat;
import questionbank.question.QuestionCatalogue;
import questionbank.question.QuestionDesk.FilterQuery;
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

	private static final String FORM = "form";

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
	@Nullable String export(@RequestParam MultiValueMap<String, String> parameters, @ModelAttribute("query") QuestionQuery list,
			BindingResult listErrors, @ModelAttribute("desk") FilterQuery desk, BindingResult deskErrors, Viewer viewer,
			Model model, HttpServletResponse response) throws IOException {
		var kit = parameters.getFirst("kit");
		var history = parameters.containsKey("history");
		if (!viewer.isAtLeast(this.properties.candidates() ? Role.CANDIDATE : Role.INTERVIEWER)
				|| (history && !viewer.isAdministrator()) || (kit != null && !viewer.isAtLeast(Role.INTERVIEWER))) {
			throw new ResponseStatusException(HttpStatus.FORBIDDEN);
		}
		var query = new ExportQuery(Objects.requireNonNullElse(parameters.getFirst("format"), ""), parameters.get("id"),
				list, desk, parameters.keySet());
		var errors = new BeanPropertyBindingResult(query, FORM);
		model.addAttribute(FORM, query);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		if (kit != null) {
			return exportKit(kit, query, errors, model, response);
		}
		list.check((topic) -> this.catalogue.hasTopic(topic, viewer), listErrors);
		desk.check(deskErrors);
		query.check(viewer, errors);
		var valid = !errors.hasErrors() && !listErrors.hasErrors() && !deskErrors.hasErrors();
		var chosen = query.chosen();
		if (chosen.isEmpty() || !valid) {
			model.addAttribute("count", valid ? this.export.count(query, viewer) : null);
			model.addAttribute("history", viewer.isAdministrator() && !query.isNarrowed());
			return formats(query::address, model);
		}
		if (history) {
			Download.begin(response, QuestionFormat.JSONL, "history");
			this.export.writeHistory(viewer, response.getOutputStream());
		}
		else if (query.isNarrowed()) {
			var numbers = this.export.numbers(query, viewer);
			Download.begin(response, chosen.get(), "questions");
			this.export.write(numbers, chosen.get(), viewer, response.getOutputStream());
		}
		else {
			Download.begin(response, chosen.get(), "questions");
			this.export.writeAll(chosen.get(), viewer, response.getOutputStream());
		}
		return null;
	}

	private @Nullable String exportKit(String number, ExportQuery query, BindingResult errors, Model model,
			HttpServletResponse response) throws IOException {
		var kit = Optional.of(number)
			.filter((typed) -> typed.matches("[0-9]{1,18}"))
			.flatMap((typed) -> this.export.kit(Long.parseLong(typed)))
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		query.checkKit(errors);
		var chosen = query.chosen();
		if (chosen.isEmpty() || errors.hasErrors()) {
			model.addAttribute("kit", kit);
			model.addAttribute("count", errors.hasErrors() ? null : kit.content().questions().size());
			return formats((slug) -> "/export?kit=" + kit.id() + "&format=" + slug, model);
		}
		Download.begin(response, chosen.get(), "kit-" + kit.id());
		this.export.write(kit, chosen.get(), response.getOutputStream());
		return null;
	}

	private static String formats(UnaryOperator<String> address, Model model) {
		model.addAttribute("formats", FormatView.all(address));
		return "transfer/export";
	}

}
