package questionbank.question;

import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import org.springframework.stereotype.Component;

/**
 * Holds a changed draft to the rules in what was changed: what stands there since before
 * a rule was made hinders no change of something else.
 */
@Component
class DraftValidator {

	private final Validator validator;

	DraftValidator(Validator validator) {
		this.validator = validator;
	}

	Set<ConstraintViolation<QuestionDraft>> broken(QuestionDraft before, QuestionDraft after) {
		var changed = DraftMerge.differences(before, after)
			.stream()
			.map(DraftField::parameter)
			.collect(Collectors.toSet());
		return this.validator.validate(after)
			.stream()
			.filter((violation) -> changed.contains(violation.getPropertyPath().iterator().next().getName()))
			.collect(Collectors.toSet());
	}

	/**
	 * The changed draft, if it breaks no rule.
	 * @throws ConstraintViolationException if it does
	 */
	QuestionDraft valid(QuestionDraft before, QuestionDraft after) {
		var broken = broken(before, after);
		if (!broken.isEmpty()) {
			throw new ConstraintViolationException(broken);
		}
		return after;
	}

}
