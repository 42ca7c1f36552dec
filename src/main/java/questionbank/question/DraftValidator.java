package questionbank.question;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Payload;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

import questionbank.question.QuestionDraft.Field;

/**
 * Validates drafts. Of a changed draft only the changed fields are validated: content
 * older than a rule does not prevent a change of another field.
 */
@Component
class DraftValidator {

	private final Validator validator;

	DraftValidator(Validator validator) {
		this.validator = validator;
	}

	/** Returns the violations in the fields that a change has changed. */
	Set<ConstraintViolation<QuestionDraft>> violations(QuestionDraft before, QuestionDraft after) {
		var changed = before.differences(after).stream().map(Field::parameter).collect(Collectors.toSet());
		return this.validator.validate(after)
			.stream()
			.filter((violation) -> changed.contains(violation.getPropertyPath().iterator().next().getName())
					|| (isUnanswered(violation) && changed.contains(Field.STATUS.parameter())))
			.collect(Collectors.toSet());
	}

	/**
	 * Returns the draft if all of its fields are valid.
	 * @throws ConstraintViolationException if one is not
	 */
	QuestionDraft valid(QuestionDraft draft) {
		return valid(draft, this.validator.validate(draft));
	}

	/**
	 * Returns the changed draft if its changed fields are valid.
	 * @throws ConstraintViolationException if one is not
	 */
	QuestionDraft valid(QuestionDraft before, QuestionDraft after) {
		return valid(after, violations(before, after));
	}

	private static boolean isUnanswered(ConstraintViolation<QuestionDraft> violation) {
		return violation.getConstraintDescriptor().getAnnotation().annotationType() == Answered.class;
	}

	private static QuestionDraft valid(QuestionDraft draft, Set<ConstraintViolation<QuestionDraft>> violations) {
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException(violations);
		}
		return draft;
	}

	/**
	 * Bean Validation constraint: a published question has a sample answer. Violations
	 * are at the sample answer.
	 */
	@Documented
	@Constraint(validatedBy = Answered.Validator.class)
	@Target(ElementType.TYPE)
	@Retention(RetentionPolicy.RUNTIME)
	@interface Answered {

		String message() default "A published question needs a sample answer. Write one, or make it a draft.";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

		/** Validates the constraint. */
		class Validator implements ConstraintValidator<Answered, QuestionDraft> {

			@Override
			public boolean isValid(QuestionDraft draft, ConstraintValidatorContext context) {
				if (!draft.isUnanswered()) {
					return true;
				}
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
					.addPropertyNode(Field.SAMPLE_ANSWER.parameter())
					.addConstraintViolation();
				return false;
			}

		}

	}

}
