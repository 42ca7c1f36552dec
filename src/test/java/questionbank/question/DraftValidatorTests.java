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

	private final DraftValidator rules = new DraftValidator(Validation.buildDefaultValidatorFactory().getValidator());

	@Test
	void hinderNoChangeOfSomethingElse() {
		assertThat(this.rules.broken(FROM_BEFORE_THE_RULE, FROM_BEFORE_THE_RULE.as(QuestionStatus.RETIRED))).isEmpty();
		assertThat(this.rules.broken(FROM_BEFORE_THE_RULE, FROM_BEFORE_THE_RULE.withTopicRenamed("text", "writing")))
			.isEmpty();
	}

	@Test
	void refuseWhatTheChangeItselfBreaks() {
		var changed = FROM_BEFORE_THE_RULE.withTopicRenamed("text", "not a topic");
		assertThatExceptionOfType(ConstraintViolationException.class)
			.isThrownBy(() -> this.rules.valid(FROM_BEFORE_THE_RULE, changed))
			.satisfies((refused) -> assertThat(refused.getConstraintViolations()).hasSize(1));
	}

}
