package questionbank.practice;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/**
 * A learner's answer as it was typed. Browsers submit textareas with CRLF; it holds LF.
 *
 * @param ending how this answer ends a mock interview: {@code now} by its button,
 * {@code time} because the page's clock has run out; empty if it does not
 */
record AnswerForm(String answer, String ending) {

	AnswerForm(@Nullable String answer, @Nullable String ending) {
		this.answer = Objects.requireNonNullElse(answer, "").replace("\r\n", "\n");
		this.ending = Objects.requireNonNullElse(ending, "");
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

	/** Notes what is wrong with it; there may be none. */
	void check(Errors mistakes) {
		if (this.answer.length() > Attempt.ANSWER_LENGTH) {
			mistakes.rejectValue("answer", "long",
					String.format(Locale.ENGLISH, "An answer can have at most %,d characters, and this has %,d.",
							Attempt.ANSWER_LENGTH, this.answer.length()));
		}
		else if (this.answer.codePoints().anyMatch((c) -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
			mistakes.rejectValue("answer", "control",
					"The answer has characters in it that cannot be read. Please type it again.");
		}
	}

}
