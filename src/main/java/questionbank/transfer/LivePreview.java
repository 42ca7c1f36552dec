package questionbank.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.ObjectError;

import questionbank.account.Viewer;
import questionbank.format.MalformedFileException;
import questionbank.question.QuestionDesk;
import questionbank.textanalysis.TextAnalysis;
import questionbank.transfer.ImportRow.Kind;

/**
 * Renders the rows of a text while it is typed: read and compared with the bank as by an
 * import, and not stored.
 */
@Component
class LivePreview {

	/** The longest text, in characters. */
	static final int MAX_LENGTH = 100_000;

	private static final String VIEW = "transfer/live";

	private static final int MAX_ROWS = 25;

	private static final int MAX_SIMILAR = 3;

	private final ImportAnalysis analysis;

	private final RowViews views;

	private final QuestionDesk desk;

	private final Clock clock;

	LivePreview(ImportAnalysis analysis, RowViews views, QuestionDesk desk, Clock clock) {
		this.analysis = analysis;
		this.views = views;
		this.desk = desk;
		this.clock = clock;
	}

	/** Shows the first rows of the text of a form, or why it cannot be read. */
	String show(ImportForm form, Viewer viewer, Model model) throws IOException {
		var errors = new BeanPropertyBindingResult(form, "form");
		form.check(errors);
		var text = form.text();
		if (errors.hasErrors()) {
			model.addAttribute("message",
					errors.getAllErrors()
						.stream()
						.map(ObjectError::getDefaultMessage)
						.collect(Collectors.joining(" ")));
		}
		else if (text.length() > MAX_LENGTH) {
			model.addAttribute("message",
					"The text has more than %,d characters, and is not shown while you type.".formatted(MAX_LENGTH));
		}
		else if (!text.isBlank()) {
			read(form, viewer, model);
		}
		return VIEW;
	}

	private void read(ImportForm form, Viewer viewer, Model model) throws IOException {
		var file = Files.createTempFile("question-preview", null);
		try {
			Files.writeString(file, form.text());
			var unstored = form.unstored(viewer.name(), file, this.clock.instant());
			var sink = new FirstRows();
			sink.read(unstored.format(), file);
			var rows = compared(unstored, sink.rows, viewer);
			model.addAttribute("message", summary(rows, sink.position()));
			model.addAttribute("rows", this.views.of(rows, viewer));
		}
		catch (MalformedFileException ex) {
			model.addAttribute("message", ImportReader.sentence(ex.finding()));
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	/** Finds the question that each row changes, or else what it resembles. */
	private List<ImportRow> compared(Import unstored, List<ImportRow> rows, Viewer viewer) {
		var comparison = this.analysis.compare(unstored);
		var matched = comparison.match(rows);
		var alike = alike(matched.stream().filter((row) -> row.kind() == Kind.NEW).toList(), viewer);
		return comparison.match(matched.stream().map((row) -> {
			var other = alike.get(row.position());
			return (other == null) ? row
					: (other < 0) ? row.resembling(null, (int) -other) : row.resembling(other, null);
		}).toList());
	}

	/**
	 * Returns the number of the question, or the negative position of the earlier row,
	 * that each added row resembles. A pair that the text tells apart by two ids is none.
	 */
	private Map<Integer, Long> alike(List<ImportRow> added, Viewer viewer) {
		var known = new LinkedHashMap<Long, String>();
		var prompts = new LinkedHashMap<Long, String>();
		var named = new HashSet<Long>();
		for (var row : added) {
			var prompt = row.entry().prompt();
			prompts.put(-(long) row.position(), prompt);
			if (!row.entry().id().isEmpty()) {
				named.add(-(long) row.position());
			}
			this.desk.similar(prompt, viewer, MAX_SIMILAR)
				.forEach((question) -> known.put(question.id(), question.prompt()));
		}
		var alike = new HashMap<Integer, Long>();
		TextAnalysis.closest(known, prompts).forEach((row, other) -> {
			if (!named.contains(row) || !named.contains(other)) {
				alike.put((int) -row, other);
			}
		});
		return alike;
	}

	/** Returns the counts of rows as a sentence. */
	private static String summary(List<ImportRow> rows, int total) {
		var kinds = new EnumMap<Kind, Integer>(Kind.class);
		rows.forEach((row) -> kinds.merge(row.kind(), 1, Integer::sum));
		var counts = kinds.entrySet()
			.stream()
			.map((kind) -> kind.getKey().count(kind.getValue()))
			.collect(Collectors.joining(", "));
		return ((total > rows.size()) ? "The first %d of %d rows: ".formatted(rows.size(), total) : "") + counts + ".";
	}

	/** Keeps the first rows. */
	private static final class FirstRows extends RowSink {

		private final List<ImportRow> rows = new ArrayList<>();

		@Override
		void add(ImportRow row) {
			if (this.rows.size() < MAX_ROWS) {
				this.rows.add(row);
			}
		}

	}

}
