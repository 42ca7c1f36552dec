package questionbank.practice;

import java.util.Locale;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** An own answer, as it was typed, with lines that end as those of a browser's field. */
record AnswerForm(String answer) {

	AnswerForm(@Nullable String answer) {
		this.answer = Objects.requireNonNullElse(answer, "").replace("\r\n", "\n");
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
