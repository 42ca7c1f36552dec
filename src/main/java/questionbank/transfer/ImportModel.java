package questionbank.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;

import questionbank.account.Viewer;
import questionbank.format.MalformedFileException;
import questionbank.transfer.Import.State;

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
		var read = errors.hasErrors() ? Optional.<Import>empty() : read(form, upload, viewer, errors);
		return read.isPresent() ? "redirect:/import/" + read.get().id() : view(model);
	}

	private static void check(ImportForm form, Upload upload, Errors errors) throws IOException {
		form.check(errors);
		if (!upload.problem().isEmpty()) {
			errors.rejectValue(form.isWritten() ? "text" : "file", "upload", upload.problem());
		}
		else if (upload.hasFile() && upload.hasText()) {
			errors.rejectValue("text", "both", "Please choose a file or paste a text, not both.");
		}
		else if (!upload.hasFile() && !upload.hasText()) {
			errors.rejectValue(form.isWritten() ? "text" : "file", "missing",
					form.isWritten() ? "Please write a question." : "Please choose a file, or paste a text.");
		}
	}

	/** Reads the content; if that fails, rejects its field, and keeps no import. */
	private Optional<Import> read(ImportForm form, Upload upload, Viewer viewer, Errors errors) throws IOException {
		try {
			var added = form.add(this.imports, viewer.name(), upload.content());
			run(added, upload.take());
			var read = this.imports.find(added.id()).orElseThrow();
			if (read.state() != State.FAILED) {
				return Optional.of(read);
			}
			this.imports.delete(read.id());
			reject(form, "“" + read.title() + "” cannot be read as " + read.format().label() + ". " + read.problem(),
					errors);
		}
		catch (MalformedFileException ex) {
			reject(form, ImportReader.sentence(ex.finding()), errors);
		}
		return Optional.empty();
	}

	/** Reads a file in the background, and deletes it. */
	private void run(Import added, Path file) {
		this.work.run(added.id(), () -> {
			try {
				this.imports.read(added, file);
			}
			finally {
				delete(file);
			}
		});
	}

	private static void delete(Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void reject(ImportForm form, String message, Errors errors) {
		errors.rejectValue(form.file().isEmpty() ? "text" : "file", "malformed", message);
	}

}
