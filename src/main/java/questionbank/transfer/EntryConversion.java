package questionbank.transfer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry;
import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Location;
import questionbank.format.QuestionEntry.Severity;
import questionbank.question.Audience;
import questionbank.question.Difficulty;
import questionbank.question.QuestionDetails;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionWriter;
import questionbank.textanalysis.TextAnalysis;
import questionbank.transfer.ImportRow.Choice;
import questionbank.web.SelectOptions;
import questionbank.web.UnicodeText;

/** Converts entries of files to drafts, and questions to entries. */
final class EntryConversion {

	/** The maximum length of a text that is stored; longer ones break a rule anyway. */
	private static final int MAX_TEXT = 100_000;

	private static final int MAX_ITEMS = 50;

	private static final int MAX_ITEM = 1_000;

	private EntryConversion() {
	}

	/** Converts a question to an entry of a file. */
	static QuestionEntry entry(QuestionDetails question) {
		return entry(question.stableId(), question.content(), question.content().probes());
	}

	/** Converts the content of a revision, with chosen follow-up questions. */
	static QuestionEntry entry(String stableId, QuestionDraft draft, List<String> probes) {
		return new QuestionEntry(Location.of(0, 0), stableId, draft.prompt(), draft.difficulty().slug(),
				draft.sampleAnswer(), draft.keyPoints(), probes, draft.topics(), draft.status().slug(),
				draft.audience().slug(), draft.source(), false, List.of());
	}

	/**
	 * Creates the entry of a finding about a place without a question; an error has what
	 * was read in place of the question, so that it can be corrected.
	 * @param text what was read; empty for what the finding quotes
	 */
	static QuestionEntry entry(Finding finding, String text) {
		var isError = finding.severity() == Severity.ERROR;
		return new QuestionEntry(finding.location(), "", !isError ? "" : text.isEmpty() ? finding.read() : text, "", "",
				List.of(), List.of(), List.of(), "", "", "", false, List.of(finding));
	}

	/**
	 * Returns the entry as it is stored: with normalized texts, which are cut if they are
	 * much too long, and with findings about its id.
	 * @param isKnown tells whether an earlier entry has an id
	 */
	static QuestionEntry normalized(QuestionEntry entry, Predicate<String> isKnown) {
		var id = UnicodeText.strip(entry.id());
		var findings = new ArrayList<>(entry.findings().stream().limit(MAX_ITEMS).toList());
		if (id.length() > QuestionWriter.STABLE_ID_LENGTH || !UnicodeText.isReadable(id)) {
			findings.add(new Finding(Severity.ERROR, entry.location(), readable(id),
					"The id has more than " + QuestionWriter.STABLE_ID_LENGTH + " characters, or unreadable ones."));
			id = "";
		}
		else if (!id.isEmpty() && isKnown.test(id)) {
			findings.add(new Finding(Severity.ERROR, entry.location(), id,
					"An earlier question of the file has the same id."));
		}
		return new QuestionEntry(entry.location(), id, text(UnicodeText.typed(entry.prompt())),
				text(UnicodeText.typed(entry.difficulty())),
				text(UnicodeText.lines(entry.sampleAnswer()).stripTrailing()), items(entry.keyPoints()),
				items(entry.probes()), items(entry.topics()), text(UnicodeText.typed(entry.status())),
				text(UnicodeText.typed(entry.audience())), text(UnicodeText.typed(entry.source())), entry.optional(),
				findings.stream()
					.map((finding) -> new Finding(finding.severity(), finding.location(), readable(finding.read()),
							finding.message()))
					.toList());
	}

	/** PostgreSQL does not store NUL, nor either database a lone surrogate. */
	private static String readable(String text) {
		return UnicodeText.isReadable(text) ? text : UnicodeText.readable(text);
	}

	private static String text(String text) {
		return UnicodeText.cut(text.replace('\u0000', '\uFFFD'), MAX_TEXT);
	}

	private static List<String> items(List<String> items) {
		return items.stream()
			.map(UnicodeText::typed)
			.filter((item) -> !item.isEmpty())
			.limit(MAX_ITEMS)
			.map((item) -> UnicodeText.cut(item.replace('\u0000', '\uFFFD'), MAX_ITEM))
			.toList();
	}

	/**
	 * Converts an entry to a draft, in which a missing choice is {@code null}. Of a
	 * question that it changes, fields that it does not state are kept.
	 * @param names maps topics to their present names
	 */
	static QuestionDraft draft(QuestionEntry entry, Choice choice, Import defaults, @Nullable QuestionDraft present,
			UnaryOperator<List<String>> names) {
		return new QuestionDraft(entry.prompt(), difficulty(entry, choice, present),
				sampleAnswer(entry.sampleAnswer(), (present != null) ? present.sampleAnswer() : ""),
				stated(entry.keyPoints(), (present != null) ? present.keyPoints() : List.of()),
				stated(entry.probes(), (present != null) ? present.probes() : List.of()),
				names.apply(topics(entry, choice, present)), status(entry, choice, defaults, present),
				audience(entry, choice, defaults, present),
				stated(entry.source(), (present != null) ? present.source() : ""));
	}

	/** Line breaks at the end, which no file has, make no difference. */
	private static String sampleAnswer(String stated, String present) {
		return stated.equals(present.stripTrailing()) ? present : stated(stated, present);
	}

	@SuppressWarnings("NullAway") // Validation of the draft reports what is missing.
	private static Difficulty difficulty(QuestionEntry entry, Choice choice, @Nullable QuestionDraft present) {
		var all = Difficulty.values();
		return SelectOptions.named(all, choice.difficulty())
			.or(() -> SelectOptions.named(all, entry.difficulty()))
			.orElse((present != null) ? present.difficulty() : null);
	}

	private static QuestionStatus status(QuestionEntry entry, Choice choice, Import defaults,
			@Nullable QuestionDraft present) {
		var all = QuestionStatus.values();
		return SelectOptions.named(all, choice.status())
			.or(() -> isDraftByLack(entry, present) ? Optional.empty() : SelectOptions.named(all, entry.status()))
			.orElse((present != null && !present.status().isRetired()) ? present.status() : defaults.status());
	}

	/**
	 * Tells whether the status is draft because the entry has no answer, which the
	 * question that it changes may have.
	 */
	private static boolean isDraftByLack(QuestionEntry entry, @Nullable QuestionDraft present) {
		return present != null && entry.id().isEmpty() && entry.sampleAnswer().isEmpty();
	}

	private static Audience audience(QuestionEntry entry, Choice choice, Import defaults,
			@Nullable QuestionDraft present) {
		var all = Audience.values();
		return SelectOptions.named(all, choice.audience())
			.or(() -> SelectOptions.named(all, entry.audience()))
			.orElse((present != null) ? present.audience() : defaults.audience());
	}

	private static List<String> topics(QuestionEntry entry, Choice choice, @Nullable QuestionDraft present) {
		var chosen = choice.topics();
		if (chosen != null) {
			return slugs(Arrays.stream(chosen.split("[,\n]")));
		}
		var stated = slugs(entry.topics().stream());
		return (stated.isEmpty() && present != null) ? present.topics() : stated;
	}

	/** Converts topics as written to slugs. */
	static List<String> slugs(Stream<String> written) {
		return written.map(EntryConversion::slug).filter((topic) -> !topic.isEmpty()).distinct().toList();
	}

	/** Returns the slug of a topic; characters that no slug has become hyphens. */
	private static String slug(String written) {
		var slug = TextAnalysis.slug(written);
		return QuestionDraft.isTopic(slug) || slug.isEmpty() ? slug
				: UnicodeText.cut(slug.replaceAll("[^a-z0-9]+", "-").replaceFirst("^-", ""), QuestionDraft.TOPIC_LENGTH)
					.replaceFirst("-$", "");
	}

	private static String stated(String stated, String present) {
		return stated.isEmpty() ? present : stated;
	}

	private static List<String> stated(List<String> stated, List<String> present) {
		return stated.isEmpty() ? present : stated;
	}

	/** Returns the topics that are read as another text than written. */
	static List<String> rewritten(QuestionEntry entry) {
		return entry.topics()
			.stream()
			.filter((topic) -> !TextAnalysis.slug(topic).equals(slug(topic)))
			.distinct()
			.toList();
	}

}
