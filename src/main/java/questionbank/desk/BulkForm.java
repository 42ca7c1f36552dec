package questionbank.desk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;
import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The form that changes many questions, as typed, valid or not.
 *
 * @param ids the numbers of the questions, separated by commas
 * @param asOf the state of the bank that was previewed
 * @param in the fields in which text is replaced
 */
record BulkForm(String ids, String asOf, String difficulty, String addTopics, String removeTopics, String status,
		String audience, @Retained String find, @Retained String replacement, List<String> in,
		@Retained String reason) {

	/** The options of each select field. */
	static final Map<String, Map<String, String>> CHOICES = Map.of("difficulty",
			SelectOptions.withNoChange(Arrays.stream(Difficulty.values()).map(Difficulty::slug)), "status",
			SelectOptions.withNoChange(Arrays.stream(QuestionStatus.values()).map(QuestionStatus::slug)), "audience",
			SelectOptions.withNoChange(Arrays.stream(Audience.values()).map(Audience::slug)));

	private static final int MAX_TEXT = 500;

	private static final ReadableText.Rule FIND = ReadableText.Rule.optionalLine("Text to find", MAX_TEXT);

	private static final ReadableText.Rule REPLACEMENT = ReadableText.Rule.optionalLine("Text to put in its place",
			MAX_TEXT);

	BulkForm(@Nullable String ids, @Nullable String asOf, @Nullable String difficulty, @Nullable String addTopics,
			@Nullable String removeTopics, @Nullable String status, @Nullable String audience, @Nullable String find,
			@Nullable String replacement, @Nullable List<String> in, @Nullable String reason) {
		this.ids = UnicodeText.typed(ids);
		this.asOf = UnicodeText.typed(asOf);
		this.difficulty = UnicodeText.typed(difficulty);
		this.addTopics = UnicodeText.typed(addTopics);
		this.removeTopics = UnicodeText.typed(removeTopics);
		this.status = UnicodeText.typed(status);
		this.audience = UnicodeText.typed(audience);
		this.find = UnicodeText.lines(find);
		this.replacement = UnicodeText.lines(replacement);
		this.in = (in != null) ? in.stream().filter(Objects::nonNull).toList() : List.of();
		this.reason = UnicodeText.typed(reason);
	}

	/** Creates an empty form for some questions. */
	static BulkForm of(List<Long> ids) {
		return new BulkForm(ids.stream().map(Object::toString).collect(Collectors.joining(",")), null, null, null, null,
				null, null, null, null, BulkChange.TEXTS.stream().map(Field::parameter).toList(), null);
	}

	/** Validates the form, and rejects each invalid field. */
	void check(Errors errors) {
		if (questions().isEmpty()) {
			errors.reject("none", "No question is selected.");
		}
		else if (questions().size() > QuestionWriter.MAX_BATCH) {
			errors.reject("many",
					"At most %,d questions can be changed at once. Filter the list, and change them in parts."
						.formatted(QuestionWriter.MAX_BATCH));
		}
		if (!this.difficulty.isEmpty() && SelectOptions.named(Difficulty.values(), this.difficulty).isEmpty()) {
			errors.rejectValue("difficulty", "unknown", "A difficulty is easy, medium or hard.");
		}
		if (!this.status.isEmpty() && SelectOptions.named(QuestionStatus.values(), this.status).isEmpty()) {
			errors.rejectValue("status", "unknown", "A status is draft, published or retired.");
		}
		if (!this.audience.isEmpty() && SelectOptions.named(Audience.values(), this.audience).isEmpty()) {
			errors.rejectValue("audience", "unknown", "An audience is everyone or interviewers.");
		}
		if (!QuestionForm.slugs(this.addTopics).stream().allMatch(QuestionDraft::isTopic)) {
			errors.rejectValue("addTopics", "topic",
					QuestionDraft.A_TOPIC + ", at most " + QuestionDraft.TOPIC_LENGTH + " characters.");
		}
		if (!this.find.isEmpty() && this.in.isEmpty()) {
			errors.rejectValue("find", "nowhere", "Please choose the fields in which to replace it.");
		}
		// Invisible characters can be found, to remove them or to replace them by spaces,
		// but they cannot be the replacement.
		FIND.violation(this.find)
			.filter((violation) -> !violation.code().equals("blank"))
			.ifPresent((violation) -> errors.rejectValue("find", violation.code(), violation.message()));
		if (!this.replacement.matches(" +")) {
			REPLACEMENT.check(this.replacement, "replacement", errors);
		}
		QuestionForm.REASON.check(this.reason, "reason", errors);
		if (change(UnaryOperator.identity()).isEmpty()) {
			errors.reject("nothing", "Please choose a change.");
		}
	}

	/** Returns the numbers of the questions. */
	public List<Long> questions() {
		return numbers(Arrays.asList(this.ids.split(",")));
	}

	/** Parses numbers of questions; other texts are ignored. */
	static List<Long> numbers(List<String> ids) {
		return ids.stream()
			.map(String::strip)
			.filter((id) -> id.matches("[0-9]{1,18}"))
			.map(Long::valueOf)
			.distinct()
			.toList();
	}

	/**
	 * Returns the previewed state of the bank; one before all others if it is missing.
	 */
	long state() {
		return this.asOf.matches("[0-9]{1,18}") ? Long.parseLong(this.asOf) : -1;
	}

	/**
	 * Converts the form to a change.
	 * @param names maps typed topics to their present names
	 */
	BulkChange change(UnaryOperator<List<String>> names) {
		var fields = EnumSet.noneOf(Field.class);
		BulkChange.TEXTS.stream().filter((field) -> this.in.contains(field.parameter())).forEach(fields::add);
		return new BulkChange(SelectOptions.named(Difficulty.values(), this.difficulty).orElse(null),
				names.apply(QuestionForm.slugs(this.addTopics)), names.apply(QuestionForm.slugs(this.removeTopics)),
				SelectOptions.named(QuestionStatus.values(), this.status).orElse(null),
				SelectOptions.named(Audience.values(), this.audience).orElse(null), this.find, this.replacement,
				fields);
	}

}
