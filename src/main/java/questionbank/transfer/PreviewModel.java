package questionbank.transfer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.server.ResponseStatusException;

import questionbank.account.Viewer;
import questionbank.question.QuestionBulk;
import questionbank.transfer.Import.State;
import questionbank.transfer.ImportRow.Kind;
import questionbank.web.ErrorCode;
import questionbank.web.Paging;

/** Fills the model of the preview of an import, and submits its choices. */
@Component
class PreviewModel {

	private static final String VIEW = "transfer/preview";

	private static final String CHOICE = "choice";

	private static final String APPLIED = "The import is already applied, or being applied.";

	private static final int PAGE_SIZE = 25;

	/** The number of written questions to which the page of an applied import links. */
	private static final int MAX_WRITTEN = 20;

	private static final int MAX_POSITIONS = 200;

	private final Imports imports;

	private final ImportWork work;

	private final RowViews views;

	private final QuestionBulk bulk;

	PreviewModel(Imports imports, ImportWork work, RowViews views, QuestionBulk bulk) {
		this.imports = imports;
		this.work = work;
		this.views = views;
		this.bulk = bulk;
	}

	Import find(long id) {
		return this.imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

	/** Returns whether work on an import is in progress. */
	boolean isBusy(Import shown) {
		return this.imports.state(shown).isWork();
	}

	/** Shows a page of the rows. */
	String show(Import shown, PreviewQuery query, Viewer viewer, Model model) {
		var counts = this.imports.counts(shown.id());
		var kinds = query.kinds(counts.keySet());
		var total = kinds.stream().mapToLong((kind) -> counts.getOrDefault(kind, 0L)).sum();
		var paging = Paging.of(query.number(), PAGE_SIZE, total, Integer.MAX_VALUE);
		if (paging.isBeyondLast()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		var state = this.imports.state(shown);
		model.addAttribute("imported", shown);
		model.addAttribute("state", state.name());
		model.addAttribute("busy", state.isWork());
		model.addAttribute("query", query);
		model.addAttribute("paging", paging);
		// These counts read every row, and are not shown while work is in progress.
		model.addAttribute("summary", state.isWork() ? Summary.of(counts, Map.of(), 0)
				: Summary.of(counts, this.imports.taken(shown.id()), this.imports.refused(shown.id())));
		addOutcome(shown, state, model);
		model.addAttribute("choices", RowChoices.CHOICES);
		if (model.getAttribute(BindingResult.MODEL_KEY_PREFIX + CHOICE) instanceof BindingResult errors) {
			model.addAttribute("problems",
					errors.getAllErrors().stream().map(DefaultMessageSourceResolvable::getDefaultMessage).toList());
		}
		if (!model.containsAttribute("typed")) {
			model.addAttribute("typed", new RowChoices(Map.of()));
		}
		if (state != State.READING) {
			model.addAttribute("rows", this.views
				.of(this.imports.page(shown.id(), kinds, (query.number() - 1) * PAGE_SIZE, PAGE_SIZE), viewer));
		}
		return VIEW;
	}

	/**
	 * Adds the first questions that an applied import has added and changed, or how many
	 * of them an undo has changed and kept.
	 */
	private void addOutcome(Import shown, State state, Model model) {
		var batch = shown.batch();
		if (batch == null || (state != State.APPLIED && state != State.UNDONE)) {
			return;
		}
		var size = this.bulk.size(batch);
		model.addAttribute("size", size);
		if (state == State.APPLIED) {
			model.addAttribute("written", this.bulk.batch(batch, MAX_WRITTEN));
		}
		else {
			model.addAttribute("kept", size - shown.progress());
		}
	}

	/**
	 * Stores submitted choices.
	 * @return {@code false} if they are rejected: the model has the errors
	 */
	boolean choose(Import shown, Map<String, String> submitted, Model model) {
		var choices = RowChoices.of(submitted);
		var errors = errors(model);
		choices.check(errors);
		var positions = choices.positions();
		if (this.imports.state(shown) != State.READY) {
			errors.reject(ErrorCode.CONFLICT, APPLIED);
		}
		else if (positions.size() > MAX_POSITIONS) {
			errors.reject("many", "Please save the choices of at most " + MAX_POSITIONS + " rows at once.");
		}
		if (errors.hasErrors()) {
			model.addAttribute("typed", choices);
			model.addAttribute("fieldErrors",
					errors.getFieldErrors()
						.stream()
						.collect(Collectors.toMap((error) -> error.getField(),
								(error) -> Objects.requireNonNullElse(error.getDefaultMessage(), ""))));
			return false;
		}
		this.imports.choose(shown, choices);
		return true;
	}

	/** Adds the errors of the submitted choices to the model. */
	private static BindingResult errors(Model model) {
		var errors = new MapBindingResult(new HashMap<>(), CHOICE);
		model.addAttribute(BindingResult.MODEL_KEY_PREFIX + errors.getObjectName(), errors);
		return errors;
	}

	/**
	 * Applies an import.
	 * @return {@code false} if it cannot be applied: the model has the error
	 */
	boolean apply(Import shown, Viewer viewer, Model model) {
		if (this.imports.taken(shown.id()).isEmpty()) {
			errors(model).reject("nothing", "No row is to be applied. Take at least one.");
			return false;
		}
		return run(shown, State.APPLYING, () -> this.imports.apply(shown, viewer.name()), model);
	}

	/** Undoes an import; see {@link #apply}. */
	boolean undo(Import shown, Viewer viewer, Model model) {
		return run(shown, State.UNDOING, () -> this.imports.undo(shown, viewer.name()), model);
	}

	private boolean run(Import shown, State state, Runnable task, Model model) {
		if (!this.imports.begin(shown, state)) {
			errors(model).reject(ErrorCode.CONFLICT,
					(state == State.APPLYING) ? APPLIED : "The import is not applied, or already undone.");
			return false;
		}
		this.work.run(shown.id(), task);
		return true;
	}

	/**
	 * The numbers of rows; notes are none.
	 *
	 * @param positions the position of the last row or note
	 * @param kinds the kinds of rows that there are, errors first
	 * @param added how many questions are, or will be, added
	 * @param changed how many are, or will be, changed
	 * @param refused how many rows were to be applied, and were not
	 * @param hasErrors whether rows are rejected
	 */
	record Summary(long positions, List<KindCount> kinds, long added, long changed, long refused, boolean hasErrors) {

		static Summary of(Map<Kind, Long> counts, Map<Kind, Long> taken, long refused) {
			var changed = taken.getOrDefault(Kind.CHANGED, 0L);
			return new Summary(sum(counts),
					counts.entrySet()
						.stream()
						.map((kind) -> new KindCount(kind.getKey(), kind.getValue()))
						.sorted(Comparator.comparing((count) -> count.kind() != Kind.ERROR))
						.toList(),
					sum(taken) - changed, changed, refused, counts.containsKey(Kind.ERROR) || refused > 0);
		}

		private static long sum(Map<Kind, Long> counts) {
			return counts.values().stream().mapToLong(Long::longValue).sum();
		}

		/** Returns the number of rows. */
		public long rows() {
			return this.positions - count(Kind.NOTE);
		}

		/** Returns the number of rows that make no difference. */
		public long unchanged() {
			return count(Kind.UNCHANGED);
		}

		private long count(Kind kind) {
			return this.kinds.stream().filter((count) -> count.kind() == kind).mapToLong(KindCount::count).sum();
		}

		/** Tells whether the bank has all of the questions. */
		public boolean isNothingToDo() {
			return rows() > 0 && unchanged() == rows();
		}

		/** Tells whether the file has no question, and nothing that could be one. */
		public boolean isWithoutQuestions() {
			return this.kinds.stream().allMatch((count) -> count.kind() == Kind.NOTE);
		}

		public boolean hasChanges() {
			return count(Kind.CHANGED) > 0;
		}

		/** The number of rows of a kind. */
		record KindCount(Kind kind, long count) {
		}

	}

}
