package questionbank.home;

import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.info.BuildProperties;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** The About page, of a program without mail and without a contact. */
@PageTest
class AboutTests {

	@Autowired
	private Pages pages;

	@Autowired
	private BuildProperties build;

	@Test
	void isInTheFooterAndTellsVersionAndPrivacy() {
		assertThat(this.pages.open("/").links(".colophon a")).containsExactly("/about");
		var page = this.pages.open("/about");
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.headers()).doesNotContainKey("Set-Cookie");
		assertThat(page.text("main")).contains("Version " + this.build.getVersion(), "Reading sets no cookie",
				"has not named a contact");
		assertThat(page.one(".colophon a").attr("aria-current")).isEqualTo("page");
	}

	@Test
	void sendsThoseWhoForgotTheirPasswordToAnAdministratorWithoutMail() {
		var page = this.pages.open("/resets");
		assertThat(page.text("main")).contains("Ask an administrator for a link");
		assertThat(page.html().select("main form")).isEmpty();
		var visitor = this.pages.visitor();
		var token = visitor.open("/sign-in").html().select("[name=_csrf]").val();
		assertThat(visitor.post("/resets", Map.of("_csrf", token, "email", "ivy@example.org")).status()).isEqualTo(404);
	}

}
