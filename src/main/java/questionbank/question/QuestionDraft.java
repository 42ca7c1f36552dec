package questionbank.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

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
		@Pattern(regexp = QuestionDraft.READABLE) @NotBlank @Size(max = QuestionDraft.PROMPT_LENGTH) String prompt,
		@NotNull Difficulty difficulty,
		@Pattern(regexp = QuestionDraft.READABLE) @NotNull @Size(max = QuestionDraft.ANSWER_LENGTH) String sampleAnswer,
		@Size(max = 12) List<@Pattern(regexp = QuestionDraft.READABLE) @NotBlank @Size(max = 200) String> keyPoints,
		@Size(max = 8) List<@Pattern(regexp = QuestionDraft.READABLE) @NotBlank @Size(max = 300) String> probes,
		@Size(max = 8) List<@NotNull @Size(max = 40) @Pattern(regexp = QuestionDraft.SLUG) String> topics,
		@NotNull Status status, @NotNull Audience audience,
		@Pattern(regexp = QuestionDraft.READABLE) @NotNull @Size(max = 200) String source) {

	static final int PROMPT_LENGTH = 500;

	static final int ANSWER_LENGTH = 20_000;

	/** Text that can be read, and that every database can hold. */
	static final String READABLE = "[\\P{Cntrl}\\t\\r\\n]*";

	static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

	public QuestionDraft {
		keyPoints = kept(keyPoints);
		probes = kept(probes);
		topics = kept(topics);
	}

	/** The same question in another state of its life. */
	public QuestionDraft as(Status changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, changed, this.audience, this.source);
	}

	/** The same question for other people. */
	public QuestionDraft meantFor(Audience changed) {
		return new QuestionDraft(this.prompt, this.difficulty, this.sampleAnswer, this.keyPoints, this.probes,
				this.topics, this.status, changed, this.source);
	}

	/** What is missing is left for validation to speak of. */
	private static List<String> kept(@Nullable List<String> lines) {
		return (lines != null) ? Collections.unmodifiableList(new ArrayList<>(lines)) : List.of();
	}

}
