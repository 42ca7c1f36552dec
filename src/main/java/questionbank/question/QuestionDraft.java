package questionbank.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import questionbank.web.ReadableText;
import questionbank.web.UnicodeText;

/**
 * What somebody wants a question to be: the one door into the bank. What is typed into a
 * form, a row of an imported file and a stored revision are all this record.
 *
 * @param prompt the question itself, plain text
 * @param difficulty how hard it is
 * @param sampleAnswer a good answer, in Markdown
 * @param keyPoints what a good answer covers, in order
 * @param probes follow-up questions for the interviewer, in order
 * @param topics slugs such as {@code data-quality}
 * @param status where the question is in its life
 * @param audience whom it is for
 * @param source where it came from and under which licence; may be empty
 */
public record QuestionDraft(
		@ReadableText(label = "The question", max = QuestionDraft.PROMPT_LENGTH, missing = "Please write the question.",
				lines = true) String prompt,
		@NotNull(message = "Please choose a difficulty: easy, medium or hard.") Difficulty difficulty,
		@ReadableText(label = "The sample answer", max = QuestionDraft.ANSWER_LENGTH, lines = true) String sampleAnswer,
		@Size(max = 12,
				message = "There can be at most {max} key points.") List<@ReadableText(label = "A key point", max = 200,
						missing = "A key point has nothing in it that can be seen.") String> keyPoints,
		@Size(max = 8,
				message = "There can be at most {max} follow-up questions.") List<@ReadableText(
						label = "A follow-up question", max = 300,
						missing = "A follow-up question has nothing in it that can be seen.") String> probes,
		@Size(max = 8,
				message = "There can be at most {max} topics.") List<@NotNull @Size(max = QuestionDraft.TOPIC_LENGTH,
						message = "A topic can have at most {max} characters.") @Pattern(regexp = QuestionDraft.SLUG,
								message = QuestionDraft.A_TOPIC + ".") String> topics,
		@NotNull(message = "Please choose a status: draft, published or retired.") QuestionStatus status,
		@NotNull(message = "Please choose an audience: everyone or interviewers.") Audience audience,
		@ReadableText(label = "The source", max = 200, lines = true) String source) {

	/** The most characters of a topic. */
	public static final int TOPIC_LENGTH = 40;

	/** What a topic is, in words. */
	public static final String A_TOPIC = "A topic has letters from a to z and digits, with hyphens between words";

	/** The most characters of a prompt. */
	public static final int PROMPT_LENGTH = 500;

	/** The most characters of a sample answer. */
	public static final int ANSWER_LENGTH = 20_000;

	/** Possessive, so that a long one takes no stack. */
	static final String SLUG = "[a-z0-9]++(-[a-z0-9]++)*+";

	/** Whether a text can be a topic. */
	public static boolean isTopic(String text) {
		return text.length() <= TOPIC_LENGTH && text.matches(SLUG);
	}

	/** Keeps texts in Unicode normalization form C, in which equal texts are equal. */
	public QuestionDraft {
		prompt = normalized(prompt);
		sampleAnswer = normalized(sampleAnswer);
		keyPoints = normalized(keyPoints);
		probes = normalized(probes);
		topics = (topics != null) ? Collections.unmodifiableList(new ArrayList<>(topics)) : List.of();
		source = normalized(source);
	}

	/** A draft each part of which is taken from the draft that is named for it. */
	static QuestionDraft combined(Function<DraftField, QuestionDraft> whose) {
		return new QuestionDraft(whose.apply(DraftField.PROMPT).prompt, whose.apply(DraftField.DIFFICULTY).difficulty,
				whose.apply(DraftField.SAMPLE_ANSWER).sampleAnswer, whose.apply(DraftField.KEY_POINTS).keyPoints,
				whose.apply(DraftField.PROBES).probes, whose.apply(DraftField.TOPICS).topics,
				whose.apply(DraftField.STATUS).status, whose.apply(DraftField.AUDIENCE).audience,
				whose.apply(DraftField.SOURCE).source);
	}

	/** The same question in another state of its life. */
	public QuestionDraft as(QuestionStatus changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, changed, this.audience, this.source);
	}

	/** The same question for other people. */
	public QuestionDraft meantFor(Audience changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, this.status, changed, this.source);
	}

	/** The same question with another name for one of its topics, in its place. */
	public QuestionDraft withTopicRenamed(String from, String to) {
		return withTopics((topic) -> topic.equals(from) ? to : topic);
	}

	/** The same question with its topics by other names, each once, in their places. */
	QuestionDraft withTopics(UnaryOperator<String> name) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics.stream().map(name).distinct().toList(), this.status, this.audience, this.source);
	}

	/** Validation reports what is missing. */
	@SuppressWarnings("NullAway")
	private static String normalized(@Nullable String text) {
		return (text != null) ? UnicodeText.normalize(text) : null;
	}

	private static List<String> normalized(@Nullable List<String> lines) {
		return (lines != null) ? Collections
			.unmodifiableList(lines.stream().map(QuestionDraft::normalized).collect(Collectors.toList())) : List.of();
	}

}
