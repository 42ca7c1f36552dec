package questionbank.question;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
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
			.filter((violation) -> changed.contains(violation.getPropertyPath().iterator().next().getName()))
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

	private static QuestionDraft valid(QuestionDraft draft, Set<ConstraintViolation<QuestionDraft>> violations) {
		if (!violations.isEmpty()) {
			throw new ConstraintViolationException(violations);
		}
		return draft;
	}

}
