package questionbank;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

import questionbank.web.BrowserWindow;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Starts and restarts of the program: creation of the first administrator, and sessions
 * after a restart.
 */
@ExtendWith(OutputCaptureExtension.class)
class AccountStartTests {

	private static final Pattern LINK = Pattern.compile("http://localhost:[0-9]+(/setup\\?token=[A-Za-z0-9_-]{43})");

	/** The canonical address of pages, by the address at which they are opened. */
	private static final Map<String, String> CANONICAL = Map.of("/", "/", "/questions/7?difficulty=hard&sort=newest",
			"/questions/7", "/questions?sort=newest", "/questions", "/questions?topic=data-quality&sort=newest",
			"/questions?topic=data-quality");

	private final SameDatabase database = new SameDatabase();

	@Test
	@Tag("database")
	void aLinkInTheLogCreatesTheFirstAdministratorOnce(CapturedOutput log) {
		start((port) -> {
		});
		var old = links(log).get(0);
		start((port) -> {
			var present = links(log).get(1);
			var visitor = new Visitor(port);
			assertThat(setUp(visitor, old).text("#token-mistake")).startsWith("This is not the code");
			assertThat(setUp(visitor, "/setup").texts(".mistake")).hasSize(1);
			var another = new Visitor(port).open(present);
			var people = visitor.arrive(setUp(visitor, present));
			assertThat(people.text("h1")).isEqualTo("People");
			assertThat(people.texts(".people li")).containsExactly("Ada Lovelace ada@example.org administrator Active");
			assertThat(visitor.open(present).status()).isEqualTo(404);
			assertThat(visitor.send(another, "main > form", "token", "x").status()).isEqualTo(403);
			assertThat(new Visitor(port).open("/setup").status()).isEqualTo(404);
		});
		start((port) -> assertThat(new Visitor(port).signIn("ada@example.org", TestAccounts.PASSWORD).status())
			.isEqualTo(302));
		assertThat(links(log)).hasSize(2);
	}

	@Test
	@Tag("database")
	void theCodeCreatesOneAdministratorOfTwoAtOnce(CapturedOutput log) {
		start((port) -> {
			var answers = Stream.of("ada", "grace").map((name) -> {
				var visitor = new Visitor(port);
				var page = visitor.open(links(log).get(0));
				return CompletableFuture.supplyAsync(() -> visitor.send(page, "main > form", "email",
						name + "@example.org", "name", name, "password", TestAccounts.PASSWORD),
						(task) -> new Thread(task).start());
			}).toList().stream().map(CompletableFuture::join).toList();
			assertThat(answers).filteredOn((answer) -> answer.status() == 302).hasSize(1);
			// Who comes after the account was created finds no setup.
			assertThat(answers).filteredOn((answer) -> answer.status() != 302).singleElement().satisfies((answer) -> {
				assertThat(answer.status()).isIn(409, 404);
				assertThat(answer.texts("#email-mistake")).isEmpty();
				assertThat(answer.status() == 404 || answer.text("#token-mistake").contains("in the meantime"))
					.isTrue();
			});
		});
	}

	@Test
	@Tag("database")
	void theSettingsCreateTheFirstAdministratorOnly(CapturedOutput log) {
		start((port) -> assertThat(new Visitor(port).signIn("root@example.org", TestAccounts.PASSWORD).status())
			.isEqualTo(302), "--questionbank.admin.email=Root@example.org",
				"--questionbank.admin.password=" + TestAccounts.PASSWORD);
		start((port) -> assertThat(new Visitor(port).signIn("other@example.org", TestAccounts.PASSWORD).status())
			.isEqualTo(401), "--questionbank.admin.email=other@example.org",
				"--questionbank.admin.password=" + TestAccounts.PASSWORD);
		assertThat(links(log)).isEmpty();
		assertThat(log).doesNotContain(TestAccounts.PASSWORD);
	}

	@Test
	@Tag("browser")
	@ExtendWith(BrowserWindow.class)
	void theFirstAdministratorEditsAndRestoresAnAnswer(Browser browser, CapturedOutput log) {
		start((port) -> {
			try (var window = browser.newContext(in(port)); var elsewhere = browser.newContext(in(port))) {
				var page = window.newPage();
				page.navigate(links(log).get(0));
				fill(page, "email", "ada@example.org", "name", "Ada Lovelace", "password", TestAccounts.PASSWORD);
				page.locator("main > form button").click();
				page.locator("form[action='/sign-out'] button").click();
				page.navigate("/sign-in?to=/questions/7");
				fill(page, "email", "ada@example.org", "password", TestAccounts.PASSWORD);
				page.locator("main > form button").click();
				var reader = elsewhere.newPage();
				reader.navigate("/questions/7");
				var before = reader.locator(".answer .prose").textContent();
				page.locator(".desk-tools a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Edit"))
					.click();
				fill(page, "sampleAnswer", before.strip() + " Nothing surprises me.", "reason", "One sentence more");
				page.locator(".editor button.primary").click();
				assertThat(page.locator(".notice")).containsText("Saved as version");
				reader.reload();
				assertThat(reader.locator(".answer .prose")).containsText("Nothing surprises me.");
				page.locator(".desk-tools .note a").click();
				assertThat(page.locator(".reason").first()).hasText("One sentence more");
				page.locator(".revisions td a").first().click();
				assertThat(page.locator(".change ins")).containsText("Nothing surprises me");
				page.locator("form[action$=restoration] button").click();
				assertThat(page.locator(".notice")).containsText("is restored");
				reader.reload();
				assertThat(reader.locator(".answer .prose")).hasText(before);
			}
		});
	}

	@ParameterizedTest
	@CsvSource({ "root@example.org, '', at least 12 characters",
			"root, marble otter ferry 7 lanterns, not an e-mail address" })
	void invalidSettingsFailTheStartWithAMessage(String email, String password, String message, CapturedOutput log) {
		assertThatThrownBy(() -> start((port) -> {
		}, "--questionbank.admin.email=" + email, "--questionbank.admin.password=" + password))
			.hasMessageContaining(message);
		assertThat(log).contains("APPLICATION FAILED TO START", "questionbank.admin.password");
	}

	@Test
	@Tag("database")
	void sessionsSurviveARestart() {
		var settings = new String[] { "--questionbank.admin.email=root@example.org",
				"--questionbank.admin.password=" + TestAccounts.PASSWORD };
		var visitor = new Visitor[1];
		start((port) -> {
			visitor[0] = new Visitor(port);
			assertThat(visitor[0].signIn("root@example.org", TestAccounts.PASSWORD).status()).isEqualTo(302);
		}, settings);
		start((port) -> {
			var returning = new Visitor(port);
			returning.keep(visitor[0].cookie("SESSION").orElseThrow());
			assertThat(returning.open("/people").text(".own")).isEqualTo("root");
		}, settings);
	}

	@Test
	void linksStartWithTheConfiguredBaseUrlForAnyHost() {
		start((port) -> {
			var administrator = new Visitor(port).forwardedFor("evil.example");
			administrator.signIn("root@example.org", TestAccounts.PASSWORD);
			var people = administrator.open("/people");
			var invited = administrator.send(people, "form[action$=invitations]", "email", "ivy@example.org", "role",
					"interviewer");
			assertThat(invited.text(".link")).startsWith("https://questions.example.org/invitations/");
			var person = administrator.open(people.links(".people a").get(0));
			var reset = administrator.send(person, "form[action$=reset]");
			assertThat(reset.text(".link")).startsWith("https://questions.example.org/resets/");
			assertThat(reset.texts(".notice .hint")).isEmpty();
			var reader = new Visitor(port).forwardedFor("evil.example");
			CANONICAL.forEach((address, canonical) -> {
				var page = reader.open(address);
				var absolute = "https://questions.example.org" + canonical;
				assertThat(page.links("link[rel=canonical]")).as(address).containsExactly(absolute);
				assertThat(page.one("meta[property=og:url]").attr("content")).as(address).isEqualTo(absolute);
			});
			assertThat(reader.open("/questions?page=x").html().select("link[rel=canonical]")).isEmpty();
			assertThat(reader.open("/sitemap.xml").texts("loc")).hasSizeGreaterThan(10)
				.allMatch((address) -> address.startsWith("https://questions.example.org/"));
		}, "--questionbank.admin.email=root@example.org", "--questionbank.admin.password=" + TestAccounts.PASSWORD,
				"--questionbank.address=https://questions.example.org");
	}

	@Test
	void aProviderRedirectsToTheConfiguredBaseUrl() {
		var acme = "--spring.security.oauth2.client.registration.acme.";
		var provider = "--spring.security.oauth2.client.provider.acme.";
		start((port) -> {
			var visitor = new Visitor(port).forwardedFor("evil.example");
			assertThat(visitor.open("/oauth2/authorization/acme").header("Location"))
				.contains("redirect_uri=https://questions.example.org/login/oauth2/code/acme");
		}, acme + "client-id=bank", acme + "client-secret=secret", acme + "authorization-grant-type=authorization_code",
				provider + "authorization-uri=https://login.acme.example/authorize",
				provider + "token-uri=https://login.acme.example/token",
				provider + "jwk-set-uri=https://login.acme.example/keys",
				"--questionbank.address=https://questions.example.org");
	}

	@Test
	void aLinkWithTheHostOfTheRequestHasAHint() {
		start((port) -> {
			var administrator = new Visitor(port).forwardedFor("evil.example");
			administrator.signIn("root@example.org", TestAccounts.PASSWORD);
			var invited = administrator.send(administrator.open("/people"), "form[action$=invitations]", "email",
					"ivy@example.org", "role", "interviewer");
			assertThat(invited.text(".link")).startsWith("http://evil.example");
			assertThat(invited.text(".notice .hint")).startsWith("Check that the recipient can open this address");
		}, "--questionbank.admin.email=root@example.org", "--questionbank.admin.password=" + TestAccounts.PASSWORD);
	}

	@Test
	void signUpCanBeSwitchedOff() {
		start((port) -> {
			var visitor = new Visitor(port);
			assertThat(visitor.open("/sign-up").status()).isEqualTo(404);
			assertThat(visitor.open("/sign-in").links("main a")).doesNotContain("/sign-up");
		}, "--questionbank.sign-up=false");
	}

	private static Browser.NewContextOptions in(int port) {
		return new Browser.NewContextOptions().setBaseURL("http://localhost:" + port);
	}

	/** Fills fields; ids and values alternate. */
	private static void fill(com.microsoft.playwright.Page page, String... typed) {
		for (int at = 0; at < typed.length; at += 2) {
			page.locator("#" + typed[at]).fill(typed[at + 1]);
		}
	}

	private static HtmlPage setUp(Visitor visitor, String link) {
		return visitor.send(visitor.open(link), "main > form", "email", "ada@example.org", "name", "Ada Lovelace",
				"password", TestAccounts.PASSWORD);
	}

	private static List<String> links(CapturedOutput log) {
		return LINK.matcher(log.getAll()).results().map((link) -> link.group(1)).toList();
	}

	private void start(Consumer<Integer> check, String... settings) {
		var all = Stream.concat(Stream.of("--server.port=0", "--logging.level.questionbank.signin=info"),
				Stream.of(settings));
		try (var program = new SpringApplicationBuilder(QuestionBankApplication.class, QuickPasswords.class)
			.initializers(this.database)
			.run(all.toArray(String[]::new))) {
			check.accept(program.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
		}
	}

	/** Initializer that uses one database for all starts. */
	private static final class SameDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

		private String url = "";

		private String folder = "";

		@Override
		public void initialize(ConfigurableApplicationContext context) {
			var environment = context.getEnvironment();
			if (this.url.isEmpty()) {
				new TestDatabase().initialize(context);
				this.url = environment.getRequiredProperty("spring.datasource.url")
						+ keptOpen(environment.getRequiredProperty("spring.datasource.url"));
				this.folder = environment.getRequiredProperty("questionbank.data");
			}
			TestPropertyValues.of("spring.datasource.url=" + this.url, "questionbank.data=" + this.folder)
				.applyTo(context);
		}

		private static String keptOpen(String url) {
			return url.startsWith("jdbc:h2:mem:") ? ";DB_CLOSE_DELAY=-1" : "";
		}

	}

}
