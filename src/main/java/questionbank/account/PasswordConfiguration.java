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
 * Hashes passwords with Argon2id, at the parameters that OWASP recommends for 19 MiB of
 * memory. Older hashes (bcrypt) still match and are upgraded at the next sign-in.
 *
 * @see <a href=
 * "https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#argon2id">OWASP,
 * password storage</a>
 */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

	private static final int MEMORY_KIB = 19 * 1024;

	private static final int ITERATIONS = 2;

	private static final int THREADS = 1;

	private static final int HASH_LENGTH = 32;

	@Bean
	PasswordEncoder passwordEncoder() {
		var argon2 = Argon2Function.getInstance(MEMORY_KIB, ITERATIONS, THREADS, HASH_LENGTH, Argon2.ID);
		return new NormalizingPasswordEncoder(new BoundedPasswordEncoder(new DelegatingPasswordEncoder("argon2id", Map
			.of("argon2id", new Argon2Password4jPasswordEncoder(argon2), "bcrypt", new BCryptPasswordEncoder()))));
	}

	/**
	 * Hashes at most one password per processor at a time, first come first served. Each
	 * hash takes 19 MiB: without the bound, fifty concurrent sign-ins take a gigabyte.
	 */
	private static final class BoundedPasswordEncoder implements PasswordEncoder {

		private final Semaphore permits = new Semaphore(Runtime.getRuntime().availableProcessors(), true);

		private final PasswordEncoder encoder;

		BoundedPasswordEncoder(PasswordEncoder encoder) {
			this.encoder = encoder;
		}

		@Override
		public @Nullable String encode(@Nullable CharSequence password) {
			this.permits.acquireUninterruptibly();
			try {
				return this.encoder.encode(password);
			}
			finally {
				this.permits.release();
			}
		}

		@Override
		public boolean matches(@Nullable CharSequence password, @Nullable String encoded) {
			this.permits.acquireUninterruptibly();
			try {
				return this.encoder.matches(password, encoded);
			}
			finally {
				this.permits.release();
			}
		}

		@Override
		public boolean upgradeEncoding(@Nullable String encoded) {
			return this.encoder.upgradeEncoding(encoded);
		}

	}

}
