package questionbank.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.validation.Errors;

import questionbank.web.Retained;
import questionbank.web.UnicodeText;

/**
 * The form of a kit, as typed, valid or not, so that it can be shown again.
 *
 * @param slot the minutes of the interview; empty if it is open
 * @param version the number of the revision that was edited; empty for a new kit
 * @param theirs the fields in which a conflict is resolved by the other editor's content
 * @param rows the questions in order; read from repeated parameters, see
 * {@link #withRows(MultiValueMap)}
 */
record KitForm(@Retained String title, @Retained String role, @Retained String notes, @Retained String slot,
		String version, List<String> theirs, List<Row> rows) {

	/** The form of a new kit. */
	static final KitForm EMPTY = new KitForm(null, null, null, null, null, null, null);

	/**
	 * Submitted rows beyond this are not read; the form is too long at a quarter of it.
	 */
	private static final int MAX_ROWS = 4 * KitDraft.MAX_QUESTIONS;

	KitForm(@Nullable String title, @Nullable String role, @Nullable String notes, @Nullable String slot,
			@Nullable String version, @Nullable List<String> theirs, @Nullable List<Row> rows) {
		this.title = UnicodeText.typed(title);
		this.role = UnicodeText.typed(role);
		this.notes = UnicodeText.lines(notes).stripTrailing();
		this.slot = UnicodeText.typed(slot);
		this.version = UnicodeText.typed(version);
		this.theirs = (theirs != null) ? theirs.stream().filter(Objects::nonNull).toList() : List.of();
		this.rows = (rows != null) ? List.copyOf(rows) : List.of();
	}

	/** Creates a form with the content of a draft. */
	static KitForm of(KitDraft draft, String version) {
		return new KitForm(draft.title(), draft.role(), draft.notes(),
				(draft.slot() == 0) ? "" : Integer.toString(draft.slot()), version, null,
				draft.questions().stream().map(Row::of).toList());
	}

	/**
	 * Returns the form with its rows, which browsers submit as repeated parameters:
	 * {@code question} and {@code minutes} in the same order, and {@code probes-1} etc.
	 * by position. {@code revision} is the pinned revision; it may be left out.
	 */
	KitForm withRows(MultiValueMap<String, String> parameters) {
		var questions = parameters.getOrDefault("question", List.of());
		return withRows(IntStream.range(0, questions.size())
			.mapToObj((at) -> new Row(questions.get(at), value(parameters, "revision", at),
					value(parameters, "minutes", at),
					Objects.requireNonNullElse(parameters.getFirst("probes-" + (at + 1)), "")))
			.limit(MAX_ROWS)
			.toList());
	}

	private static String value(MultiValueMap<String, String> parameters, String name, int at) {
		var values = parameters.getOrDefault(name, List.of());
		return (at < values.size()) ? values.get(at) : "";
	}

	KitForm withRows(List<Row> changed) {
		return new KitForm(this.title, this.role, this.notes, this.slot, this.version, this.theirs, changed);
	}

	/** Returns the form with further questions at its end, without those it has. */
	KitForm withAdded(List<KitQuestion> questions) {
		var present = this.rows.stream().map(Row::question).toList();
		return withRows(Stream
			.concat(this.rows.stream(),
					questions.stream().map(Row::of).filter((row) -> !present.contains(row.question())))
			.toList());
	}

	/**
	 * Returns the form with its rows arranged otherwise.
	 * @param step {@code up-N}, {@code down-N} or {@code removal-N}, N from 1; others
	 * change nothing
	 */
	KitForm arranged(String step) {
		var changed = new ArrayList<>(this.rows);
		int at = number(step.replaceFirst("^[a-z]*-", "")).map((number) -> (int) Math.min(number, MAX_ROWS) - 1)
			.orElse(-1);
		if (at < 0 || at >= changed.size()) {
			return this;
		}
		if (step.startsWith("removal-")) {
			changed.remove(at);
		}
		else if (step.startsWith("up-")) {
			changed.add(Math.max(0, at - 1), changed.remove(at));
		}
		else if (step.startsWith("down-")) {
			changed.add(Math.min(changed.size() - 1, at + 1), changed.remove(at));
		}
		return withRows(changed);
	}

	/** Parses a number of at most 18 digits. */
	static Optional<Long> number(String typed) {
		return typed.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(typed)) : Optional.empty();
	}

	/** Returns the number of the revision that was edited; empty if it is invalid. */
	Optional<Integer> baseVersion() {
		return this.version.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(this.version)) : Optional.empty();
	}

	/**
	 * Returns the form with the other editor's content in the fields that {@link #theirs}
	 * names.
	 */
	KitForm resolvedWith(KitDraft present) {
		var other = of(present, this.version);
		return new KitForm(isTheirs(KitField.TITLE) ? other.title : this.title,
				isTheirs(KitField.ROLE) ? other.role : this.role, isTheirs(KitField.NOTES) ? other.notes : this.notes,
				isTheirs(KitField.SLOT) ? other.slot : this.slot, this.version, null,
				isTheirs(KitField.QUESTIONS) ? other.rows : this.rows);
	}

	private boolean isTheirs(KitField field) {
		return this.theirs.contains(field.parameter());
	}

	/** Converts the form to a draft; unparsable numbers become -1. */
	KitDraft draft() {
		return new KitDraft(this.title, this.role, this.notes,
				this.slot.isEmpty() ? 0 : (Row.small(this.slot) == 0) ? -1 : Row.small(this.slot),
				this.rows.stream().map(Row::pinned).toList());
	}

	/** Validates the form, and rejects each invalid field. */
	void check(Validator validator, Errors errors) {
		validator.validate(draft())
			.stream()
			.sorted((one, other) -> field(one).compareTo(field(other)))
			.forEach((violation) -> errors.rejectValue(field(violation), "rule", violation.getMessage()));
		var questions = this.rows.stream().map(Row::question).toList();
		IntStream.range(0, questions.size())
			.filter((at) -> questions.indexOf(questions.get(at)) < at)
			.forEach((at) -> errors.rejectValue("rows[" + at + "].question", "twice",
					"Question " + questions.get(at) + " is in this kit already."));
	}

	/** Returns the field of the form for the violated property of a draft. */
	private static String field(ConstraintViolation<?> violation) {
		var path = new ArrayList<Path.Node>();
		violation.getPropertyPath().forEach(path::add);
		var first = path.get(0).getName();
		if (!first.equals("questions")) {
			return first;
		}
		return (path.size() == 1) ? "rows" : "rows[" + path.get(1).getIndex() + "]." + path.get(1).getName();
	}

	/**
	 * A question of the form, as typed.
	 *
	 * @param revision the pinned revision; empty for the latest
	 * @param probes one per line
	 */
	record Row(String question, String revision, String minutes, String probes) {

		Row {
			question = UnicodeText.typed(question);
			revision = UnicodeText.typed(revision);
			minutes = UnicodeText.typed(minutes);
			probes = UnicodeText.lines(probes);
		}

		static Row of(KitQuestion question) {
			return new Row(Long.toString(question.question()), Integer.toString(question.revision()),
					Integer.toString(question.minutes()), String.join("\n", question.probes()));
		}

		/** Converts the row; unparsable numbers become -1. */
		KitQuestion pinned() {
			return new KitQuestion(number(this.question).orElse(-1L), small(this.revision), small(this.minutes),
					Arrays.stream(this.probes.split("\n"))
						.map(UnicodeText::strip)
						.filter((line) -> !line.isEmpty())
						.toList());
		}

		/** Parses a number of at most four digits; -1 for all else. */
		static int small(String typed) {
			return typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : -1;
		}

	}

}
