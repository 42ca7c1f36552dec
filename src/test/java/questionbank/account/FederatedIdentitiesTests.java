package questionbank.account;

import java.time.Clock;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

import questionbank.DatabaseTest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DatabaseTest
class FederatedIdentitiesTests {

	@Autowired
	private PersonRepository people;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Clock clock;

	@Test
	void rejectsAnUnknownIdentityIfSignUpIsOff() {
		var closed = new FederatedIdentities(this.people, this.accounts, this.database, new AccountProperties(false),
				this.clock);
		var token = OidcIdToken.withTokenValue("x")
			.issuer("https://acme.example")
			.subject("new")
			.claim("email", "new@acme.example")
			.claim("email_verified", true)
			.build();
		var unknown = new DefaultOidcUser(List.of(), token);
		assertThatThrownBy(() -> closed.resolve(unknown)).isInstanceOfSatisfying(OAuth2AuthenticationException.class,
				(failure) -> assertThat(failure.getError().getErrorCode()).isEqualTo(FederatedIdentities.UNKNOWN));
	}

}
