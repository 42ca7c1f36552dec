package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Bean Validation constraint: the text is empty, or a number from 1 to a maximum in
 * decimal digits. Stricter than the standard constraints, which accept {@code 1.5} and
 * {@code 1e2}.
 */
@Documented
@Constraint(validatedBy = WholeNumber.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface WholeNumber {

	/** The maximum, at most 999. */
	int max();

	String message();

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Accepts {@code null}, as the standard constraints do. */
	class Validator implements ConstraintValidator<WholeNumber, String> {

		private int max;

		@Override
		public void initialize(WholeNumber constraint) {
			this.max = constraint.max();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text == null || text.isEmpty()
					|| text.matches("0*[1-9][0-9]{0,2}") && Integer.parseInt(text) <= this.max;
		}

	}

}
