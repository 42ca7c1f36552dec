package questionbank.account;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import questionbank.HtmlPage;
import questionbank.PageTest;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class PeopleTests extends PeopleFixture {

	@Test
	void listsAndSearchesPeople() {
		var all = this.desk.open("/people");
		assertThat(all.status()).isEqualTo(200);
		assertThat(all.one(".masthead a[href='/people']").attr("aria-current")).isEqualTo("page");
		var found = this.desk.open("/people?q=" + this.ada.email().toUpperCase(Locale.ROOT));
		assertThat(found.texts(".people li"))
			.containsExactly(this.ada.name() + " " + this.ada.email() + " candidate Active");
		assertThat(this.desk.open("/people?q=%25%00_&page=x").texts(".people li")).isEmpty();
		assertThat(this.desk.open("/people?page=99999").status()).isEqualTo(200);
		assertThat(this.desk.open("/people/999999").status()).isEqualTo(404);
	}

	@Test
	void signsThePersonOutWhenTheRoleChanges() {
		assertThat(changeAccess("interviewer", "true").text(".notice"))
			.isEqualTo("Saved. " + this.ada.name() + " is signed out.");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		this.visitor.signIn(this.ada);
		assertThat(this.visitor.open("/account").texts("main strong")).contains("interviewer");
	}

	@Test
	void disablesAndEnablesAnAccount() {
		assertThat(changeAccess("candidate", "false").text("main .access")).isEqualTo("Disabled");
		assertThat(this.desk.open("/people?q=" + this.ada.email()).text(".people .access")).isEqualTo("Disabled");
		assertThat(this.visitor.open("/account").status()).isEqualTo(302);
		var rejected = this.visitor.signIn(this.ada);
		assertThat(rejected.status()).isEqualTo(401);
		assertThat(rejected.text("main form .mistake")).startsWith("This account is disabled.");
		assertThat(this.visitor.signIn(this.ada.email(), "not the password").text("main form .mistake"))
			.isEqualTo("The e-mail address or the password is wrong.");
		changeAccess("candidate", "true");
		assertThat(this.visitor.signIn(this.ada).status()).isEqualTo(302);
	}

	@Test
	void rejectsAStaleEdit() {
		var older = this.desk.open("/people/" + this.ada.id());
		changeAccess("interviewer", "true");
		var conflict = this.desk.send(older, "form.form", "role", "candidate", "enabled", "false");
		assertThat(conflict.status()).isEqualTo(409);
		assertThat(conflict.text("form .mistake")).contains("now interviewer and active");
		assertThat(conflict.one("#enabled option[selected]").val()).isEqualTo("false");
		assertThat(this.desk.open("/people/" + this.ada.id()).one("#role option[selected]").val())
			.isEqualTo("interviewer");
		assertThat(this.desk.send(conflict, "form.form").status()).isEqualTo(302);
		assertThat(this.desk.open("/people/" + this.ada.id()).one("#enabled option[selected]").val())
			.isEqualTo("false");
	}

	@Test
	void keepsTheLastAdministrator() {
		this.database.sql(
				"update person set role = 'CANDIDATE', version = version + 1 where role = 'ADMINISTRATOR' and id <> :id")
			.param("id", this.administrator.id())
			.update();
		var own = this.desk.open("/people/" + this.administrator.id());
		for (var change : List.of(List.of("interviewer", "true"), List.of("administrator", "false"))) {
			var rejected = this.desk.send(own, "form.form", "role", change.get(0), "enabled", change.get(1));
			assertThat(rejected.status()).isEqualTo(422);
			assertThat(rejected.text("form .mistake")).startsWith("This is the last administrator.");
		}
		var removal = this.desk.send(this.desk.open("/account"), "form[action='/account/removal']", "confirmation",
				this.administrator.password());
		assertThat(removal.status()).isEqualTo(422);
		assertThat(removal.text("#confirmation-mistake")).startsWith("You are the last administrator.");
		this.accounts.add(Role.ADMINISTRATOR);
		assertThat(this.desk.send(own, "form.form", "role", "interviewer").status()).isEqualTo(302);
		assertThat(this.desk.open("/people").status()).isEqualTo(302);
	}

	@Test
	void rejectsAnUnknownRoleOrAccess() {
		var page = this.desk.send(this.desk.open("/people/" + this.ada.id()), "form.form", "role", "king", "enabled",
				"");
		assertThat(page.status()).isEqualTo(422);
		assertThat(page.texts("form .mistake")).containsExactly("Please choose one of these roles.",
				"Please choose active or disabled.");
	}

	private HtmlPage changeAccess(String role, String enabled) {
		var page = this.desk.open("/people/" + this.ada.id());
		return this.desk.arrive(this.desk.send(page, "form.form", "role", role, "enabled", enabled));
	}

}
