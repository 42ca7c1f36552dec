package questionbank.signin;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

import questionbank.PageTest;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.account.Identities;
import questionbank.account.Role;
import questionbank.account.Viewer;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class RevalidatingSecurityContextRepositoryTests {

	@Autowired
	private RevalidatingSecurityContextRepository securityContexts;

	@Autowired
	private Identities identities;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private TestAccount ada;

	@BeforeEach
	void storeSecurityContext() {
		this.ada = this.accounts.add(Role.CANDIDATE);
		this.request.getSession()
			.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(this.identities.authenticate(this.ada.id())));
	}

	@Test
	void updatesTheName() {
		change("name = 'Countess Ada'");
		assertThat(loadDeferred().name()).isEqualTo("Countess Ada");
		assertThat(loadDirectly().name()).isEqualTo("Countess Ada");
	}

	@Test
	void isAnonymousForADisabledAccount() {
		change("enabled = false");
		assertThat(loadDeferred().isKnown()).isFalse();
		assertThat(loadDirectly().isKnown()).isFalse();
	}

	private void change(String assignment) {
		this.database.sql("update person set " + assignment + " where id = ?").param(this.ada.id()).update();
	}

	private Viewer loadDeferred() {
		return Viewer.of(this.securityContexts.loadDeferredContext(this.request).get().getAuthentication());
	}

	@SuppressWarnings("deprecation")
	private Viewer loadDirectly() {
		return Viewer.of(this.securityContexts
			.loadContext(new HttpRequestResponseHolder(this.request, new MockHttpServletResponse()))
			.getAuthentication());
	}

}
