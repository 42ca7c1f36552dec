package questionbank.account;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.springframework.validation.Errors;

import questionbank.web.ReadableText;
import questionbank.web.UnicodeText;

/** Normalizes and validates names, e-mail addresses and passwords in forms. */
public final class FormRules {

	static final int NAME_LENGTH = 100;

	static final int PASSWORD_MINIMUM = 12;

	static final int PASSWORD_MAXIMUM = 128;

	private static final String NAME_LABEL = "A name";

	private static final String NAME_MISSING = "Please type a name.";

	private static final ReadableText.Rule NAME = new ReadableText.Rule(NAME_LABEL, NAME_LENGTH, NAME_MISSING, false);

	private FormRules() {
	}

	/**
	 * Returns typed text stripped and in normalization form C; empty for {@code null}.
	 */
	public static String typed(@Nullable String text) {
		return UnicodeText.typed(text);
	}

	/** Returns the normal form of an e-mail address. */
	public static String email(@Nullable String text) {
		return EmailAddress.normalize(text);
	}

	/**
	 * Returns the name of a person who has not typed one: the provider's claim if it is
	 * readable, else the local part of the address.
	 */
	static String nameOf(String email, @Nullable String claimed) {
		var name = label(claimed, NAME_LENGTH);
		return NAME.violation(name).isEmpty() ? name : label(email.substring(0, email.indexOf('@')), NAME_LENGTH);
	}

	/** Cuts a text to a length and removes unreadable characters. */
	static String label(@Nullable String text, int max) {
		var readable = UnicodeText.typed(UnicodeText.readable(UnicodeText.typed(text)));
		var end = Math.min(max, readable.length());
		if (end < readable.length() && Character.isLowSurrogate(readable.charAt(end))) {
			end--;
		}
		return UnicodeText.hasVisible(readable) ? readable.substring(0, end) : "";
	}

	/**
	 * Rejects a new password that is too short, too long or easy to guess.
	 * @param typed the password; measured as it is encoded, in normalization form C
	 * @param known texts that an attacker knows of the person and tries first
	 */
	public static void checkPassword(String typed, List<String> known, Errors errors) {
		var password = NormalizingPasswordEncoder.normalize(typed);
		var length = password.codePointCount(0, password.length());
		if (length < PASSWORD_MINIMUM) {
			errors.rejectValue("password", "short",
					"A password has at least " + PASSWORD_MINIMUM + " characters. A few unrelated words do well.");
		}
		else if (length > PASSWORD_MAXIMUM) {
			errors.rejectValue("password", "long", "A password has at most " + PASSWORD_MAXIMUM + " characters.");
		}
		else if (PasswordStrength.isWeak(password, known)) {
			errors.rejectValue("password", "easy",
					"This password is easy to guess. Choose a few unrelated words, without your name or e-mail address.");
		}
	}

	/** Bean Validation constraint: the name of a person. */
	@Documented
	@ReadableText(label = NAME_LABEL, max = NAME_LENGTH, missing = NAME_MISSING)
	@Constraint(validatedBy = {})
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	public @interface Name {

		/** Not used: {@link ReadableText} has the messages. */
		String message() default "";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

	}

	/** Bean Validation constraint: the typed text is an e-mail address. */
	@Documented
	@Constraint(validatedBy = Email.Validator.class)
	@Target(ElementType.FIELD)
	@Retention(RetentionPolicy.RUNTIME)
	public @interface Email {

		/**
		 * Whether all readable text with an {@code @} is valid: the address of an
		 * existing account may predate the rules for new addresses.
		 */
		boolean lenient() default false;

		String message() default "This is not an e-mail address. One looks like name@example.org.";

		/** The message for empty text. */
		String missing() default "Please type your e-mail address.";

		Class<?>[] groups() default {};

		Class<? extends Payload>[] payload() default {};

		/** Validates the normal form of the text. */
		class Validator implements ConstraintValidator<Email, String> {

			private boolean lenient;

			private String missing = "";

			@Override
			public void initialize(Email constraint) {
				this.lenient = constraint.lenient();
				this.missing = constraint.missing();
			}

			@Override
			public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
				var email = FormRules.email(text);
				if (email.isEmpty()) {
					context.disableDefaultConstraintViolation();
					context.buildConstraintViolationWithTemplate(this.missing).addConstraintViolation();
				}
				return this.lenient ? email.indexOf('@') > 0 && UnicodeText.isReadable(email)
						: EmailAddress.isValid(email);
			}

		}

	}

}
