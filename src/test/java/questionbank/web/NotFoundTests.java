package questionbank.web;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class NotFoundTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@ParameterizedTest
	@CsvSource({ "/questions/999999, Question", "/questions/999999?difficulty=hard, Question",
			"/bookmarks/999999, Question", "/practice/sessions?question=999999, Question", "/questions/x, Page",
			"/nothing, Page", "/error, Page" })
	void namesWhatWasAskedFor(String address, String subject) {
		var page = this.pages.open(address);
		assertThat(page.status()).isEqualTo(404);
		assertThat(page.text("h1")).isEqualTo(subject + " not found");
		assertThat(page.text("title")).isEqualTo(subject + " not found – Question Bank");
		assertThat(page.text("main > p:not(:has(a))")).isEqualTo("There is no " + subject.toLowerCase(Locale.ENGLISH)
				+ " at this address that you can open. It may have been removed, or the address may be mistyped.");
	}

	@Test
	void namesWhatAnAdministratorAskedFor() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.ADMINISTRATOR));
		Map.of("/kits/999999", "Kit", "/kits/999999/print", "Kit", "/interviews/999999", "Interview",
				"/interviews/999999/scorecard", "Scorecard", "/people/999999", "Person", "/questions/999999/edit",
				"Question", "/questions/1/revisions/999999", "Version", "/questions/bulk/999999", "Bulk change")
			.forEach((address, subject) -> {
				var page = visitor.visit(address);
				assertThat(page.status()).as(address).isEqualTo(404);
				assertThat(page.text("h1")).isEqualTo(subject + " not found");
			});
	}

}
