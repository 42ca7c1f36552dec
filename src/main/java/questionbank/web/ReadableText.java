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

/** Bean Validation constraint: the text satisfies a {@link TextRule}. */
@Documented
@Constraint(validatedBy = ReadableText.Validator.class)
@Target({ ElementType.FIELD, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadableText {

	/** See {@link TextRule#label()}. */
	String label();

	/** See {@link TextRule#max()}. */
	int max();

	/** See {@link TextRule#missing()}. */
	String missing() default "";

	/** See {@link TextRule#lines()}. */
	boolean lines() default false;

	/** Not used, since the rule has a message for each kind of violation. */
	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reports the rule's own message. */
	class Validator implements ConstraintValidator<ReadableText, String> {

		private TextRule rule = TextRule.optionalLine("", 0);

		@Override
		public void initialize(ReadableText constraint) {
			this.rule = new TextRule(constraint.label(), constraint.max(), constraint.missing(), constraint.lines());
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			var violation = this.rule.violation(text);
			violation.ifPresent((found) -> {
				context.disableDefaultConstraintViolation();
				context.buildConstraintViolationWithTemplate(found.message()).addConstraintViolation();
			});
			return violation.isEmpty();
		}

	}

}
