package questionbank.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;
import java.util.Optional;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

/** Bean Validation constraint: the text satisfies a {@link Rule}. */
@Documented
@Constraint(validatedBy = ReadableText.Validator.class)
@Target({ ElementType.FIELD, ElementType.TYPE_USE, ElementType.ANNOTATION_TYPE })
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadableText {

	/** See {@link Rule#label()}. */
	String label();

	/** See {@link Rule#max()}. */
	int max();

	/** See {@link Rule#missing()}. */
	String missing() default "";

	/** See {@link Rule#lines()}. */
	boolean lines() default false;

	/** Not used, since the rule has a message for each kind of violation. */
	String message() default "";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Reports the rule's own message. */
	class Validator implements ConstraintValidator<ReadableText, String> {

		private Rule rule = Rule.optionalLine("", 0);

		@Override
		public void initialize(ReadableText constraint) {
			this.rule = new Rule(constraint.label(), constraint.max(), constraint.missing(), constraint.lines());
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

	/**
	 * Validation rule for typed text: length, visible characters, and characters that can
	 * be displayed and stored. Expects text in {@linkplain UnicodeText#normalize
	 * normalization form C}.
	 *
	 * @param label the name of the text, with which messages start
	 * @param max the maximum length in UTF-16 code units
	 * @param missing the message for text without a visible character; empty if the text
	 * is optional
	 * @param lines whether line breaks are allowed
	 */
	record Rule(String label, int max, String missing, boolean lines) {

		/** Returns a rule for an optional line. */
		public static Rule optionalLine(String label, int max) {
			return new Rule(label, max, "", false);
		}

		/** Returns a rule for optional text of several lines. */
		public static Rule optionalLines(String label, int max) {
			return new Rule(label, max, "", true);
		}

		/** Returns the first violation of the rule; optional text may be {@code null}. */
		public Optional<Violation> violation(@Nullable String text) {
			if (text == null || text.isEmpty()) {
				return this.missing.isEmpty() ? Optional.empty() : blank();
			}
			if (text.length() > this.max) {
				return violation("long", String.format(Locale.ENGLISH, " can have at most %,d characters.", this.max));
			}
			if (!this.lines && !UnicodeText.isOneLine(text)) {
				return violation("lines", " must be one line. Please remove the line breaks.");
			}
			if (!UnicodeText.isReadable(text)) {
				return violation("unreadable", " contains unreadable characters. Please type it again.");
			}
			if (UnicodeText.hasStackedMarks(text)) {
				return violation("marks",
						" has more than " + UnicodeText.MAX_MARKS + " accents on one letter. Please type it again.");
			}
			return UnicodeText.hasVisible(text) ? Optional.empty() : blank();
		}

		/** Rejects the field if its text violates the rule. */
		public void check(@Nullable String text, String field, Errors errors) {
			violation(text).ifPresent((violation) -> errors.rejectValue(field, violation.code(), violation.message()));
		}

		private Optional<Violation> blank() {
			return this.missing.isEmpty() ? violation("blank", " contains no visible characters. Please type it again.")
					: Optional.of(new Violation("blank", this.missing));
		}

		private Optional<Violation> violation(String code, String message) {
			return Optional.of(new Violation(code, this.label + message));
		}

		/**
		 * Violation of a rule.
		 *
		 * @param code {@code blank}, {@code long}, {@code lines}, {@code unreadable} or
		 * {@code marks}
		 * @param message the message for the user
		 */
		public record Violation(String code, String message) {
		}

	}

}
