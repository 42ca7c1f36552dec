package questionbank.practice;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.Retained;
import questionbank.web.TextRule;
import questionbank.web.UnicodeText;

/**
 * The form of an answer: text in normalization form C with LF line ends; empty if it has
 * no visible character.
 *
 * @param ending ends a mock interview: {@code now} by its button, {@code time} because
 * the clock of the page has run out; else empty
 */
record AnswerForm(@Retained String answer, String ending) {

	private static final TextRule RULE = TextRule.optionalLines("An answer", Attempt.ANSWER_LENGTH);

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

	/** Rejects an answer that is too long or has unreadable characters. */
	void check(Errors errors) {
		RULE.check(this.answer, "answer", errors);
	}

}
