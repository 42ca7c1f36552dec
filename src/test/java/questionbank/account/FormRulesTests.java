package questionbank.account;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.validation.SimpleErrors;

import static org.assertj.core.api.Assertions.assertThat;

class FormRulesTests {

	private static final String NO_EMAIL = "This is not an e-mail address. One looks like name@example.org.";

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	private static final List<String> KNOWN = List.of("ada.lovelace@example.org", "Ada Lovelace");

	@ParameterizedTest
	@ValueSource(strings = { "correct horse battery staple", "marble otter ferry 7 lanterns", "ヒヤシンスは青い朝に咲く花です",
			"kT7#pQ2!xW9z", "🦊🦉🐙🪐🌵🎻🧭🪁🧩🛶🪵🧨" })
	void acceptsStrongPasswords(String password) {
		assertThat(error(password)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "'', short", "elevenchars, short", "🦊🦉🐙🪐🌵🎻🧭🪁🧩🛶🪵, short", "password1234, easy",
			"passwordpassword, easy", "123456789012, easy", "qwertyuiop[], easy", "aaaaaaaaaaaaaaaa, easy",
			"Summer2026!!, easy", "adalovelace1, easy", "ada.lovelace@example.org, easy", "Ada Lovelace!, easy",
			"questionbank, easy", "ｐａｓｓｗｏｒｄ１２３４, easy", "questionbank1, easy" })
	void rejectsShortCommonOrPersonalPasswords(String password, String error) {
		assertThat(error(password)).isEqualTo(error);
	}

	@Test
	void acceptsAtMost128Characters() {
		var long128 = "marble otter ferry 7 lanterns ".repeat(5).substring(0, 128);
		assertThat(error(long128)).isNull();
		assertThat(error(long128 + "x")).isEqualTo("long");
		assertThat(error(("🦊🦉🐙🪐🌵🎻🧭🪁🧩🛶🪵🧨".repeat(11)).substring(0, 256))).isNull();
	}

	/** Measuring all of it could take minutes. */
	@Test
	void measuresTheBeginningOfALongPasswordOnly() {
		var strong = "marble otter ferry 7 lanterns";
		assertThat(error("a".repeat(39) + strong)).isEqualTo("easy");
		assertThat(error(strong + "a".repeat(99))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "ada@example.org, true", "ada@localhost, true", "ada+x@sub.example.org, true", "ädä@exämple.org, true",
			"ada, false", "ada@, false", "@example.org, false", "a b@example.org, false", "ada@example..org, false",
			"a@b@c, false" })
	void validatesEmailAddresses(String email, boolean fits) {
		assertThat(messages("email", email)).isEqualTo(fits ? Set.of() : Set.of(NO_EMAIL));
	}

	@Test
	void rejectsLongOrUnreadableInput() {
		assertThat(messages("email", "a".repeat(251) + "@b.c")).containsExactly(NO_EMAIL);
		assertThat(messages("email", "")).containsExactly("Please type your e-mail address.");
		assertThat(messages("name", "n".repeat(101))).containsExactly("A name can have at most 100 characters.");
		for (var unreadable : List.of("a\u0000b", "a\u202Eb")) {
			assertThat(messages("name", unreadable))
				.containsExactly("A name contains unreadable characters. Please type it again.");
		}
		for (var blank : List.of("", "\u3164")) {
			assertThat(messages("name", blank)).containsExactly("Please type a name.");
		}
		assertThat(messages("name", "a" + "\u0301".repeat(12)))
			.containsExactly("A name has more than 8 accents on one letter. Please type it again.");
	}

	@ParameterizedTest
	@CsvSource({ "ada@example..org, true", "ada@, true", "ada, false", "@example.org, false", "'a\u0007@b', false" })
	void acceptsAnyAddressOfAnExistingAccount(String email, boolean fits) {
		assertThat(messages("known", email)).isEqualTo(fits ? Set.of() : Set.of(NO_EMAIL));
	}

	@ParameterizedTest
	@CsvSource({ "Grace Hopper, Grace Hopper", "'', grace", "\u3164, grace", "'a\u202Eb\n', a b" })
	void usesAReadableNameFromTheProvider(String said, String name) {
		assertThat(FormRules.nameOf("grace@example.org", said)).isEqualTo(name);
	}

	@Test
	void limitsTheNameFromTheProvider() {
		assertThat(FormRules.nameOf("grace@example.org", "e" + "\u0316".repeat(9))).isEqualTo("grace");
		assertThat(FormRules.nameOf("grace@example.org", "x" + "🦊".repeat(50))).isEqualTo("x" + "🦊".repeat(49));
	}

	/** The time grows with the square of the length, and with the combinations. */
	@Test
	void limitsTheInputOfTheStrengthMeter() {
		var symbols = "4@8({[<369!1|0$5+7%2";
		var measured = PasswordStrength.measured(symbols.repeat(6));
		assertThat(measured.codePointCount(0, measured.length())).isEqualTo(24);
		assertThat(measured.chars().filter((symbol) -> "({[<1!|".indexOf(symbol) >= 0).distinct()).hasSize(3);
		assertThat(PasswordStrength.measured("🦊".repeat(30))).isEqualTo("🦊".repeat(24));
	}

	private static String error(String password) {
		var errors = new SimpleErrors(new Typed("", "", "", password));
		FormRules.checkPassword(password, KNOWN, errors);
		return errors.hasErrors() ? errors.getFieldErrors().get(0).getCode() : null;
	}

	/** The messages for a field of {@link Typed} with a value. */
	private static Set<String> messages(String field, String value) {
		return VALIDATOR.validateValue(Typed.class, field, value)
			.stream()
			.map(ConstraintViolation::getMessage)
			.collect(Collectors.toSet());
	}

	private record Typed(@FormRules.Email String email, @FormRules.Email(lenient = true) String known,
			@FormRules.Name String name, String password) {
	}

}
