package questionbank.practice;

import org.jspecify.annotations.Nullable;

import questionbank.web.ReadableText;
import questionbank.web.Retained;
import questionbank.web.UnicodeText;

/**
 * The form of an answer: text in normalization form C with LF line ends; empty if it has
 * no visible character.
 *
 * @param ending ends a mock interview: {@code now} by its button, {@code time} because
 * the clock of the page has run out; else empty
 */
record AnswerForm(
		@Retained @ReadableText(label = AnswerForm.LABEL, max = Attempt.ANSWER_LENGTH, lines = true) String answer,
		String ending) {

	/** The name of an answer in messages. */
	static final String LABEL = "An answer";

	AnswerForm(@Nullable String answer, @Nullable String ending) {
		var text = UnicodeText.lines(answer);
		this.answer = UnicodeText.hasVisible(text) || !UnicodeText.isReadable(text) ? text : "";
		this.ending = UnicodeText.typed(ending);
	}

	/** Returns a form that does not end a mock interview. */
	static AnswerForm of(String answer) {
		return new AnswerForm(answer, null);
	}

	boolean endsNow() {
		return this.ending.equals("now");
	}

	boolean isTimeUp() {
		return this.ending.equals("time");
	}

}
