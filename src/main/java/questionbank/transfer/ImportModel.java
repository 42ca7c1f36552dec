package questionbank.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

import questionbank.account.Viewer;
import questionbank.format.MalformedFileException;
import questionbank.format.QuestionFormat;
import questionbank.question.Audience;
import questionbank.question.QuestionStatus;
import questionbank.transfer.Import.State;
import questionbank.web.SelectOptions;

/** Fills the model of the page with the form of an import, and submits it. */
@Component
class ImportModel {

	private static final String FORM = "form";

	private static final String VIEW = "transfer/import";

	/** The longest pasted text, in bytes, that a form with errors shows again. */
	private static final int MAX_SHOWN = 2_000_000;

	private final Imports imports;

	private final ImportWork work;

	ImportModel(Imports imports, ImportWork work) {
		this.imports = imports;
		this.work = work;
	}

	/** Shows an empty form. */
	String show(ImportForm form, Model model) {
		model.addAttribute(FORM, form);
		return view(model);
	}

	private String view(Model model) {
		model.addAttribute("choices", ImportForm.CHOICES);
		model.addAttribute("imports", this.imports.latest());
		return VIEW;
	}

	/**
	 * Reads the submitted file, and leads to its preview, or shows the form with errors.
	 */
	String submit(Upload upload, Viewer viewer, Model model) throws IOException {
		var form = ImportForm.of(upload.fields(), upload.fileName(), upload.text(MAX_SHOWN));
		var errors = new BeanPropertyBindingResult(form, FORM);
		model.addAttribute(FORM, form);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + FORM, errors);
		check(form, upload, errors);
		if (errors.hasErrors()) {
			return view(model);
		}
		var file = upload.take();
		var field = upload.fileName().isEmpty() ? "text" : "file";
		try {
			var format = ImportForm.format(form.format()).isPresent() ? ImportForm.format(form.format()).get()
					: QuestionFormat.detect(file, upload.fileName().isEmpty() ? null : upload.fileName());
			var read = read(form, viewer, upload.fileName(), format, file);
			if (read.state() != State.FAILED) {
				return "redirect:/import/" + read.id();
			}
			this.imports.delete(read.id());
			errors.rejectValue(field, "malformed",
					"“" + read.title() + "” cannot be read as " + format.label() + ". " + read.problem());
		}
		catch (MalformedFileException ex) {
			Files.deleteIfExists(file);
			errors.rejectValue(field, "malformed", ImportReader.sentence(ex.finding()));
		}
		return view(model);
	}

	private static void check(ImportForm form, Upload upload, Errors errors) throws IOException {
		form.check(errors);
		if (!upload.problem().isEmpty()) {
			errors.rejectValue("file", "upload", upload.problem());
		}
		else if (upload.hasFile() && upload.hasText()) {
			errors.rejectValue("text", "both", "Please choose a file or paste a text, not both.");
		}
		else if (!upload.hasFile() && !upload.hasText()) {
			errors.rejectValue("file", "missing", "Please choose a file, or paste a text.");
		}
	}

	private Import read(ImportForm form, Viewer viewer, String fileName, QuestionFormat format, Path file) {
		var added = this.imports.add(viewer.name(), fileName, format,
				SelectOptions.named(QuestionStatus.values(), form.status()).orElseThrow(),
				SelectOptions.named(Audience.values(), form.audience()).orElseThrow());
		this.work.run(added.id(), () -> {
			try {
				this.imports.read(added, file);
				Files.deleteIfExists(file);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
		return this.imports.find(added.id()).orElseThrow();
	}

}
