package questionbank.transfer;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.transfer.ImportRow.Choice;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/**
 * The submitted choices for rows of an import: {@code take-N}, {@code difficulty-N},
 * {@code topics-N}, {@code status-N} and {@code audience-N}, and those for all rows,
 * without a number. {@code rename-N} and {@code rename} replace a topic by another: their
 * values are two topics with a space between them.
 *
 * @param fields the values by field, as typed
 */
record RowChoices(Map<String, String> fields) {

	/** The options of each select field. */
	static final Map<String, Map<String, String>> CHOICES = Map.of("difficulty",
			SelectOptions.withPlaceholder(Arrays.stream(Difficulty.values()).map(Difficulty::slug)), "status",
			SelectOptions.of(Arrays.stream(QuestionStatus.values()).map(QuestionStatus::slug)), "audience",
			SelectOptions.of(Arrays.stream(Audience.values()).map(Audience::slug)), "allDifficulties",
			SelectOptions.withNoChange(Arrays.stream(Difficulty.values()).map(Difficulty::slug)), "allStatuses",
			SelectOptions.withNoChange(Arrays.stream(QuestionStatus.values()).map(QuestionStatus::slug)),
			"allAudiences", SelectOptions.withNoChange(Arrays.stream(Audience.values()).map(Audience::slug)));

	private static final Pattern FIELD = Pattern
		.compile("(take|difficulty|topics|status|audience|rename)(?:-([1-9][0-9]{0,6}))?");

	private static final int MAX_TOPICS = 1_000;

	/** Reads the fields of a form; others are ignored. */
	static RowChoices of(Map<String, String> submitted) {
		var fields = new HashMap<String, String>();
		submitted.forEach((name, value) -> {
			if (FIELD.matcher(name).matches()) {
				fields.put(name, UnicodeText.typed(value));
			}
		});
		return new RowChoices(fields);
	}

	/** Validates the choices, and rejects each invalid one. */
	void check(Errors errors) {
		this.fields.forEach((name, value) -> {
			var row = name.contains("-") ? "Row " + name.replaceFirst(".*-", "") + ": " : "";
			violation(name.replaceFirst("-.*", ""), value)
				.ifPresent((message) -> errors.rejectValue(name, "unknown", row + message));
		});
	}

	private static Optional<String> violation(String field, String value) {
		var valid = value.isEmpty() || switch (field) {
			case "take" -> List.of("yes", "no", "new").contains(value);
			case "difficulty" -> SelectOptions.named(Difficulty.values(), value).isPresent();
			case "status" -> SelectOptions.named(QuestionStatus.values(), value).isPresent();
			case "audience" -> SelectOptions.named(Audience.values(), value).isPresent();
			case "rename" ->
				value.split(" ").length == 2 && Stream.of(value.split(" ")).allMatch(QuestionDraft::isTopic);
			default -> value.length() <= MAX_TOPICS && UnicodeText.isReadable(value);
		};
		return valid ? Optional.empty() : Optional.of(switch (field) {
			case "take" -> "A row is taken (yes), left out (no), or taken as a new question (new).";
			case "difficulty" -> "A difficulty is easy, medium or hard.";
			case "status" -> "A status is draft, published or retired.";
			case "rename" -> "A topic is replaced by another: two topics with a space between them.";
			case "audience" -> "An audience is everyone or interviewers.";
			default -> "The topics are too long, or contain unreadable characters.";
		});
	}

	/** Returns the positions of the rows for which something is chosen. */
	List<Integer> positions() {
		return this.fields.keySet()
			.stream()
			.filter((name) -> name.contains("-"))
			.map((name) -> Integer.valueOf(name.replaceFirst(".*-", "")))
			.distinct()
			.sorted()
			.toList();
	}

	/** Returns the choice for a row: what differs from what its page has shown. */
	Choice of(ImportRow row) {
		var own = row.choice();
		return new Choice(Objects.requireNonNull(chosen(row, "take", own.take())),
				Objects.requireNonNull(chosen(row, "difficulty", own.difficulty())),
				renamed(row, chosen(row, "topics", own.topics())),
				Objects.requireNonNull(chosen(row, "status", own.status())),
				Objects.requireNonNull(chosen(row, "audience", own.audience())));
	}

	/** Replaces a topic, if this is chosen for the row. */
	private @Nullable String renamed(ImportRow row, @Nullable String topics) {
		var renaming = this.fields.getOrDefault("rename-" + row.position(), "");
		var present = (topics != null) ? EntryConversion.slugs(Arrays.stream(topics.split(",")))
				: (row.draft() != null) ? row.draft().topics() : List.<String>of();
		var renamed = renamed(present, renaming);
		return renamed.equals(present) ? topics : String.join(",", renamed);
	}

	private static List<String> renamed(List<String> topics, String renaming) {
		var names = renaming.split(" ");
		return (names.length != 2) ? topics
				: topics.stream().map((topic) -> topic.equals(names[0]) ? names[1] : topic).distinct().toList();
	}

	/** Returns the topics of a row after the choices for all rows. */
	List<String> topicsForAll(List<String> present) {
		return EntryConversion
			.slugs(Stream.concat(renamed(present, all("rename")).stream(), Arrays.stream(all("topics").split(","))));
	}

	private @Nullable String chosen(ImportRow row, String field, @Nullable String own) {
		var typed = this.fields.get(field + "-" + row.position());
		return (typed == null || typed.equals(RowView.value(row, field))) ? own : typed;
	}

	/** Returns the choice for all rows. */
	Choice forAll() {
		return new Choice("", all("difficulty"), all("topics"), all("status"), all("audience"));
	}

	/** Tells whether something is chosen for all rows. */
	boolean isForAll() {
		return Stream.of("difficulty", "topics", "status", "audience", "rename")
			.anyMatch((field) -> !all(field).isEmpty());
	}

	private String all(String field) {
		return this.fields.getOrDefault(field, "");
	}

	/** Returns what was typed into a field, or else another value. */
	public String typed(String field, String shown) {
		return this.fields.getOrDefault(field, shown);
	}

}
