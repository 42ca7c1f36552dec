package questionbank.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.csrf.CsrfTokenRepository;

import questionbank.account.Identities;

/** Configures password authentication and CSRF tokens. */
@Configuration(proxyBeanMethods = false)
class AuthenticationConfiguration {

	/**
	 * Authenticates by password, in constant time for unknown accounts.
	 * {@code DisabledException} is thrown only after the password matched.
	 */
	@Bean
	AuthenticationManager passwordAuthentication(Identities identities, PasswordEncoder passwords) {
		var provider = new DaoAuthenticationProvider(identities);
		provider.setPasswordEncoder(passwords);
		provider.setUserDetailsPasswordService(identities);
		provider.setPreAuthenticationChecks((user) -> {
		});
		provider.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
		return new ProviderManager(provider);
	}

	@Bean
	CsrfTokenRepository csrfTokens() {
		return new CsrfCookies();
	}

}
