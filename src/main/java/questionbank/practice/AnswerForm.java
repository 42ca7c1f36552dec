package questionbank.practice;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.Retained;
import questionbank.web.TextRule;
import questionbank.web.UnicodeText;

/**
 * A learner's answer as it was typed, in normalization form C and with LF at the ends of
 * lines; empty if nothing in it can be seen.
 *
 * @param ending how this answer ends a mock interview: {@code now} by its button,
 * {@code time} because the page's clock has run out; empty if it does not
 */
record AnswerForm(@Retained String answer, String ending) {

	private static final TextRule RULE = TextRule.optionalLines("An answer", Attempt.ANSWER_LENGTH);

	AnswerForm(@Nullable String answer, @Nullable String ending) {
		var text = UnicodeText.lines(answer);
		this.answer = UnicodeText.hasVisible(text) || !UnicodeText.isReadable(text) ? text : "";
		this.ending = UnicodeText.typed(ending);
	}

	/** An answer that ends nothing. */
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
