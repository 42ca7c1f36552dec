package questionbank.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import questionbank.HtmlPage;
import questionbank.MovingClock;
import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.Visitor;
import questionbank.account.Role;
import questionbank.kit.KitDraft;
import questionbank.kit.KitQuestion;

import static org.assertj.core.api.Assertions.assertThat;

/** With an SMTP server, links go out by mail. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = { "spring.mail.host=localhost", "questionbank.address=https://questions.example.org",
		"questionbank.mail.from=Question Bank <noreply@questions.example.org>", "questionbank.contact=help@example.org",
		"logging.level.questionbank.mail=info" })
class MailTests {

	private static final MailServer server = new MailServer();

	private static final String NEW_PASSWORD = "thimble orbit gravel 9 swans";

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Autowired
	private JdbcClient database;

	@Autowired
	private MovingClock clock;

	@Autowired
	private Mailer mailer;

	@Autowired
	private MailQueue queue;

	@Autowired
	private Deliveries deliveries;

	private TestAccount administrator;

	private Visitor desk;

	@DynamicPropertySource
	static void useTheServer(DynamicPropertyRegistry properties) {
		properties.add("spring.mail.port", server::port);
		properties.add("questionbank.mail.retries",
				() -> Collections.nCopies(20, "200ms").stream().collect(Collectors.joining(",")));
	}

	@BeforeEach
	void signIn() {
		server.reset();
		this.administrator = this.accounts.add(Role.ADMINISTRATOR);
		this.desk = signedIn(this.administrator);
	}

	@Test
	void sendsAnInvitationWhoseLinkIsShownAsWell(CapturedOutput log) throws Exception {
		var email = address("ivy");
		var page = invite("Ivy Ünal <" + email + ">");
		assertThat(page.text(".share")).contains("Being sent to " + email, "It works once, within seven days.");
		var mail = server.next();
		assertThat(mail.getSubject()).isEqualTo("Your invitation to Question Bank as interviewer");
		assertThat(mail.getAllRecipients()).extracting(Object::toString).singleElement().asString().contains(email);
		assertThat(mail.getHeader("From", null)).isEqualTo("Question Bank <noreply@questions.example.org>");
		assertThat(mail.getContentType()).startsWith("text/plain");
		assertThat(MailServer.text(mail)).contains("Hello Ivy Ünal,", this.administrator.name());
		assertThat(page.text(".link")).endsWith(MailServer.path(mail));
		var ivy = this.pages.visitor();
		assertThat(ivy.open(MailServer.path(mail)).one("#name").val()).isEqualTo("Ivy Ünal");
		awaitState(email, "Mail sent");
		assertThat(log).contains("sent").doesNotContain(email, MailServer.path(mail));
	}

	@Test
	void keepsAnInvitationWhileTheServerIsDown(CapturedOutput log) throws Exception {
		server.stop();
		var email = address("late");
		var page = invite(email);
		assertThat(page.status()).isEqualTo(200);
		assertThat(this.pages.open(page.text(".link").replace("https://questions.example.org", "")).status())
			.isEqualTo(200);
		assertThat(state(email)).isEqualTo("Mail is being sent");
		server.restart();
		assertThat(page.text(".link")).endsWith(MailServer.path(server.next()));
		awaitState(email, "Mail sent");
		assertThat(log).doesNotContain(email);
	}

	@Test
	void saysThatAMailIsNotSentAfterTheLastAttempt(CapturedOutput log) {
		server.stop();
		var email = address("lost");
		invite(email);
		awaitState(email, "Mail not sent");
		assertThat(log).contains("not sent after 21 attempts: ").doesNotContain(email);
		server.restart();
		var renewed = this.desk.send(entry(email).selectFirst("form[action$=renewal]"),
				entry(email).selectFirst("form[action$=renewal]").attr("action"));
		assertThat(renewed.text(".share")).contains("Being sent to " + email);
		server.next();
		awaitState(email, "Mail sent");
	}

	@Test
	void doesNotSendAWithdrawnInvitation() {
		server.stop();
		var withdrawn = address("withdrawn");
		var kept = address("kept");
		invite(withdrawn);
		var form = entry(withdrawn).selectFirst("form[action$=removal]");
		this.desk.send(form, form.attr("action"));
		invite(kept);
		server.restart();
		assertThat(recipient(server.next())).isEqualTo(kept);
		awaitState(kept, "Mail sent");
		assertThat(server.unread()).isZero();
	}

	@Test
	void doesNotSendAReplacedInvitation() throws Exception {
		server.stop();
		var email = address("twice");
		invite(email);
		var page = invite(email);
		server.restart();
		assertThat(page.text(".link")).endsWith(MailServer.path(server.next()));
		awaitState(email, "Mail sent");
		assertThat(server.unread()).isZero();
	}

	@Test
	void showsAPendingMailAsNotSentUnlessItsQueueConfirmsIt() {
		server.stop();
		this.mailer.send(new Mail("test-kept", address("kept"), "", "Hello", "Text", null));
		this.deliveries.add("test-lost");
		this.clock.advance(Duration.ofHours(2));
		this.queue.confirm();
		var deliveries = this.mailer.deliveries(List.of("test-kept", "test-lost"));
		assertThat(deliveries.get("test-kept").isPending()).isTrue();
		assertThat(deliveries.get("test-lost").isFailed()).isTrue();
		this.mailer.withdraw("test-kept");
		server.restart();
	}

	@Test
	void doesNotSendLinksOfGuestsThatDoNotWorkAnyMore() throws Exception {
		var owner = this.accounts.add(Role.INTERVIEWER);
		var browser = signedIn(owner);
		server.stop();
		for (var form : List.of("form[action$=deletion]", "form[action$='/removal']:has(.grave)", "closing")) {
			var interview = plan(browser, address("guest"));
			var reference = reference();
			assertThat(this.mailer.deliveries(List.of(reference))).hasSize(1);
			if (form.equals("closing")) {
				browser.send(browser.open(interview + "/closing"), "main form");
			}
			else {
				browser.send(browser.open(interview), form, "sure", "true");
			}
			assertThat(this.mailer.deliveries(List.of(reference))).as(form).isEmpty();
		}
		var interview = plan(browser, address("guest"));
		var replaced = reference();
		var page = browser.send(browser.open(interview), "form[action$='/link']");
		assertThat(this.mailer.deliveries(List.of(replaced))).isEmpty();
		server.restart();
		assertThat(page.text(".link")).endsWith(MailServer.path(server.next()));
	}

	private String plan(Visitor browser, String guest) {
		var date = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(30);
		var created = browser.send(browser.open("/interviews/new?kit=" + addKit()), "main form", "candidate",
				address("Kim"), "date", date.toString(), "panel", guest);
		browser.arrive(created);
		return created.header("Location").replaceFirst("^http://[^/]+", "");
	}

	/** Returns the reference of the mails to the panellist who was added last. */
	private String reference() {
		return "panellist-" + this.database.sql("select max(id) from interview_panellist").query(Long.class).single();
	}

	@Test
	void cannotBeMadeToAddHeaders() throws Exception {
		var email = address("inject");
		this.mailer.send(new Mail("test-1", email, "Ivy\r\nBcc: eve@example.org",
				"Hello\r\nBcc: eve@example.org\n\nBody", "Text", null));
		var mail = server.next();
		assertThat(mail.getAllRecipients()).hasSize(1);
		assertThat(mail.getHeader("Bcc")).isNull();
		assertThat(mail.getSubject()).isEqualTo("Hello Bcc: eve@example.org Body");
		assertThat(MailServer.text(mail).strip()).isEqualTo("Text");
		this.mailer.send(new Mail("test-2", "ivy@example.org\r\nBcc: eve@example.org", "", "Hello", "Text", null));
		Awaitility.await().until(() -> this.mailer.deliveries(List.of("test-2")).get("test-2").isFailed());
		assertThat(server.unread()).isZero();
	}

	@Test
	void encodesAnInternationalDomain() throws Exception {
		this.mailer.send(new Mail("test-3", "ivy@bücher.example", "", "Grüße", "Grüße", null));
		var mail = server.next();
		assertThat(recipient(mail)).isEqualTo("ivy@xn--bcher-kva.example");
		assertThat(mail.getSubject()).isEqualTo("Grüße");
		assertThat(MailServer.text(mail).strip()).isEqualTo("Grüße");
	}

	@Test
	void sendsAResetLinkToWhomAnAdministratorChooses() throws Exception {
		var ada = this.accounts.add(Role.CANDIDATE);
		var address = "/people/" + ada.id();
		assertThat(this.desk.open(address).texts("main button")).contains("Send reset link");
		var page = this.desk.send(this.desk.open(address), "form[action$=reset]");
		var mail = server.next();
		assertThat(recipient(mail)).isEqualTo(ada.email());
		assertThat(page.text(".link")).endsWith(MailServer.path(mail));
		Awaitility.await().until(() -> this.desk.open(address).text("main").contains("Mail sent"));
	}

	@Test
	void sendsAResetLinkToTheOwnerOfAnAccountAlone() throws Exception {
		var ada = this.accounts.add(Role.CANDIDATE);
		var disabled = this.accounts.add(Role.CANDIDATE);
		this.database.sql("update person set enabled = false where id = ?").param(disabled.id()).update();
		var federated = this.accounts.add(Role.CANDIDATE);
		this.database.sql("update person set password = null where id = ?").param(federated.id()).update();
		var visitor = this.pages.visitor();
		var answers = List.of(address("unknown"), disabled.email(), federated.email(), ada.email())
			.stream()
			.map((email) -> requestReset(visitor, email))
			.toList();
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(answer.header("Location")).isEqualTo("/resets?said=requested"));
		assertThat(visitor.arrive(answers.get(0)).text(".notice"))
			.startsWith("If an account with a password has this address");
		var mail = server.next();
		assertThat(recipient(mail)).isEqualTo(ada.email());
		assertThat(server.unread()).isZero();
		var saved = visitor.send(visitor.open(MailServer.path(mail)), "main > form", "password", NEW_PASSWORD);
		assertThat(visitor.arrive(saved).text(".notice")).startsWith("Password changed.");
	}

	@Test
	void keepsTheLinkOfAnAdministratorWhenAStrangerAsksForAReset() throws Exception {
		var ada = this.accounts.add(Role.CANDIDATE);
		this.desk.send(this.desk.open("/people/" + ada.id()), "form[action$=reset]");
		var first = MailServer.path(server.next());
		requestReset(this.pages.visitor(), ada.email());
		var second = MailServer.path(server.next());
		assertThat(List.of(first, second))
			.allSatisfy((link) -> assertThat(this.pages.open(link).status()).isEqualTo(200));
		var visitor = this.pages.visitor();
		visitor.send(visitor.open(second), "main > form", "password", NEW_PASSWORD);
		assertThat(this.pages.open(first).status()).isEqualTo(404);
	}

	@Test
	void limitsRequestsForAResetAlikeForKnownAndUnknownAddresses() {
		for (var email : List.of(this.accounts.add(Role.CANDIDATE).email(), address("unknown"))) {
			var known = email.startsWith("candidate");
			var answers = Stream.generate(() -> requestReset(this.pages.visitor(), email)).limit(4).toList();
			assertThat(answers).extracting(HtmlPage::status).containsExactly(302, 302, 302, 429);
			assertThat(answers.get(3).text(".summary")).startsWith("Too many attempts.");
			for (int at = 0; known && at < 3; at++) {
				server.next();
			}
		}
		assertThat(requestReset(this.pages.visitor(), "x").status()).isEqualTo(422);
	}

	@Test
	void invitesThePanelOfAnInterview() throws Exception {
		var owner = this.accounts.add(Role.INTERVIEWER);
		var other = this.accounts.add(Role.INTERVIEWER);
		var guest = address("guest");
		var browser = signedIn(owner);
		var date = LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).plusDays(30);
		var created = browser.send(browser.open("/interviews/new?kit=" + addKit()), "main form", "candidate", "Kim",
				"date", date.toString(), "time", "14:30", "place", "Room 7", "panel", other.email() + "\n" + guest);
		var overview = browser.arrive(created);
		assertThat(overview.text(".notice")).isEqualTo("The interview is created. The panel is being invited by mail.");
		var mails = Stream.generate(server::next)
			.limit(2)
			.collect(Collectors.toMap(MailTests::recipient, (mail) -> mail));
		var interview = created.header("Location").replaceFirst("^http://[^/]+", "");
		var invitation = mails.get(other.email());
		assertThat(invitation.getSubject()).startsWith("Interview on ").contains("14:30");
		assertThat(MailServer.text(invitation)).contains("Candidate: Kim", "Place: Room 7", owner.name());
		assertThat(MailServer.path(invitation)).isEqualTo(interview);
		assertThat(attachment(invitation)).startsWith("BEGIN:VCALENDAR")
			.contains("https://questions.example.org" + interview);
		assertThat(signedIn(other).open(interview).status()).isEqualTo(200);
		var link = MailServer.path(mails.get(guest));
		assertThat(this.pages.visitor().open(link).status()).isEqualTo(200);
		Awaitility.await()
			.until(() -> browser.open(interview).texts(".panel .delivery").toString().contains("Mail sent"));
		var third = this.accounts.add(Role.INTERVIEWER);
		browser.send(browser.open(interview + "/edit"), "main form", "panel", third.email());
		assertThat(recipient(server.next())).isEqualTo(third.email());
		assertThat(server.unread()).isZero();
	}

	@Test
	void namesTheContactOnTheForgottenPasswordPage() {
		var page = this.pages.open("/resets");
		assertThat(page.text("main")).contains("No mail, or no password? Ask help@example.org");
		assertThat(page.links("main a")).contains("mailto:help@example.org");
		assertThat(this.pages.open("/sign-in").links("main a")).contains("/resets");
		assertThat(this.pages.open("/about").links("main a")).contains("mailto:help@example.org");
		assertThat(signedIn(this.accounts.add(Role.CANDIDATE)).open("/people").links("main a"))
			.contains("mailto:help@example.org");
	}

	private long addKit() {
		var draft = new KitDraft("Engineers", "", "", 60, List.of(new KitQuestion(1, 1, 5, List.of())));
		this.database
			.sql("""
					insert into kit (version, title, role, question_count, minutes, draft, created_at, changed_at, changed_by)
					values (1, 'Engineers', '', 1, 5, ?, current_timestamp, current_timestamp, 'The test')""")
			.param(JsonMapper.builder().build().writeValueAsString(draft))
			.update();
		return this.database.sql("select max(id) from kit").query(Long.class).single();
	}

	private static String attachment(MimeMessage mail) throws Exception {
		var part = ((Multipart) mail.getContent()).getBodyPart(1);
		assertThat(part.getContentType()).startsWith("text/calendar");
		assertThat(part.getFileName()).matches("interview-\\d+\\.ics");
		var content = new ByteArrayOutputStream();
		part.getDataHandler().writeTo(content);
		return content.toString(StandardCharsets.UTF_8).replace("\r\n ", "");
	}

	private static String recipient(MimeMessage mail) {
		try {
			return Arrays.stream(mail.getAllRecipients())
				.map((one) -> ((InternetAddress) one).getAddress())
				.collect(Collectors.joining(","));
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HtmlPage requestReset(Visitor visitor, String email) {
		return visitor.send(visitor.open("/resets"), "main > form", "email", email);
	}

	private Visitor signedIn(TestAccount account) {
		var visitor = this.pages.visitor();
		visitor.signIn(account);
		return visitor;
	}

	private HtmlPage invite(String email) {
		return this.desk.send(this.desk.open("/people"), "form.form", "email", email, "role", "interviewer");
	}

	private Element entry(String email) {
		return this.desk.open("/people").one(".invitations li:contains(" + email + ")");
	}

	private String state(String email) {
		return entry(email).select(".delivery").text();
	}

	private void awaitState(String email, String state) {
		Awaitility.await().until(() -> state(email).startsWith(state));
	}

	private static String address(String name) {
		return name + System.nanoTime() + "@example.org";
	}

}
