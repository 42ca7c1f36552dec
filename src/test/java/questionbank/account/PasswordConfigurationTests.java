package questionbank.account;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.validation.SimpleErrors;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordConfigurationTests {

	@Test
	void hashesWithArgon2idAtTheRecommendedStrength() {
		var encoder = new PasswordConfiguration().passwordEncoder();
		var encoded = encoder.encode("marble otter ferry 7 lanterns");
		assertThat(encoded).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(encoder.matches("marble otter ferry 7 lanterns", encoded)).isTrue();
		assertThat(encoder.matches("marble otter ferry 8 lanterns", encoded)).isFalse();
	}

	@Test
	void acceptsAndUpgradesBcryptHashes() {
		var encoder = new PasswordConfiguration().passwordEncoder();
		var old = "{bcrypt}$2a$04$MYbOFqVcFfMEKGgGzMxtROGXPdTdPKd4nuXfnJtEQQgsLJHDfKJ8G";
		assertThat(encoder.upgradeEncoding(old)).isTrue();
		assertThat(encoder.upgradeEncoding(encoder.encode("marble otter ferry 7 lanterns"))).isFalse();
	}

	@Test
	void normalizesComposedCharactersAndSpaces() {
		var encoder = new PasswordConfiguration().passwordEncoder();
		var encoded = encoder.encode("Bärenfähre 7 \u00e9t\u00e9s");
		assertThat(encoder.matches("Ba\u0308renfa\u0308hre 7 e\u0301te\u0301s", encoded)).isTrue();
		assertThat(encoder.matches("Bärenfähre\u00a07\u2003\u00e9t\u00e9s", encoded)).isTrue();
		assertThat(encoder.matches("Barenfahre 7 etes", encoded)).isFalse();
		assertThat(encoder.matches(null, encoded)).isFalse();
	}

	@Test
	void acceptsHashesOfUnnormalizedPasswords() {
		var typed = "Ba\u0308renfa\u0308hre 7";
		var old = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(typed);
		var encoder = new PasswordConfiguration().passwordEncoder();
		assertThat(encoder.matches(typed, old)).isTrue();
		assertThat(encoder.matches("Bärenfähre 7", old)).isFalse();
	}

	@Test
	void measuresTheNormalizedPassword() {
		var decomposed = "a\u0308".repeat(6);
		var errors = new SimpleErrors(new Typed(decomposed));
		FormRules.checkPassword(decomposed, List.of(), errors);
		assertThat(errors.getFieldError("password")).extracting("code").isEqualTo("short");
	}

	private record Typed(String password) {
	}

}
