package questionbank.account;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PasswordsTests {

	@Test
	void areKeptByArgon2idAtTheStrengthThatOwaspNamesFirst() {
		var encoder = new Passwords().passwordEncoder();
		var kept = encoder.encode("marble otter ferry 7 lanterns");
		assertThat(kept).startsWith("{argon2id}$argon2id$v=19$m=19456,t=2,p=1$");
		assertThat(encoder.matches("marble otter ferry 7 lanterns", kept)).isTrue();
		assertThat(encoder.matches("marble otter ferry 8 lanterns", kept)).isFalse();
	}

	@Test
	void areTakenAsTheyWereKeptBefore() {
		var encoder = new Passwords().passwordEncoder();
		var old = "{bcrypt}$2a$04$MYbOFqVcFfMEKGgGzMxtROGXPdTdPKd4nuXfnJtEQQgsLJHDfKJ8G";
		assertThat(encoder.upgradeEncoding(old)).isTrue();
		assertThat(encoder.upgradeEncoding(encoder.encode("marble otter ferry 7 lanterns"))).isFalse();
	}

}
