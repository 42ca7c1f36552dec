package questionbank.interview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import questionbank.kit.Rating;
import questionbank.question.Difficulty;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;
import questionbank.web.Markdown;

/** Reads the words of an interview's questions from their pinned revisions. */
@Component
class QuestionTexts {

	private final QuestionBank bank;

	QuestionTexts(QuestionBank bank) {
		this.bank = bank;
	}

	/** Returns the questions, numbered from 1. */
	List<QuestionText> of(List<AskedQuestion> asked) {
		return of(asked, this.bank.contents(asked.stream().map(QuestionTexts::key).toList()));
	}

	/** Returns the questions of several interviews by their number, read at once. */
	Map<Long, List<QuestionText>> of(Map<Long, List<AskedQuestion>> asked) {
		var contents = this.bank
			.contents(asked.values().stream().flatMap(List::stream).map(QuestionTexts::key).distinct().toList());
		return asked.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (interview) -> of(interview.getValue(), contents)));
	}

	private static List<QuestionText> of(List<AskedQuestion> asked,
			Map<QuestionBank.RevisionKey, QuestionDraft> contents) {
		return IntStream.range(0, asked.size())
			.mapToObj((at) -> of(at + 1, asked.get(at), contents.get(key(asked.get(at)))))
			.toList();
	}

	private static QuestionBank.RevisionKey key(AskedQuestion asked) {
		return new QuestionBank.RevisionKey(asked.questionId(), asked.revision());
	}

	private static QuestionText of(int number, AskedQuestion asked, @Nullable QuestionDraft found) {
		var content = Objects.requireNonNull(found);
		return new QuestionText(number, asked.questionId(), asked.revision(), asked.minutes(), content.prompt(),
				content.difficulty(), content.sampleAnswer(), content.keyPoints(), asked.probes());
	}

	/**
	 * A question of an interview, word for word.
	 *
	 * @param number the position, from 1
	 * @param question the number in the bank
	 * @param sampleAnswer in Markdown
	 */
	record QuestionText(int number, long question, int revision, int minutes, String prompt, Difficulty difficulty,
			String sampleAnswer, List<String> keyPoints, List<String> probes) {

		/** Renders the sample answer. */
		public String answer() {
			return Markdown.toHtml(this.sampleAnswer);
		}

		/** Describes a rating from 1 to 4 by the key points. */
		public String anchor(Rating rating) {
			return rating.anchor(this.keyPoints.size());
		}

	}

}
