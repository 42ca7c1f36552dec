package questionbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

import questionbank.account.Role;
import questionbank.account.Viewer;
import questionbank.format.MalformedFileException;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionFormat;
import questionbank.transfer.Import.State;
import questionbank.transfer.ImportRow.Kind;

/** Runs a {@link TransferCommand} within the started program. */
@Component
class TransferRunner {

	private static final Logger logger = LoggerFactory.getLogger(TransferRunner.class);

	/** The author of changes by a command. */
	private static final String AUTHOR = "Command line";

	private static final int MAX_REPORTED = 1_000;

	private final Imports imports;

	private final Export export;

	private final JsonMapper json = JsonMapper.builder().build();

	TransferRunner(Imports imports, Export export) {
		this.imports = imports;
		this.export = export;
	}

	/** Runs the command, and returns its exit status. */
	int run(TransferCommand.Request command, PrintStream out) {
		try {
			return command.isImport() ? importFile(command, out) : exportFile(command, out);
		}
		catch (MalformedFileException ex) {
			return TransferCommand.fail(ImportReader.sentence(ex.finding()), out);
		}
		catch (IOException ex) {
			logger.error("The file cannot be read or written", ex);
			return TransferCommand.fail("The file cannot be read or written: " + ex.getMessage(), out);
		}
	}

	private int importFile(TransferCommand.Request command, PrintStream out) throws IOException {
		var file = Path.of(command.files().get(0));
		if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
			return TransferCommand.fail("There is no readable file " + file + ".", out);
		}
		var added = command.form(file.getFileName().toString()).add(this.imports, AUTHOR, file);
		this.imports.read(added, file);
		var read = this.imports.find(added.id()).orElseThrow();
		if (read.state() == State.FAILED) {
			this.imports.delete(read.id());
			return TransferCommand.fail(read.problem(), out);
		}
		if (command.has("apply")) {
			apply(read);
		}
		var report = report(this.imports.find(read.id()).orElseThrow());
		out.println(this.json.writeValueAsString(report));
		if (!report.error.isEmpty()) {
			return TransferCommand.UNUSABLE;
		}
		return report.rejectedRows.isEmpty() ? TransferCommand.FINE : TransferCommand.REJECTED;
	}

	/** Applies an import, unless no row is to be applied. */
	private void apply(Import read) {
		if (!this.imports.taken(read.id()).isEmpty() && this.imports.begin(read, State.APPLYING)) {
			this.imports.apply(this.imports.find(read.id()).orElseThrow(), AUTHOR);
		}
	}

	private Report report(Import read) {
		var rejected = Stream
			.concat(this.imports.page(read.id(), EnumSet.of(Kind.ERROR), 0, MAX_REPORTED).stream(),
					this.imports.refusals(read.id()).stream())
			.map(RejectedRow::of)
			.toList();
		return new Report(read.id(), read.fileName(), read.format().slug(), bySlug(this.imports.counts(read.id())),
				bySlug(this.imports.taken(read.id())), read.state() == State.APPLIED, read.batch(), rejected,
				read.problem());
	}

	private static Map<String, Long> bySlug(Map<Kind, Long> counts) {
		var slugs = new TreeMap<String, Long>();
		counts.forEach((kind, count) -> slugs.put(kind.slug(), count));
		return slugs;
	}

	private int exportFile(TransferCommand.Request command, PrintStream out) throws IOException {
		var format = ImportForm.format(command.option("format")).orElseThrow();
		if (command.files().isEmpty()) {
			write(command, format, out);
			out.flush();
			return TransferCommand.FINE;
		}
		var file = Path.of(command.files().get(0)).toAbsolutePath();
		var folder = file.getParent();
		if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
			return TransferCommand.fail("The file " + file + " cannot be written.", out);
		}
		var questions = writeFile(command, format, file, folder);
		out.println(this.json
			.writeValueAsString(Map.of("file", file.toString(), "format", format.slug(), "questions", questions)));
		return TransferCommand.FINE;
	}

	/** Writes to a file beside it, so that a file there is whole or as it was. */
	private long writeFile(TransferCommand.Request command, QuestionFormat format, Path file, Path folder)
			throws IOException {
		var unfinished = Files.createTempFile(folder, file.getFileName().toString(), null);
		try {
			long questions;
			try (var stream = Files.newOutputStream(unfinished)) {
				questions = write(command, format, stream);
			}
			Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
			return questions;
		}
		finally {
			Files.deleteIfExists(unfinished);
		}
	}

	private long write(TransferCommand.Request command, QuestionFormat format, OutputStream out) throws IOException {
		var viewer = new Viewer(Role.ADMINISTRATOR, AUTHOR);
		return command.has("history") ? this.export.writeHistory(viewer, out)
				: this.export.writeAll(format, viewer, out);
	}

	/**
	 * The report of an import.
	 *
	 * @param id of the import, whose page is {@code /import/ID}
	 * @param rows the number of rows of each kind
	 * @param taken how many of them are, or would be, applied
	 * @param batch the batch of revisions that was made; {@code null} for none
	 * @param rejectedRows at most {@value TransferRunner#MAX_REPORTED} rows with errors,
	 * and those that were not applied
	 * @param error why nothing was applied; empty if it was, or was not to be
	 */
	record Report(long id, String file, String format, Map<String, Long> rows, Map<String, Long> taken, boolean applied,
			@Nullable Long batch, List<RejectedRow> rejectedRows, String error) {
	}

	/** A rejected row, its position in the file, and the reasons. */
	record RejectedRow(int row, Location location, String prompt, String reason) {

		static RejectedRow of(ImportRow row) {
			return new RejectedRow(row.position(), row.entry().location(), row.entry().prompt(), Imports.reasons(row));
		}

	}

}
