package questionbank.question;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import questionbank.web.ReadableText;
import questionbank.web.UnicodeText;

/**
 * The content of a question, with its validation rules. All content enters the bank as
 * this record: from forms, bulk changes and stored revisions.
 * <p>
 * A new field takes eight edits: a migration that adds the column; the component here,
 * which defaults to a value in revisions that lack it; its constant in {@link Field}; its
 * column in {@link Question}; {@code desk.QuestionForm}; and the templates
 * {@code desk/_form}, {@code desk/revision} and {@code question/show}. Comparison, merge,
 * history and conflicts follow from the constant, and bulk changes keep the field.
 *
 * @param prompt the question itself, plain text
 * @param difficulty the difficulty
 * @param sampleAnswer a good answer, in Markdown
 * @param keyPoints the points of a good answer, in order
 * @param probes follow-up questions for the interviewer, in order
 * @param topics slugs such as {@code data-quality}
 * @param status the status
 * @param audience the audience
 * @param source origin and licence; may be empty
 */
@DraftValidator.Answered
public record QuestionDraft(
		@ReadableText(label = "The question", max = QuestionDraft.PROMPT_LENGTH, missing = "Please write the question.",
				lines = true) String prompt,
		@NotNull(message = "Please choose a difficulty: easy, medium or hard.") Difficulty difficulty,
		@NotNull(message = "Please write the sample answer, or leave it empty.") @ReadableText(
				label = "The sample answer", max = QuestionDraft.ANSWER_LENGTH, lines = true) String sampleAnswer,
		@Size(max = 12,
				message = "There can be at most {max} key points.") List<@ReadableText(label = "A key point", max = 200,
						missing = "A key point contains no visible characters.") String> keyPoints,
		@Size(max = 8,
				message = "There can be at most {max} follow-up questions.") List<@ReadableText(
						label = "A follow-up question", max = 300,
						missing = "A follow-up question contains no visible characters.") String> probes,
		@Size(max = 8,
				message = "There can be at most {max} topics.") List<@NotNull @Size(max = QuestionDraft.TOPIC_LENGTH,
						message = "A topic can have at most {max} characters.") @Pattern(regexp = QuestionDraft.SLUG,
								message = QuestionDraft.A_TOPIC + ".") String> topics,
		@NotNull(message = "Please choose a status: draft, published or retired.") QuestionStatus status,
		@NotNull(message = "Please choose an audience: everyone or interviewers.") Audience audience,
		@NotNull(message = "Please name the source, or leave it empty.") @ReadableText(label = "The source", max = 200,
				lines = true) String source) {

	/** The maximum length of a topic. */
	public static final int TOPIC_LENGTH = 40;

	/** The rule for topics, as the start of a sentence. */
	public static final String A_TOPIC = "A topic has letters from a to z and digits, with hyphens between words";

	/** The maximum length of a prompt. */
	public static final int PROMPT_LENGTH = 500;

	/** The maximum length of a sample answer. */
	public static final int ANSWER_LENGTH = 20_000;

	/** Possessive quantifiers, so that long input takes no stack. */
	static final String SLUG = "[a-z0-9]++(-[a-z0-9]++)*+";

	/** Tells whether a text is a valid topic. */
	public static boolean isTopic(String text) {
		return text.length() <= TOPIC_LENGTH && text.matches(SLUG);
	}

	/** Normalizes texts to Unicode form C, so that equal texts compare as equal. */
	public QuestionDraft {
		prompt = normalized(prompt);
		sampleAnswer = normalized(sampleAnswer);
		keyPoints = normalized(keyPoints);
		probes = normalized(probes);
		topics = (topics != null) ? Collections.unmodifiableList(new ArrayList<>(topics)) : List.of();
		source = normalized(source);
	}

	/** Combines drafts: takes each field from the draft that is chosen for it. */
	static QuestionDraft combined(Function<Field, QuestionDraft> choice) {
		return new QuestionDraft(choice.apply(Field.PROMPT).prompt, choice.apply(Field.DIFFICULTY).difficulty,
				choice.apply(Field.SAMPLE_ANSWER).sampleAnswer, choice.apply(Field.KEY_POINTS).keyPoints,
				choice.apply(Field.PROBES).probes, choice.apply(Field.TOPICS).topics, choice.apply(Field.STATUS).status,
				choice.apply(Field.AUDIENCE).audience, choice.apply(Field.SOURCE).source);
	}

	/** Returns the fields in which another draft differs, in the order of forms. */
	public Set<Field> differences(QuestionDraft other) {
		return Field.matching((field) -> !field.isSame(this, other));
	}

	/** Returns the draft without texts and topics, to which a new one is compared. */
	QuestionDraft emptied() {
		return new QuestionDraft("", this.difficulty, "", List.of(), List.of(), List.of(), this.status, this.audience,
				"");
	}

	/** Tells whether it is published without a sample answer. */
	boolean isUnanswered() {
		return this.status == QuestionStatus.PUBLISHED && this.sampleAnswer != null
				&& !UnicodeText.hasVisible(this.sampleAnswer);
	}

	/**
	 * Returns the fields whose absence is a warning, but no violation: a published
	 * question should have key points, which practice asks for, and topics.
	 */
	public Set<Field> gaps() {
		return Field.matching((field) -> this.status == QuestionStatus.PUBLISHED
				&& ((field == Field.KEY_POINTS && this.keyPoints.isEmpty())
						|| (field == Field.TOPICS && this.topics.isEmpty())));
	}

	/** Returns the draft with another status. */
	public QuestionDraft as(QuestionStatus changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, changed, this.audience, this.source);
	}

	/** Returns the draft with another audience. */
	public QuestionDraft meantFor(Audience changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, this.status, changed, this.source);
	}

	/** Returns the draft with another difficulty. */
	public QuestionDraft ofDifficulty(Difficulty changed) {
		return new QuestionDraft(this.prompt, changed, this.sampleAnswer, this.keyPoints, this.probes, this.topics,
				this.status, this.audience, this.source);
	}

	/** Returns the draft with other topics. */
	public QuestionDraft about(List<String> changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes, changed,
				this.status, this.audience, this.source);
	}

	/**
	 * Returns the draft with edited texts, without space around them. Items of lists that
	 * become empty are removed.
	 * @param fields the fields to edit, of those that hold text
	 */
	public QuestionDraft withTexts(Set<Field> fields, UnaryOperator<String> edit) {
		var edited = new QuestionDraft(UnicodeText.strip(edit.apply(this.prompt)), this.difficulty,
				edit.apply(this.sampleAnswer).stripTrailing(), items(this.keyPoints, edit), items(this.probes, edit),
				this.topics, this.status, this.audience, UnicodeText.strip(edit.apply(this.source)));
		return combined((field) -> fields.contains(field) ? edited : this);
	}

	private static List<String> items(List<String> items, UnaryOperator<String> edit) {
		return items.stream().map(edit).map(UnicodeText::strip).filter((item) -> !item.isEmpty()).toList();
	}

	/** Returns the draft with a topic renamed, at the same position. */
	public QuestionDraft withTopicRenamed(String from, String to) {
		return withTopics((topic) -> topic.equals(from) ? to : topic);
	}

	/** Returns the draft with renamed topics, without duplicates, in the same order. */
	QuestionDraft withTopics(UnaryOperator<String> name) {
		return about(this.topics.stream().map(name).distinct().toList());
	}

	/** Keeps {@code null}, which validation reports. */
	@SuppressWarnings("NullAway")
	private static String normalized(@Nullable String text) {
		return (text != null) ? UnicodeText.normalize(text) : null;
	}

	private static List<String> normalized(@Nullable List<String> lines) {
		return (lines != null) ? Collections
			.unmodifiableList(lines.stream().map(QuestionDraft::normalized).collect(Collectors.toList())) : List.of();
	}

	/**
	 * The fields of a {@link QuestionDraft}, which are compared and merged one by one.
	 */
	public enum Field {

		PROMPT("prompt", "question", QuestionDraft::prompt),
		DIFFICULTY("difficulty", "difficulty", QuestionDraft::difficulty),
		SAMPLE_ANSWER("sampleAnswer", "sample answer", QuestionDraft::sampleAnswer),
		KEY_POINTS("keyPoints", "key points", QuestionDraft::keyPoints),
		PROBES("probes", "follow-up questions", QuestionDraft::probes),
		TOPICS("topics", "topics", (draft) -> draft.topics().stream().sorted().toList()),
		STATUS("status", "status", QuestionDraft::status), AUDIENCE("audience", "audience", QuestionDraft::audience),
		SOURCE("source", "source", QuestionDraft::source);

		private final String parameter;

		private final String label;

		private final Function<QuestionDraft, Object> value;

		Field(String parameter, String label, Function<QuestionDraft, Object> value) {
			this.parameter = parameter;
			this.label = label;
			this.value = value;
		}

		/** Returns the name in forms and files. */
		public String parameter() {
			return this.parameter;
		}

		/** Returns the label on pages. */
		public String label() {
			return this.label;
		}

		/** Returns the fields that match a condition, in the order of forms. */
		static Set<Field> matching(Predicate<Field> condition) {
			return Arrays.stream(values())
				.filter(condition)
				.collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class)));
		}

		/** Compares two drafts in this field, regardless of the order of topics. */
		boolean isSame(QuestionDraft first, QuestionDraft second) {
			return this.value.apply(first).equals(this.value.apply(second));
		}

		/**
		 * Returns the field as text, with a line for each item of a list. Topics are
		 * spelled as on all pages: with spaces between words.
		 */
		public String text(QuestionDraft draft) {
			return switch (this) {
				case DIFFICULTY -> draft.difficulty().slug();
				case STATUS -> draft.status().slug();
				case AUDIENCE -> draft.audience().slug();
				case KEY_POINTS -> lines(draft.keyPoints());
				case PROBES -> lines(draft.probes());
				case TOPICS -> String.join(", ", draft.topics()).replace('-', ' ');
				default -> (String) this.value.apply(draft);
			};
		}

		private static String lines(List<String> items) {
			return String.join("\n", items);
		}

	}

}
