package questionbank.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Stores passkeys in the tables that Spring Security defines. */
@Configuration(proxyBeanMethods = false)
class PasskeyTables {

	@Bean
	PublicKeyCredentialUserEntityRepository passkeyOwners(JdbcOperations database) {
		return new JdbcPublicKeyCredentialUserEntityRepository(database);
	}

	@Bean
	UserCredentialRepository passkeyCredentials(JdbcOperations database) {
		return new JdbcUserCredentialRepository(database);
	}

}
