package questionbank.question;

import java.util.List;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DraftValidatorTests {

	private static final QuestionDraft FROM_BEFORE_THE_RULE = new QuestionDraft("What is \u202ereversed?",
			Difficulty.EASY, "", List.of("A \u202epoint"), List.of(), List.of("text"), QuestionStatus.PUBLISHED,
			Audience.EVERYONE, "");

	private final DraftValidator validator = new DraftValidator(
			Validation.buildDefaultValidatorFactory().getValidator());

	@Test
	void ignoresInvalidFieldsThatAreUnchanged() {
		assertThat(this.validator.violations(FROM_BEFORE_THE_RULE, FROM_BEFORE_THE_RULE.as(QuestionStatus.RETIRED)))
			.isEmpty();
		assertThat(this.validator.violations(FROM_BEFORE_THE_RULE,
				FROM_BEFORE_THE_RULE.withTopicRenamed("text", "writing")))
			.isEmpty();
	}

	@Test
	void rejectsInvalidFieldsThatAreChanged() {
		var changed = FROM_BEFORE_THE_RULE.withTopicRenamed("text", "not a topic");
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.validator.valid(FROM_BEFORE_THE_RULE, changed))
			.satisfies((ex) -> assertThat(ex.getConstraintViolations()).hasSize(1));
	}

}
