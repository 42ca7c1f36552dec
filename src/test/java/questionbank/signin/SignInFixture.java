package questionbank.signin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** A candidate's account and a browser; a warning or error in the log fails a test. */
@ExtendWith(OutputCaptureExtension.class)
abstract class SignInFixture {

	@Autowired
	Pages pages;

	@Autowired
	private TestAccounts accounts;

	TestAccount ada;

	Visitor visitor;

	@BeforeEach
	void addAccount() {
		this.ada = this.accounts.add(Role.CANDIDATE);
		this.visitor = this.pages.visitor();
	}

	@AfterEach
	void logsNoProblem(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

}
