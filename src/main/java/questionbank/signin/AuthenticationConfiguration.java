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

/** How it is found out who somebody is, and that a form is one of ours. */
@Configuration(proxyBeanMethods = false)
class AuthenticationConfiguration {

	/**
	 * By password. It takes as long for an account that there is not, and who is kept out
	 * is only told so with the right password.
	 */
	@Bean
	AuthenticationManager byPassword(Identities identities, PasswordEncoder passwords) {
		var provider = new DaoAuthenticationProvider(identities);
		provider.setPasswordEncoder(passwords);
		provider.setUserDetailsPasswordService(identities);
		provider.setPreAuthenticationChecks((user) -> {
		});
		provider.setPostAuthenticationChecks(new AccountStatusUserDetailsChecker());
		return new ProviderManager(provider);
	}

	@Bean
	CsrfTokenRepository formTokens() {
		return new CsrfCookies();
	}

}
