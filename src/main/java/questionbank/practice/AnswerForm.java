package questionbank.practice;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** An own answer, as it was typed. */
record AnswerForm(String answer) {

	AnswerForm(@Nullable String answer) {
		this.answer = Objects.requireNonNullElse(answer, "");
	}

	void check(Errors mistakes) {
		check(this.answer, mistakes);
	}

	/** Notes what is wrong with an answer; there may be none. */
	static void check(String answer, Errors mistakes) {
		if (answer.length() > Attempt.ANSWER_LENGTH) {
			mistakes.rejectValue("answer", "long", "An answer can have at most 20,000 characters, and this has "
					+ String.format(java.util.Locale.ENGLISH, "%,d", answer.length()) + ".");
		}
		else if (answer.codePoints().anyMatch((c) -> Character.isISOControl(c) && !Character.isWhitespace(c))) {
			mistakes.rejectValue("answer", "control",
					"The answer has characters in it that cannot be read. Please type it again.");
		}
	}

}
