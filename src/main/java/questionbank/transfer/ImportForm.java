package questionbank.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.format.MalformedFileException;
import questionbank.format.QuestionFormat;
import questionbank.question.Audience;
import questionbank.question.QuestionStatus;
import questionbank.transfer.Import.State;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The form of an import, as typed, valid or not.
 *
 * @param file the name of the uploaded file; empty without one
 * @param text the pasted text; empty if it is too long to be shown again
 * @param format a slug, or {@value #AUTO}
 */
record ImportForm(String file, String text, String format, String status, String audience) {

	/** The format that is detected from the content. */
	static final String AUTO = "auto";

	/** The options of each select field. */
	static final Map<String, Map<String, String>> CHOICES = Map.of("format", formats(), "status",
			SelectOptions.of(Arrays.stream(QuestionStatus.values()).map(QuestionStatus::slug)), "audience",
			SelectOptions.of(Arrays.stream(Audience.values()).map(Audience::slug)));

	/** Creates an empty form, with the status draft and the audience everyone. */
	static ImportForm empty(@Nullable String format) {
		return new ImportForm("", "", (format != null && format(format).isPresent()) ? format : AUTO,
				QuestionStatus.DRAFT.slug(), Audience.EVERYONE.slug());
	}

	/** Creates the form of submitted fields; missing ones have the default. */
	static ImportForm of(Map<String, String> fields, String file, String text) {
		return new ImportForm(file, text, field(fields, "format", AUTO),
				field(fields, "status", QuestionStatus.DRAFT.slug()),
				field(fields, "audience", Audience.EVERYONE.slug()));
	}

	private static String field(Map<String, String> fields, String name, String missing) {
		var typed = UnicodeText.typed(fields.get(name));
		return typed.isEmpty() ? missing : typed;
	}

	/** Validates the select fields, and rejects each invalid one. */
	void check(Errors errors) {
		if (!this.format.equals(AUTO) && format(this.format).isEmpty()) {
			errors.rejectValue("format", "unknown", "Please choose a format of the list.");
		}
		if (SelectOptions.named(QuestionStatus.values(), this.status).isEmpty()) {
			errors.rejectValue("status", "unknown", "A status is draft, published or retired.");
		}
		if (SelectOptions.named(Audience.values(), this.audience).isEmpty()) {
			errors.rejectValue("audience", "unknown", "An audience is everyone or interviewers.");
		}
	}

	/**
	 * Adds an import with the values of the form, which are valid. Without a format, that
	 * of the content is detected.
	 * @throws MalformedFileException if the content is of none of the formats
	 */
	Import add(Imports imports, String author, Path content) throws IOException {
		return imports.add(author, this.file, format(content), chosenStatus(), chosenAudience());
	}

	/**
	 * Creates an import with the values of the form that is not stored; see {@link #add}.
	 */
	Import unstored(String author, Path content, Instant now) throws IOException {
		return new Import(0, author, now, this.file, format(content), chosenStatus(), chosenAudience(), State.READING,
				0, now, "", null);
	}

	private QuestionFormat format(Path content) throws IOException {
		var chosen = format(this.format);
		return chosen.isPresent() ? chosen.get()
				: QuestionFormat.detect(content, this.file.isEmpty() ? null : this.file);
	}

	private QuestionStatus chosenStatus() {
		return SelectOptions.named(QuestionStatus.values(), this.status).orElseThrow();
	}

	private Audience chosenAudience() {
		return SelectOptions.named(Audience.values(), this.audience).orElseThrow();
	}

	/** Tells whether questions are written as Markdown instead of taken from a file. */
	public boolean isWritten() {
		return this.file.isEmpty() && this.format.equals(QuestionFormat.MARKDOWN.slug());
	}

	/** Finds the format with a slug. */
	static Optional<QuestionFormat> format(String slug) {
		return Arrays.stream(QuestionFormat.values()).filter((format) -> format.slug().equals(slug)).findFirst();
	}

	private static Map<String, String> formats() {
		var formats = new LinkedHashMap<String, String>();
		formats.put(AUTO, "detect from the content");
		Arrays.stream(QuestionFormat.values()).forEach((format) -> formats.put(format.slug(), format.label()));
		return formats;
	}

}
