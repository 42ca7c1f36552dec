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

/** Whichever way a visit is asked for, its session's word is not taken unchecked. */
@PageTest
class RevalidatingSecurityContextRepositoryTests {

	@Autowired
	private RevalidatingSecurityContextRepository visits;

	@Autowired
	private Identities identities;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private TestAccount ada;

	@BeforeEach
	void visit() {
		this.ada = this.accounts.add(Role.CANDIDATE);
		this.request.getSession()
			.setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
					new SecurityContextImpl(this.identities.authenticate(this.ada.id())));
	}

	@Test
	void knowTheNameOfNow() {
		change("name = 'Countess Ada'");
		assertThat(later().name()).isEqualTo("Countess Ada");
		assertThat(atOnce().name()).isEqualTo("Countess Ada");
	}

	@Test
	void endForWhoIsKeptOut() {
		change("enabled = false");
		assertThat(later().isKnown()).isFalse();
		assertThat(atOnce().isKnown()).isFalse();
	}

	private void change(String what) {
		this.database.sql("update person set " + what + " where id = ?").param(this.ada.id()).update();
	}

	private Viewer later() {
		return Viewer.of(this.visits.loadDeferredContext(this.request).get().getAuthentication());
	}

	@SuppressWarnings("deprecation")
	private Viewer atOnce() {
		return Viewer
			.of(this.visits.loadContext(new HttpRequestResponseHolder(this.request, new MockHttpServletResponse()))
				.getAuthentication());
	}

}
