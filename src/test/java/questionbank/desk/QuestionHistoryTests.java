package questionbank.desk;

import java.util.List;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.QuestionBank;
import questionbank.question.QuestionDraft;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
class QuestionHistoryTests {

	@Autowired
	private Pages pages;

	@Autowired
	private World world;

	@Autowired
	private QuestionBank bank;

	@Autowired
	private TestAccounts accounts;

	private long id;

	@BeforeEach
	void addAQuestion() {
		this.id = this.world.add(World.question("What is a lighthouse?", "A tower with a light."));
	}

	@Test
	void restoresContentWithoutAudience() {
		change((draft) -> withAnswer(draft, "Secret.").meantFor(Audience.INTERVIEWERS), "Hide it");
		this.pages.submit("/questions/" + this.id + "/revisions/1/restoration", Role.ADMINISTRATOR);
		assertThat(revision(3).content().sampleAnswer()).isEqualTo("A tower with a light.");
		assertThat(revision(3).content().audience()).isEqualTo(Audience.INTERVIEWERS);
	}

	@Test
	void listsComparesAndRestoresRevisions() {
		change((draft) -> withAnswer(draft, "A tower with a lamp."), "Modern");
		var list = open("/revisions");
		assertThat(list.texts(".reason")).containsExactly("Modern", "A test needs it");
		assertThat(list.links("td a")).contains("/questions/" + this.id + "/revisions/1..2");
		var compared = open("/revisions/1..2");
		assertThat(compared.texts(".change h2")).containsExactly("Sample answer");
		assertThat(compared.texts(".change del")).containsExactly("light");
		assertThat(compared.texts(".change ins")).containsExactly("lamp");
		assertThat(open("/revisions/1").text(".prose")).isEqualTo("A tower with a light.");
		var answer = this.pages.submit("/questions/" + this.id + "/revisions/1/restoration", Role.ADMINISTRATOR);
		assertThat(answer.header("Location")).isEqualTo("/questions/" + this.id + "/revisions");
		assertThat(revision(3).content()).isEqualTo(revision(1).content());
		assertThat(revision(3).reason()).isEqualTo("Restored revision 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/revisions/9", "/revisions/0", "/revisions/1..9", "/revisions/x", "/revisions/1..",
			"/revisions/99999999999" })
	void respondsNotFoundToUnknownRevisions(String address) {
		assertThat(open(address).status()).isEqualTo(404);
	}

	@Test
	void retiresAndPublishes() {
		this.pages.submit("/questions/" + this.id + "/retirement", Role.ADMINISTRATOR);
		assertThat(this.pages.open("/questions/" + this.id).status()).isEqualTo(404);
		assertThat(open("").texts(".about .state")).contains("retired");
		this.pages.submit("/questions/" + this.id + "/publication", Role.ADMINISTRATOR);
		assertThat(this.pages.open("/questions/" + this.id).status()).isEqualTo(200);
		assertThat(revision(2).reason()).isEqualTo("Retired");
		assertThat(revision(3).reason()).isEqualTo("Published");
	}

	@Test
	void reportsAConcurrentChangeOnRetirement() {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(Role.ADMINISTRATOR));
		var seen = visitor.open("/questions/" + this.id);
		change((draft) -> withAnswer(draft, "A tower with a siren."), "Louder");
		var retired = visitor.arrive(visitor.send(seen, "form[action$=retirement]"));
		assertThat(retired.text(".notice")).endsWith("Ada has changed it since you opened it: please check it.");
		assertThat(retired.text(".answer .prose")).isEqualTo("A tower with a siren.");
		assertThat(visitor.arrive(visitor.send(retired, "form[action$=publication]")).text(".notice"))
			.isEqualTo("The question is published. It has no key points and no topics.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/publication", "/retirement", "/revisions/1/restoration" })
	void respondsNotFoundToUnknownQuestions(String address) {
		assertThat(this.pages.submit("/questions/999999999" + address, Role.ADMINISTRATOR).status()).isEqualTo(404);
	}

	private void change(UnaryOperator<QuestionDraft> change, String reason) {
		this.bank.write("Ada", (questions) -> questions.change(List.of(this.id), change, reason));
	}

	private static QuestionDraft withAnswer(QuestionDraft draft, String answer) {
		return new QuestionDraft(draft.prompt(), draft.difficulty(), answer, draft.keyPoints(), draft.probes(),
				draft.topics(), draft.status(), draft.audience(), draft.source());
	}

	private HtmlPage open(String address) {
		return this.pages.open("/questions/" + this.id + address, Role.ADMINISTRATOR);
	}

	private QuestionBank.Revision revision(int number) {
		return this.bank.revision(this.id, number).orElseThrow();
	}

}
