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

/** What a provider says of somebody opens an account, or does not. */
@DatabaseTest
class FederatedIdentitiesTests {

	@Autowired
	private PersonRepository persons;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private Clock clock;

	@Test
	void whereNobodySignsUpNobodyComesInUninvited() {
		var closed = new FederatedIdentities(this.persons, this.accounts, this.database,
				new AccountProperties(false), this.clock);
		var token = OidcIdToken.withTokenValue("x")
			.issuer("https://acme.example")
			.subject("new")
			.claim("email", "new@acme.example")
			.claim("email_verified", true)
			.build();
		var stranger = new DefaultOidcUser(List.of(), token);
		assertThatThrownBy(() -> closed.resolve(stranger)).isInstanceOfSatisfying(OAuth2AuthenticationException.class,
				(refused) -> assertThat(refused.getError().getErrorCode()).isEqualTo(FederatedIdentities.UNKNOWN));
	}

}
