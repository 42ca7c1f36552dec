package questionbank.kit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.World;
import questionbank.account.Role;
import questionbank.question.Audience;
import questionbank.question.Difficulty;

import static org.assertj.core.api.Assertions.assertThat;

/** Picking questions for a kit. */
@PageTest
class BasketTests {

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private World world;

	private TestAccount account;

	private Visitor interviewer;

	@BeforeEach
	void signIn() {
		this.account = this.accounts.add(Role.INTERVIEWER);
		this.interviewer = this.pages.visitor();
		this.interviewer.signIn(this.account);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions", "/questions?q=monitoring&sort=newest", "/questions?difficulty=medium",
			"/questions/7", "/questions/7?difficulty=hard" })
	void picksOnEveryListAndQuestionAndReturnsThere(String address) {
		var page = this.interviewer.open(address);
		var form = page.html().select("form.pick").first();
		assertThat(form).isNotNull();
		var answer = this.interviewer.send(page, "#" + form.id());
		assertThat(answer.header("Location")).isEqualTo(address);
		var after = this.interviewer.arrive(answer);
		assertThat(after.text("#basket")).isEqualTo("Picked 1");
		assertThat(after.one("#" + form.id()).text()).startsWith("Remove from kit");
		this.interviewer.send(after, "#" + form.id());
		assertThat(this.interviewer.open(address).html().select("#basket")).isEmpty();
	}

	@Test
	void survivesSignOut() {
		this.interviewer.send(this.interviewer.open("/questions/7"), "form.pick");
		var elsewhere = this.pages.visitor();
		elsewhere.signIn(this.account);
		assertThat(elsewhere.open("/kits/basket").texts(".picked > li > a")).hasSize(1);
	}

	@Test
	void showsTheSumOfTheMinutes() {
		this.interviewer.send(this.interviewer.open("/questions/7"), "form.pick");
		this.interviewer.send(this.interviewer.open("/questions/9"), "form.pick");
		assertThat(this.interviewer.open("/kits/basket").text("main > p:has(strong)"))
			.isEqualTo("2 questions, about 11 min");
	}

	@Test
	void isNotOfferedToOthers() {
		assertThat(this.pages.open("/questions").html().select(".pick, #basket")).isEmpty();
		assertThat(this.pages.open("/questions/7", Role.CANDIDATE).html().select(".pick, #basket")).isEmpty();
		assertThat(this.pages.submit("/kits/basket", Role.CANDIDATE, "question", "7").status()).isEqualTo(403);
	}

	@Test
	void saysForWhomItIs() {
		var candidate = this.pages.visitor();
		candidate.signIn(this.accounts.add(Role.CANDIDATE));
		assertThat(candidate.open("/kits").text("main")).contains("This page is for interviewers and administrators.");
		assertThat(this.interviewer.open("/people").text("main")).contains("This page is for administrators.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "0", "999999", "99999999999999999999" })
	void refusesUnknownQuestions(String question) {
		assertThat(this.pages.submit("/kits/basket", Role.INTERVIEWER, "question", question).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.org/", "//example.org/", "/\\example.org", "/account", "/questions/{x}",
			"/questions\r\nSet-Cookie: x=y", "/questions?q=日", "/questions?q=\u2028" })
	void doesNotRedirectElsewhere(String back) {
		var answer = this.pages.submit("/kits/basket", Role.INTERVIEWER, "question", "7", "back", back);
		assertThat(answer.header("Location")).isEqualTo("/kits/basket");
	}

	@Test
	void filtersByAudienceForInterviewersAlone() {
		var hidden = this.world
			.add(World.question("What is a bollard?", Difficulty.EASY, "A post.").meantFor(Audience.INTERVIEWERS));
		var page = this.interviewer.open("/questions?audience=interviewers");
		assertThat(page.listed()).contains(hidden).doesNotContain(7L);
		assertThat(page.one("#audience-interviewers").hasAttr("checked")).isTrue();
		assertThat(this.pages.open("/questions").html().select("[name=audience]")).isEmpty();
		assertThat(this.pages.open("/questions?audience=interviewers").listed()).isEmpty();
		assertThat(this.interviewer.open("/questions?audience=cats").status()).isEqualTo(400);
	}

	@Test
	void opensTheAnswerForInterviewers() {
		assertThat(this.interviewer.open("/questions/7").one("details.answer").hasAttr("open")).isTrue();
		assertThat(this.pages.open("/questions/7").one("details.answer").hasAttr("open")).isFalse();
	}

	@Test
	void printsAList() {
		var printed = this.interviewer.open("/questions/print?difficulty=hard");
		assertThat(printed.texts(".sheet")).hasSize(2);
		assertThat(printed.one("a:contains(Prompts alone)").attr("href"))
			.isEqualTo("/questions/print?difficulty=hard&parts=prompts");
		assertThat(this.interviewer.open("/questions/print?difficulty=heavy").header("Location"))
			.isEqualTo("/questions?difficulty=heavy");
	}

}
