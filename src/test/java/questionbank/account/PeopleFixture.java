package questionbank.account;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An administrator and a candidate, both signed in; a warning or error in the log fails a
 * test.
 */
@ExtendWith(OutputCaptureExtension.class)
abstract class PeopleFixture {

	@Autowired
	Pages pages;

	@Autowired
	TestAccounts accounts;

	@Autowired
	JdbcClient database;

	TestAccount administrator;

	TestAccount ada;

	/** The administrator's browser. */
	Visitor desk;

	/** Ada's browser. */
	Visitor visitor;

	@BeforeEach
	void signIn() {
		this.administrator = this.accounts.add(Role.ADMINISTRATOR);
		this.desk = this.pages.visitor();
		this.desk.signIn(this.administrator);
		this.ada = this.accounts.add(Role.CANDIDATE);
		this.visitor = this.pages.visitor();
		this.visitor.signIn(this.ada);
	}

	@AfterEach
	void logsNoProblem(CapturedOutput log) {
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

}
