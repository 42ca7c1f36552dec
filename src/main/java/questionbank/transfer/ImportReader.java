package questionbank.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import questionbank.format.MalformedFileException;
import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.transfer.Import.State;
import questionbank.transfer.ImportAnalysis.Comparison;

/** Reads the file of an import into rows, and compares them with the bank. */
@Component
class ImportReader {

	private static final Logger logger = LoggerFactory.getLogger(ImportReader.class);

	private final ImportLog log;

	private final ImportRows rows;

	private final ImportAnalysis analysis;

	ImportReader(ImportLog log, ImportRows rows, ImportAnalysis analysis) {
		this.log = log;
		this.rows = rows;
		this.analysis = analysis;
	}

	/** Reads a file. If nothing of it can be read, the import fails, with the reason. */
	void read(Import of, Path file) {
		try {
			if (readRows(of, file)) {
				this.log.finish(of.id(), State.READY, "");
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.error("Import {} cannot be read", of.id(), ex);
			this.log.finish(of.id(), State.FAILED, "The file cannot be read. The log of the program says why.");
		}
	}

	/**
	 * Reads and compares the rows; {@code false} if nothing can be read, and the import
	 * has failed.
	 */
	private boolean readRows(Import of, Path file) throws IOException {
		var comparison = this.analysis.compare(of);
		var sink = new StoredRows(of.id(), comparison);
		try {
			sink.read(of.format(), file);
		}
		catch (MalformedFileException ex) {
			this.log.finish(of.id(), State.FAILED, sentence(ex.finding()));
			return false;
		}
		sink.write();
		comparison.findDuplicates();
		return true;
	}

	/** Returns a finding as a sentence with its position. */
	static String sentence(Finding finding) {
		var place = place(finding.location());
		return (place.isEmpty() ? "" : place + ": ") + finding.message();
	}

	/** Returns a position, such as "Line 7, column 3". */
	static String place(Location location) {
		var place = new ArrayList<String>();
		if (location.part() != null) {
			place.add(location.part());
		}
		if (location.line() > 0) {
			place.add(place.isEmpty() ? "Line " + location.line() : "line " + location.line());
		}
		if (location.column() > 0) {
			place.add("column " + location.column());
		}
		return String.join(", ", place);
	}

	/**
	 * Compares entries with the bank, and stores them and findings as rows, in batches.
	 */
	private final class StoredRows extends RowSink {

		private final long id;

		private final Comparison comparison;

		private final List<ImportRow> pending = new ArrayList<>();

		StoredRows(long id, Comparison comparison) {
			this.id = id;
			this.comparison = comparison;
		}

		@Override
		void add(ImportRow row) {
			this.pending.add(row);
			if (this.pending.size() == ImportRows.CHUNK) {
				write();
			}
		}

		void write() {
			ImportReader.this.rows.add(this.id, this.comparison.match(this.pending));
			this.pending.clear();
			ImportReader.this.log.report(this.id, position());
		}

	}

}
