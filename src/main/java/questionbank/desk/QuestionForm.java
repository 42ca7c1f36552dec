package questionbank.desk;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;
import questionbank.textanalysis.TextAnalysis;
import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The form of a question, as typed, valid or not, so that it can be shown again.
 *
 * @param keyPoints one per line
 * @param probes one per line
 * @param topics separated by commas
 * @param version the number of the revision that was edited; empty for a new question
 * @param theirs the fields in which a conflict is resolved by the other editor's text
 */
record QuestionForm(@Retained String prompt, String difficulty, @Retained String sampleAnswer,
		@Retained String keyPoints, @Retained String probes, @Retained String topics, String status, String audience,
		@Retained String source, @Retained String reason, String version, List<String> theirs) implements Serializable {

	/** The options of each select field. */
	static final Map<String, Map<String, String>> CHOICES = Map.of("difficulty",
			SelectOptions.withPlaceholder(Arrays.stream(Difficulty.values()).map(Difficulty::slug)), "status",
			SelectOptions.of(Arrays.stream(QuestionStatus.values()).map(QuestionStatus::slug)), "audience",
			SelectOptions.of(Arrays.stream(Audience.values()).map(Audience::slug)));

	/** The rule for the reason of a change. */
	static final ReadableText.Rule REASON = ReadableText.Rule.optionalLine("The reason", QuestionWriter.REASON_LENGTH);

	/**
	 * Marks of list items, such as "- ", "• ", "1. ", "2) " or "[x] ", once or nested.
	 */
	private static final Pattern LIST_MARKS = Pattern
		.compile("^(?:[•‣◦▪▫●○■□☐☑✓✔➢·\\uF0B7]\\s*|(?:[-*+–—]|\\(?[0-9]{1,2}[.)]|\\[[ xX]?\\])(?:\\s+|$))+");

	/** Soft hyphens, zero-width spaces and byte order marks. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

	private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\t]+");

	private static final List<String> FIELDS = Arrays.stream(Field.values()).map(Field::parameter).toList();

	/** Orders violations as the fields are on the page, and by line within a field. */
	private static final Comparator<ConstraintViolation<?>> IN_ORDER = Comparator
		.<ConstraintViolation<?>>comparingInt(
				(violation) -> FIELDS.indexOf(violation.getPropertyPath().iterator().next().getName()))
		.thenComparingInt(QuestionForm::line)
		.thenComparing(ConstraintViolation::getMessage);

	QuestionForm(@Nullable String prompt, @Nullable String difficulty, @Nullable String sampleAnswer,
			@Nullable String keyPoints, @Nullable String probes, @Nullable String topics, @Nullable String status,
			@Nullable String audience, @Nullable String source, @Nullable String reason, @Nullable String version,
			@Nullable List<String> theirs) {
		this.prompt = UnicodeText.typed(prompt);
		this.difficulty = UnicodeText.typed(difficulty);
		this.sampleAnswer = UnicodeText.lines(sampleAnswer).stripTrailing();
		this.keyPoints = UnicodeText.lines(keyPoints);
		this.probes = UnicodeText.lines(probes);
		this.topics = UnicodeText.typed(topics);
		this.status = UnicodeText.typed(status);
		this.audience = UnicodeText.typed(audience);
		this.source = UnicodeText.typed(source);
		this.reason = UnicodeText.typed(reason);
		this.version = UnicodeText.typed(version);
		this.theirs = (theirs != null) ? theirs.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** Creates an empty form, with the status draft and the audience everyone. */
	static QuestionForm empty(String prompt) {
		return new QuestionForm(prompt, null, null, null, null, null, QuestionStatus.DRAFT.slug(),
				Audience.EVERYONE.slug(), null, null, null, null);
	}

	/**
	 * Creates the form of another question, with the same difficulty, topics, status,
	 * audience and source.
	 */
	QuestionForm forAnother() {
		return new QuestionForm(null, this.difficulty, null, null, null, this.topics, this.status, this.audience,
				this.source, null, null, null);
	}

	/** Creates a form with the content of a draft. */
	static QuestionForm of(QuestionDraft draft, int version, String reason) {
		return new QuestionForm(draft.prompt(), draft.difficulty().slug(), draft.sampleAnswer(),
				Field.KEY_POINTS.text(draft), Field.PROBES.text(draft), Field.TOPICS.text(draft), draft.status().slug(),
				draft.audience().slug(), draft.source(), reason, Integer.toString(version), null);
	}

	/** Converts the form to a draft, in which invalid choices are {@code null}. */
	QuestionDraft draft() {
		return new QuestionDraft(this.prompt, chosen(Difficulty.values(), this.difficulty), this.sampleAnswer,
				lines(this.keyPoints), lines(this.probes), slugs(this.topics),
				chosen(QuestionStatus.values(), this.status), chosen(Audience.values(), this.audience), this.source);
	}

	/**
	 * Returns the form with the other editor's text in the fields that {@link #theirs}
	 * names.
	 */
	QuestionForm resolvedWith(QuestionDraft theirs) {
		return new QuestionForm(resolved(Field.PROMPT, this.prompt, theirs),
				resolved(Field.DIFFICULTY, this.difficulty, theirs),
				resolved(Field.SAMPLE_ANSWER, this.sampleAnswer, theirs),
				resolved(Field.KEY_POINTS, this.keyPoints, theirs), resolved(Field.PROBES, this.probes, theirs),
				resolved(Field.TOPICS, this.topics, theirs), resolved(Field.STATUS, this.status, theirs),
				resolved(Field.AUDIENCE, this.audience, theirs), resolved(Field.SOURCE, this.source, theirs),
				this.reason, this.version, null);
	}

	private String resolved(Field field, String mine, QuestionDraft theirs) {
		return this.theirs.contains(field.parameter()) ? field.text(theirs) : mine;
	}

	/** Validates the form, and rejects each invalid field. */
	void check(Validator validator, Errors errors) {
		validator.validate(draft()).stream().sorted(IN_ORDER).forEach((violation) -> {
			var path = violation.getPropertyPath().iterator();
			errors.rejectValue(path.next().getName(), "rule", message(violation, path.hasNext() ? path.next() : null));
		});
		REASON.check(this.reason, "reason", errors);
	}

	/** Returns the message, which quotes the invalid line of several. */
	private static String message(ConstraintViolation<?> violation, Path.@Nullable Node item) {
		if (item == null || item.getIndex() == null) {
			return violation.getMessage();
		}
		var value = Objects.toString(violation.getInvalidValue(), "");
		return "“" + UnicodeText.abbreviate(value, 40) + "”: " + violation.getMessage();
	}

	/** Returns the index of the invalid line. */
	private static int line(ConstraintViolation<?> violation) {
		var last = 0;
		for (var node : violation.getPropertyPath()) {
			last = (node.getIndex() != null) ? node.getIndex() : last;
		}
		return last;
	}

	/**
	 * Splits typed or pasted text into lines, without marks of lists, and with plain
	 * spaces only.
	 */
	private static List<String> lines(String typed) {
		return typed.lines().map(QuestionForm::cleaned).filter((line) -> !line.isEmpty()).toList();
	}

	private static String cleaned(String line) {
		var plain = SPACES.matcher(INVISIBLE.matcher(line).replaceAll("")).replaceAll(" ");
		return UnicodeText.strip(LIST_MARKS.matcher(UnicodeText.strip(plain)).replaceFirst(""));
	}

	/** Converts typed topics, such as "Data quality, security", to slugs. */
	static List<String> slugs(String typed) {
		return Arrays.stream(typed.split("[,\n]"))
			.map(TextAnalysis::slug)
			.filter((topic) -> !topic.isEmpty())
			.distinct()
			.toList();
	}

	@SuppressWarnings("NullAway") // Validation of the draft reports what is missing.
	private static <E extends Enum<E>> E chosen(E[] all, String slug) {
		return SelectOptions.named(all, slug).orElse(null);
	}

	/** Describes a change by its fields, in place of a missing reason. */
	static String describe(QuestionDraft before, QuestionDraft after) {
		return before.differences(after).stream().map(Field::label).collect(Collectors.joining(", ", "Changed ", ""));
	}

	/**
	 * Returns the warning of what a published question should have, as a sentence after a
	 * space; empty if there is none.
	 */
	static String warning(QuestionDraft draft) {
		return draft.gaps().isEmpty() ? ""
				: draft.gaps().stream().map(Field::label).collect(Collectors.joining(" and no ", " It has no ", "."));
	}

	/** Returns the number of the revision that was edited; empty if it is invalid. */
	Optional<Integer> baseVersion() {
		return this.version.matches("[1-9][0-9]{0,8}") ? Optional.of(Integer.valueOf(this.version)) : Optional.empty();
	}

}
