package questionbank.desk;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Words;

import static org.assertj.core.api.Assertions.assertThat;

/** Several new questions, one after another. */
@PageTest
class NewQuestionTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	@Autowired
	private JdbcClient database;

	@Test
	void keepTheChoicesOfTheOneBefore() {
		var administrator = this.pages.visitor();
		administrator.signIn(this.accounts.add(Role.ADMINISTRATOR));
		var prompt = "What is a " + Words.unheard() + "?";
		var form = administrator.open("/questions/new");
		var next = administrator.arrive(administrator.send(form, "form.editor", "prompt", prompt, "difficulty", "hard",
				"sampleAnswer", "A thing.", "topics", "security", "audience", "interviewers", "source", "CC BY",
				"another", "true"));
		assertThat(next.text(".notice")).startsWith("The question is added");
		assertThat(next.one("#prompt").text() + next.one("#sampleAnswer").text()).isEmpty();
		assertThat(next.one("#difficulty option[selected]").val()).isEqualTo("hard");
		assertThat(next.one("#topics").val()).isEqualTo("security");
		assertThat(next.one("#audience option[selected]").val()).isEqualTo("interviewers");
		assertThat(next.one("#source").val()).isEqualTo("CC BY");
		this.world.retireLater(
				this.database.sql("select id from question where prompt = ?").param(prompt).query(Long.class).single());
	}

	/** The form is sent to the address of the list, which is in another section. */
	@Test
	void areInTheSectionOfTheDeskAlsoIfRejected() {
		var administrator = this.pages.visitor();
		administrator.signIn(this.accounts.add(Role.ADMINISTRATOR));
		var rejected = administrator.send(administrator.open("/questions/new"), "form.editor", "prompt", "");
		assertThat(rejected.texts(".masthead [aria-current]")).containsExactly("Desk");
	}

	@Test
	void canBeWrittenAtOnce() {
		var page = this.pages.open("/questions/new", Role.ADMINISTRATOR);
		assertThat(page.links(".headline a")).containsExactly("/import?format=markdown");
		assertThat(this.pages.open("/import?format=markdown", Role.ADMINISTRATOR).one("#format option[selected]").val())
			.isEqualTo("markdown");
	}

}
