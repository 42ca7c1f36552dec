package questionbank.transfer;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import questionbank.format.QuestionEntry.Finding;
import questionbank.format.QuestionEntry.Severity;
import questionbank.question.Audience;
import questionbank.question.QuestionDraft;
import questionbank.question.QuestionDraft.Field;
import questionbank.question.QuestionStatus;
import questionbank.question.QuestionSummary;
import questionbank.textanalysis.TextAnalysis;
import questionbank.textanalysis.WordDiff;
import questionbank.transfer.ImportRow.Kind;
import questionbank.web.SelectOptions;

/**
 * A row of an import as its page shows it.
 *
 * @param before the content to which it was compared; {@code null} for none
 * @param similar the question that it resembles; {@code null} for none
 * @param newTopics its topics that the bank does not have
 * @param hints sentences about its topics and choices
 */
record RowView(ImportRow row, @Nullable QuestionDraft before, @Nullable QuestionSummary similar,
		List<NewTopic> newTopics, List<String> hints) {

	/**
	 * Creates the view of a row.
	 * @param known the topics of the bank
	 */
	static RowView of(ImportRow row, @Nullable QuestionDraft before, @Nullable QuestionSummary similar,
			Collection<String> known) {
		return new RowView(row, before, similar, newTopics(row, known), hints(row));
	}

	private static List<NewTopic> newTopics(ImportRow row, Collection<String> known) {
		var draft = row.draft();
		return (draft == null) ? List.of()
				: draft.topics()
					.stream()
					.filter((topic) -> !known.contains(topic))
					.map((topic) -> new NewTopic(topic, TextAnalysis.closestSlug(topic, known).orElse(null)))
					.toList();
	}

	private static List<String> hints(ImportRow row) {
		var draft = row.draft();
		if (draft == null) {
			return List.of();
		}
		var entry = row.entry();
		return Stream.of(
				EntryConversion.rewritten(entry)
					.stream()
					.map((topic) -> "“" + topic + "” is no valid topic, and its other characters are left out."),
				unknown(entry.status(), SelectOptions.named(QuestionStatus.values(), entry.status()).isPresent(),
						"status"),
				unknown(entry.audience(), SelectOptions.named(Audience.values(), entry.audience()).isPresent(),
						"audience"))
			.flatMap((hints) -> hints)
			.toList();
	}

	private static Stream<String> unknown(String text, boolean isKnown, String name) {
		return (text.isEmpty() || isKnown) ? Stream.empty()
				: Stream.of("“" + text + "” is an unknown " + name + ": please check the one below.");
	}

	public int position() {
		return this.row.position();
	}

	public Kind kind() {
		return this.row.kind();
	}

	/** Returns the title: the prompt, or the text of a place without a question. */
	public String title() {
		var prompt = this.row.entry().prompt();
		return !prompt.isEmpty() ? prompt : (kind() == Kind.NOTE) ? "About the file" : "No question";
	}

	/** Returns the position in the file; empty if it is unknown. */
	public String place() {
		return ImportReader.place(this.row.entry().location());
	}

	/** Returns what was found in the file. */
	public List<FindingView> findings() {
		return this.row.entry().findings().stream().map(FindingView::of).toList();
	}

	/** Returns the changed fields, with their differences. */
	public List<FieldDiff> changes() {
		var draft = this.row.draft();
		return (this.before == null || draft == null || this.row.isSeparate()) ? List.of()
				: this.before.differences(draft)
					.stream()
					.map((field) -> new FieldDiff(field,
							WordDiff.between(field.text(Objects.requireNonNull(this.before)), field.text(draft))))
					.toList();
	}

	/** Returns the texts of a question that is added. */
	public List<FieldText> texts() {
		var draft = this.row.draft();
		return (draft == null || !changes().isEmpty() || kind() == Kind.UNCHANGED) ? List.of()
				: Stream.of(Field.SAMPLE_ANSWER, Field.KEY_POINTS, Field.PROBES, Field.SOURCE)
					.map((field) -> new FieldText(field.label(), field.text(draft)))
					.filter((text) -> !text.text().isEmpty())
					.toList();
	}

	/**
	 * Returns the difference between the prompts of a similar question and of the row.
	 */
	public @Nullable WordDiff similarity() {
		return (this.similar != null) ? WordDiff.between(this.similar.prompt(), this.row.entry().prompt()) : null;
	}

	/** Tells whether something can be chosen for it. */
	public boolean isEditable() {
		return this.row.draft() != null && kind() != Kind.UNCHANGED && kind() != Kind.NOTE;
	}

	/** Returns the options of taking it. */
	public Map<String, String> options() {
		var options = new LinkedHashMap<String, String>();
		options.put("yes", (this.row.question() != null) ? "change no. " + this.row.question() : "add");
		if (this.row.question() != null) {
			options.put("new", "add as a new question");
		}
		options.put("no", "leave out");
		return options;
	}

	/** Returns the value of a field: what is chosen, or else what the file says. */
	public String value(String field) {
		return value(this.row, field);
	}

	static String value(ImportRow row, String field) {
		var choice = row.choice();
		var draft = row.draft();
		return switch (field) {
			case "take" -> !choice.take().isEmpty() ? choice.take()
					: (row.kind() == Kind.DUPLICATE || row.kind() == Kind.OPTIONAL) ? "no" : "yes";
			case "topics" -> (draft != null) ? String.join(", ", draft.topics()).replace('-', ' ') : "";
			case "difficulty" -> (draft != null && draft.difficulty() != null) ? draft.difficulty().slug() : "";
			case "status" -> (draft != null) ? draft.status().slug() : "";
			default -> (draft != null) ? draft.audience().slug() : "";
		};
	}

	/**
	 * A topic that the bank does not have.
	 *
	 * @param nearest the topic of the bank that is probably meant; {@code null} for none
	 */
	record NewTopic(String slug, @Nullable String nearest) {

		public String name() {
			return this.slug.replace('-', ' ');
		}

		public String nearestName() {
			return (this.nearest != null) ? this.nearest.replace('-', ' ') : "";
		}

		/** Returns the value that {@link RowChoices} reads. */
		public String renaming() {
			return this.slug + " " + this.nearest;
		}

	}

	/** A changed field. */
	record FieldDiff(Field field, WordDiff words) {
	}

	/** A field of a new question. */
	record FieldText(String label, String text) {
	}

	/** A finding with its position. */
	record FindingView(String place, String read, String message, boolean isError) {

		static FindingView of(Finding finding) {
			return new FindingView(ImportReader.place(finding.location()), finding.read(), finding.message(),
					finding.severity() == Severity.ERROR);
		}

	}

}
