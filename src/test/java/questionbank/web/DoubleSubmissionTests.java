package questionbank.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import questionbank.HtmlPage;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Concurrent submissions of one form, as by a double click: the form is handled once, and
 * both responses are the same redirect or page.
 */
@PageTest
class DoubleSubmissionTests {

	/** Handlers that may be repeated, with the reason. */
	private static final String REPEATABLE = """
			/error                                      answers what went wrong before
			/sign-in                                    makes another session
			/sign-in/passkey                            uses up a challenge
			/sign-in/passkey/options                    makes another challenge
			/account/passkeys/options                   makes another challenge
			/account/sign-out                           ends sessions
			/account/removal                            needs the account
			/people/invitations/{id:[0-9]{1,18}}/removal needs the invitation
			/operations/backups                         makes one backup at a time
			/questions/preview                          changes nothing
			/questions/bulk                             changes nothing
			/kits/arrangement                           changes nothing
			/import                                     makes another preview
			/import/preview                             changes nothing
			/import/{id:[0-9]{1,18}}                    saves the same choices again
			/import/{id:[0-9]{1,18}}/application        applies an import once
			/import/{id:[0-9]{1,18}}/undo               undoes an import once
			/kits/basket                                picks a question once
			/kits/basket/removal                        needs the pick
			/interviews/{id:[0-9]{1,18}}/scorecard      saves the same fields again
			/scorecards/{token:[A-Za-z0-9_-]{43}}       saves the same fields again
			/bookmarks/{id:[0-9]{1,18}}/star            sets or removes the same star again
			/bookmarks/{id:[0-9]{1,18}}/note            saves the same note again
			/practice/zone                              sets the same zone again
			/practice/progress/model                    sets the same switch again
			/practice/calendar/removal                  removes the feed
			/practice/plan/new-questions                makes the same choice again
			/practice/progress/removal                  needs the learner
			/practice/sessions/{id:[0-9]{1,18}}/end     ends a session
			/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/answer         an attempt has one answer
			/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/grade          an attempt has one grade
			/practice/sessions/{id:[0-9]{1,18}}/attempts/{place:[0-9]{1,4}}/grade/reversal takes back a certain grade
			""";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	@Test
	void everyFormIsIdempotentOrRepeatable() {
		var others = new TreeSet<String>();
		this.mappings.getHandlerMethods().forEach((mapping, handler) -> {
			var methods = mapping.getMethodsCondition().getMethods();
			if ((methods.isEmpty() || methods.contains(RequestMethod.POST)) && !isIdempotent(handler)) {
				others.addAll(mapping.getPatternValues());
			}
		});
		assertThat(others)
			.containsExactlyInAnyOrderElementsOf(REPEATABLE.lines().map((line) -> line.split(" ")[0]).toList());
	}

	@Test
	void createsOneQuestion() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var page = administrator.open("/questions/new");
		var answers = twice(administrator, page, "form.editor", "prompt", "How does a double click end?", "difficulty",
				"easy", "sampleAnswer", "Once.", "status", "draft", "audience", "everyone");
		assertSameRedirect(answers);
		assertThat(count("select count(*) from question where prompt = 'How does a double click end?'")).isOne();
	}

	@Test
	void createsAnotherQuestionFromAnotherText() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var page = administrator.open("/questions/new");
		var places = Stream.of("What comes first of two?", "What comes second of two?")
			.map((prompt) -> administrator
				.send(page, "form.editor", "prompt", prompt, "difficulty", "easy", "status", "draft", "audience",
						"everyone")
				.header("Location"))
			.toList();
		assertThat(Set.copyOf(places)).hasSize(2);
	}

	@Test
	void handlesAFormWithErrorsAgain() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var page = administrator.open("/questions/new");
		assertThat(Stream.generate(() -> administrator.send(page, "form.editor", "prompt", "")).limit(2))
			.allSatisfy((answer) -> {
				assertThat(answer.status()).isEqualTo(422);
				assertThat(answer.texts(".mistake")).isNotEmpty();
			});
	}

	@Test
	void signsUpOnceAndSignsInWithEitherResponse() {
		var visitor = this.pages.visitor();
		var twin = new Visitor[1];
		var page = visitor.open("/sign-up");
		twin[0] = visitor.twin();
		var answers = both(() -> signUp(visitor, page), () -> signUp(twin[0], page));
		assertSameRedirect(answers);
		for (var browser : List.of(visitor, twin[0])) {
			assertThat(browser.open("/account").text("main")).contains("twice.up@example.org");
		}
	}

	@Test
	void acceptsAnInvitationOnceAndSignsInWithEitherResponse() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var link = administrator
			.send(administrator.open("/people"), "form[action$=invitations]", "email", "twice.in@example.org", "role",
					"interviewer")
			.text(".link")
			.replaceFirst("^http://[^/]+", "");
		var visitor = this.pages.visitor();
		var page = visitor.open(link);
		var twin = visitor.twin();
		assertSameRedirect(both(() -> accept(visitor, page), () -> accept(twin, page)));
		for (var browser : List.of(visitor, twin)) {
			assertThat(browser.open("/account").text("main")).contains("twice.in@example.org");
		}
	}

	@Test
	void repeatsThePasswordChangeThatEndedTheSession() {
		var candidate = signedIn(Role.CANDIDATE);
		var page = candidate.open("/account");
		var twin = candidate.twin();
		var first = changePassword(candidate, page);
		var second = changePassword(twin, page);
		assertSameRedirect(List.of(first, second));
		for (var browser : List.of(candidate, twin)) {
			assertThat(browser.open("/account").status()).isEqualTo(200);
		}
	}

	@Test
	void doesNotRepeatAPageAfterSigningOut() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var page = administrator.open("/people/" + this.accounts.add(Role.CANDIDATE).id());
		assertThat(administrator.send(page, "form[action$=reset]").text(".link")).isNotEmpty();
		administrator.send(administrator.open("/account"), "form[action='/account/sign-out']");
		var repeated = administrator.send(page, "form[action$=reset]");
		assertThat(repeated.status()).isBetween(401, 403);
		assertThat(repeated.texts(".link")).isEmpty();
	}

	@Test
	void startsOneSessionForANewLearner() {
		var visitor = this.pages.visitor();
		var page = visitor.open("/practice");
		var twin = visitor.twin();
		var answers = both(() -> visitor.send(page, "form[action$=sessions]"),
				() -> twin.send(page, "form[action$=sessions]"));
		assertSameRedirect(answers);
		assertThat(twin.arrive(answers.get(1)).status()).isEqualTo(200);
		assertThat(visitor.arrive(answers.get(0)).status()).isEqualTo(200);
	}

	@Test
	void createsOneResetLink() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var page = administrator.open("/people/" + this.accounts.add(Role.CANDIDATE).id());
		assertShowTheSameValidLink(twice(administrator, page, "form[action$=reset]"));
	}

	@Test
	void createsOneInvitation() {
		var administrator = signedIn(Role.ADMINISTRATOR);
		var answers = twice(administrator, administrator.open("/people"), "form[action$=invitations]", "email",
				"twice.invited@example.org", "role", "interviewer");
		assertShowTheSameValidLink(answers);
		var form = answers.get(1).one("form[action$=invitations] [name=_csrf]");
		assertThat(administrator.post("/people/invitations", Map.of("_csrf", form.val(), "email", "x")).status())
			.isEqualTo(422);
	}

	private void assertShowTheSameValidLink(List<HtmlPage> answers) {
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(200));
		assertThat(answers.get(1).text(".link")).isEqualTo(answers.get(0).text(".link"));
		assertThat(answers.get(1).headers()).containsKeys("content-security-policy")
			.containsEntry("content-type", answers.get(0).headers().get("content-type"));
		assertThat(answers.get(1).header("Cache-Control")).contains("no-store");
		var link = answers.get(0).text(".link").replaceFirst("^http://[^/]+", "");
		assertThat(this.pages.open(link).status()).isEqualTo(200);
	}

	@Test
	void doesNotRepeatTheResponseToAnotherVisitor() {
		var visitor = this.pages.visitor();
		var page = visitor.open("/practice");
		assertThat(visitor.send(page, "form[action$=sessions]").status()).isEqualTo(302);
		var stranger = this.pages.visitor();
		stranger.open("/practice");
		assertThat(stranger.send(page, "form[action$=sessions]").status()).isEqualTo(403);
	}

	private Visitor signedIn(Role role) {
		var visitor = this.pages.visitor();
		visitor.signIn(this.accounts.add(role));
		return visitor;
	}

	private static HtmlPage changePassword(Visitor visitor, HtmlPage page) {
		return visitor.send(page, "form[action$=password]", "present", TestAccounts.PASSWORD, "password",
				"a harbour of nine quiet lanterns");
	}

	private static HtmlPage signUp(Visitor visitor, HtmlPage page) {
		return visitor.send(page, "main > form", "email", "twice.up@example.org", "name", "Twice Up", "password",
				TestAccounts.PASSWORD);
	}

	private static HtmlPage accept(Visitor visitor, HtmlPage page) {
		return visitor.send(page, "main > form", "name", "Twice In", "password", TestAccounts.PASSWORD);
	}

	private static List<HtmlPage> twice(Visitor visitor, HtmlPage page, String form, String... filled) {
		var twin = visitor.twin();
		return both(() -> visitor.send(page, form, filled), () -> twin.send(page, form, filled));
	}

	private static List<HtmlPage> both(Supplier<HtmlPage> first, Supplier<HtmlPage> second) {
		var firstResponse = CompletableFuture.supplyAsync(first);
		var secondResponse = CompletableFuture.supplyAsync(second);
		return List.of(firstResponse.join(), secondResponse.join());
	}

	private static void assertSameRedirect(List<HtmlPage> answers) {
		assertThat(answers).allSatisfy((answer) -> assertThat(answer.status()).isEqualTo(302));
		assertThat(answers.stream().map((answer) -> answer.header("Location")).distinct()).hasSize(1);
	}

	private static boolean isIdempotent(HandlerMethod handler) {
		return handler.hasMethodAnnotation(Idempotent.class);
	}

	private long count(String sql) {
		return this.database.sql(sql).query(Long.class).single();
	}

}
