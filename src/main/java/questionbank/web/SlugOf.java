package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * Bean Validation constraint: the text is the slug of an enum constant, as
 * {@link SelectOptions#named} parses it.
 */
@Documented
@Constraint(validatedBy = SlugOf.Validator.class)
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SlugOf {

	Class<? extends Enum<?>> value();

	String message();

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Accepts {@code null}, as the standard constraints do. */
	class Validator implements ConstraintValidator<SlugOf, String> {

		private Enum<?>[] constants = {};

		@Override
		public void initialize(SlugOf constraint) {
			this.constants = constraint.value().getEnumConstants();
		}

		@Override
		public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
			return text == null
					|| Arrays.stream(this.constants).anyMatch((constant) -> SelectOptions.isSlug(constant, text));
		}

	}

}
