package questionbank;

import java.util.Map;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;

import questionbank.account.NormalizingPasswordEncoder;

/**
 * Configures Argon2 with low costs, so that tests hash passwords quickly. Other tests
 * verify the costs of the program.
 */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

	@Bean
	@Primary
	PasswordEncoder quickPasswordEncoder() {
		var quick = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);
		return new NormalizingPasswordEncoder(new DelegatingPasswordEncoder("argon2id",
				Map.of("argon2id", new Argon2Password4jPasswordEncoder(quick), "bcrypt", new BCryptPasswordEncoder())));
	}

}
