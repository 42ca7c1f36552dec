package questionbank.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

import questionbank.format.EntrySink;
import questionbank.format.MalformedFileException;
import questionbank.format.QuestionEntry;
import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionFormat;
import questionbank.transfer.ImportRow.Kind;

/** Receives the entries and findings of a file, and numbers them as rows. */
abstract class RowSink implements EntrySink {

	private final Set<String> ids = new HashSet<>();

	private int position;

	/** Receives a row, not yet compared with the bank. */
	abstract void add(ImportRow row);

	/**
	 * Reads a file; what is wrong with it after some rows is a row too.
	 * @throws MalformedFileException if nothing of it can be read
	 */
	void read(QuestionFormat format, Path file) throws IOException {
		try {
			format.read(file, this);
		}
		catch (MalformedFileException ex) {
			if (this.position == 0) {
				throw ex;
			}
			addPlace(EntryConversion.entry(ex.finding(), ex.rest()));
		}
	}

	/** Returns the number of rows so far. */
	int position() {
		return this.position;
	}

	@Override
	public void entry(QuestionEntry entry) {
		var normalized = EntryConversion.normalized(entry, this.ids::contains);
		if (!normalized.id().isEmpty()) {
			this.ids.add(normalized.id());
		}
		add(ImportRow.of(++this.position, normalized, Kind.NEW));
	}

	@Override
	public void finding(Finding finding) {
		addPlace(EntryConversion.entry(finding, ""));
	}

	/** Adds the row of a place without a question. */
	private void addPlace(QuestionEntry place) {
		add(ImportRow.of(++this.position, EntryConversion.normalized(place, (none) -> false),
				place.hasErrors() ? Kind.ERROR : Kind.NOTE));
	}

}
