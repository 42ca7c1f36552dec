package questionbank.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;

import questionbank.format.QuestionFormat;
import questionbank.question.Audience;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionBulk;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;
import questionbank.question.QuestionWriter.Batch;
import questionbank.transfer.Import.State;
import questionbank.transfer.ImportRow.Choice;
import questionbank.transfer.ImportRow.Kind;
import questionbank.web.UnicodeText;

/**
 * The facade of imports: reads files, stores choices, applies imports and undoes them.
 */
@Service
class Imports {

	private static final Logger logger = LoggerFactory.getLogger(Imports.class);

	private static final int MAX_TITLE = 150;

	private final QuestionBank bank;

	private final QuestionBulk bulk;

	private final ImportLog log;

	private final ImportRows rows;

	private final ImportReader reader;

	private final ImportAnalysis analysis;

	private final Clock clock;

	Imports(QuestionBank bank, QuestionBulk bulk, ImportLog log, ImportRows rows, ImportReader reader,
			ImportAnalysis analysis, Clock clock) {
		this.bank = bank;
		this.bulk = bulk;
		this.log = log;
		this.rows = rows;
		this.reader = reader;
		this.analysis = analysis;
		this.clock = clock;
	}

	/** Adds an import, whose file is to be {@linkplain #read read}. */
	Import add(String author, String fileName, QuestionFormat format, QuestionStatus status, Audience audience) {
		return find(this.log.add(author, fileName, format, status, audience)).orElseThrow();
	}

	/** Reads a file, and compares its rows with the bank. */
	void read(Import added, Path file) {
		this.reader.read(added, file);
	}

	/** Finds an import in its present state. */
	Optional<Import> find(long id) {
		return this.log.find(id);
	}

	/** Returns the state of an import; work that has died counts as not begun. */
	State state(Import of) {
		return of.state(this.clock.instant());
	}

	/** Lists the latest imports, each in its present state. */
	List<Import> latest() {
		var now = this.clock.instant();
		return this.log.latest().stream().map((one) -> one.at(now)).toList();
	}

	void delete(long id) {
		this.log.delete(id);
	}

	/** Counts the rows of each kind. */
	Map<Kind, Long> counts(long id) {
		return this.rows.counts(id);
	}

	/** Counts the rows to apply of each kind. */
	Map<Kind, Long> taken(long id) {
		return this.rows.taken(id);
	}

	/** Counts the rows that were to be applied, and were not. */
	long refused(long id) {
		return this.rows.refused(id);
	}

	/** Reads rows that were to be applied, and were not, up to a part. */
	List<ImportRow> refusals(long id) {
		return this.rows.rejectedAfter(id, 0).stream().filter((row) -> !row.refusal().isEmpty()).toList();
	}

	/** Reads a page of the rows of some kinds. */
	List<ImportRow> page(long id, Set<Kind> kinds, long offset, int limit) {
		return this.rows.page(id, kinds, offset, limit);
	}

	/** Stores choices, and evaluates the rows. */
	void choose(Import of, RowChoices choices) {
		var changed = this.rows.at(of.id(), choices.positions())
			.stream()
			.filter((row) -> row.draft() != null)
			.flatMap((row) -> {
				var choice = choices.of(row);
				return choice.equals(row.choice()) ? Stream.<ImportRow>empty() : Stream.of(row.choosing(choice));
			})
			.toList();
		if (!changed.isEmpty()) {
			this.analysis.compare(of).evaluate(changed);
		}
		if (choices.isForAll()) {
			chooseForAll(of, choices);
		}
	}

	/**
	 * Stores a choice for all rows that make a difference: a difficulty for those without
	 * one, topics in addition to theirs or in place of them, a status and an audience for
	 * each.
	 */
	private void chooseForAll(Import of, RowChoices choices) {
		var comparison = this.analysis.compare(of);
		var part = this.rows.after(of.id(), 0);
		while (!part.isEmpty()) {
			comparison.evaluate(part.stream()
				.filter((row) -> row.draft() != null && row.kind() != Kind.UNCHANGED)
				.map((row) -> row.choosing(combined(row, choices)))
				.toList());
			part = this.rows.after(of.id(), part.get(part.size() - 1).position());
		}
	}

	private static Choice combined(ImportRow row, RowChoices choices) {
		var own = row.choice();
		var all = choices.forAll();
		var draft = row.draft();
		var hasDifficulty = draft != null && draft.difficulty() != null;
		var topics = own.topics();
		if (draft != null && !choices.topicsForAll(draft.topics()).equals(draft.topics())) {
			topics = String.join(",", choices.topicsForAll(draft.topics()));
		}
		return new Choice(own.take(), hasDifficulty ? own.difficulty() : all.difficulty(), topics,
				all.status().isEmpty() ? own.status() : all.status(),
				all.audience().isEmpty() ? own.audience() : all.audience());
	}

	/**
	 * Begins to apply an import, or to undo it.
	 * @return {@code false} if its state does not allow it
	 */
	boolean begin(Import of, State work) {
		var state = state(of);
		var required = (work == State.APPLYING) ? State.READY : State.APPLIED;
		return state == required && this.log.begin(of, work);
	}

	/** Applies the rows that are taken, in one transaction. */
	void apply(Import of, String author) {
		try {
			this.bank.write(author, (questions) -> applied(of, questions));
		}
		catch (RuntimeException ex) {
			logger.error("Import {} cannot be applied", of.id(), ex);
			this.log.finish(of.id(), State.READY,
					"The import could not be applied, and nothing was changed. The log of the program says why.");
		}
	}

	private boolean applied(Import of, QuestionWriter questions) {
		if (find(of.id()).filter((present) -> present.state() == State.APPLYING).isEmpty()) {
			return false;
		}
		var batch = questions.beginBatch("Imported " + UnicodeText.abbreviate(of.title(), MAX_TITLE));
		var refusals = new HashMap<Integer, String>();
		var part = this.rows.takenAfter(of.id(), 0);
		while (!part.isEmpty()) {
			refusals.putAll(batch.apply(part.stream().map(Imports::entry).toList()));
			var last = part.get(part.size() - 1).position();
			this.log.report(of.id(), last);
			part = this.rows.takenAfter(of.id(), last);
		}
		this.rows.refuse(of.id(), refusals);
		this.log.finishApplication(of.id(), batch.number());
		return true;
	}

	private static Batch.Entry entry(ImportRow row) {
		var draft = row.draft();
		if (draft == null) {
			throw new IllegalStateException("Row " + row.position() + " is to be applied without a draft");
		}
		var version = row.version();
		return (row.isSeparate() || version == null)
				? new Batch.Entry(row.position(), null, 0, (row.question() != null) ? "" : row.entry().id(), draft)
				: new Batch.Entry(row.position(), row.question(), version, "", draft);
	}

	/**
	 * Undoes the batch of an import; later changes by others are kept. Its progress is
	 * the number of questions that the undo has changed.
	 */
	void undo(Import of, String author) {
		try {
			var batch = of.batch();
			if (batch != null) {
				var undone = this.bank.write(author, (questions) -> questions.undo(batch));
				this.log.report(of.id(), undone.map(this.bulk::size).map(Math::toIntExact).orElse(0));
			}
			this.log.finish(of.id(), State.UNDONE, "");
		}
		catch (RuntimeException ex) {
			logger.error("Import {} cannot be undone", of.id(), ex);
			this.log.finish(of.id(), State.APPLIED,
					"The import could not be undone, and nothing was changed. The log of the program says why.");
		}
	}

	/** Writes the rejected rows to a file of the same format, with the reasons. */
	void writeRejected(Import of, OutputStream out) throws IOException {
		try (var writer = of.format().writer(out)) {
			var part = this.rows.rejectedAfter(of.id(), 0);
			while (!part.isEmpty()) {
				for (var row : part) {
					writer.write(row.entry(), reasons(row));
				}
				part = this.rows.rejectedAfter(of.id(), part.get(part.size() - 1).position());
			}
		}
	}

	/** Returns why a row is rejected, as sentences. */
	static String reasons(ImportRow row) {
		return Stream
			.of(row.entry().findings().stream().map(ImportReader::sentence), row.problems().stream(),
					Stream.of(row.refusal()))
			.flatMap((reasons) -> reasons)
			.filter((reason) -> !reason.isEmpty())
			.distinct()
			.collect(Collectors.joining(" "));
	}

}
