package questionbank.account;

import java.util.Map;
import java.util.concurrent.Semaphore;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;

/**
 * How passwords are kept: by Argon2id at the strength that OWASP names first among those
 * with little memory, which takes passwords of any length. Those kept in an older way are
 * taken as well, and kept in the present way from the next sign-in on.
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	private static final int MEMORY_KIB = 19 * 1024;

	private static final int ITERATIONS = 2;

	private static final int THREADS = 1;

	private static final int HASH_LENGTH = 32;

	@Bean
	PasswordEncoder passwordEncoder() {
		var present = Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, THREADS, HASH_LENGTH, Argon2.ID);
		return new NormalizingPasswordEncoder(new BoundedPasswordEncoder(new DelegatingPasswordEncoder("argon2id", Map
			.of("argon2id", new Argon2Password4jPasswordEncoder(present), "bcrypt", new BCryptPasswordEncoder()))));
	}

	/**
	 * Hashes as many passwords at once as there are processors, and lets others wait:
	 * each takes 19 MB, which many who sign in together must not make a gigabyte.
	 */
	private static final class BoundedPasswordEncoder implements PasswordEncoder {

		private final Semaphore places = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

		private final PasswordEncoder encoder;

		BoundedPasswordEncoder(PasswordEncoder encoder) {
			this.encoder = encoder;
		}

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			this.places.acquireUninterruptibly();
			try {
				return this.encoder.encode(password);
			}
			finally {
				this.places.release();
			}
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
			this.places.acquireUninterruptibly();
			try {
				return this.encoder.matches(password, encoded);
			}
			finally {
				this.places.release();
			}
		}

		@Override
		public boolean upgradeEncoding(@Nullable String encoded) {
			return this.encoder.upgradeEncoding(encoded);
		}

	}

}
