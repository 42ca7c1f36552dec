package questionbank.web;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

import questionbank.PageTest;
import questionbank.Pages;
import questionbank.TestAccount;
import questionbank.TestAccounts;
import questionbank.account.Role;

import static org.assertj.core.api.Assertions.assertThat;

/** Slow POST, slow header and slow read attacks with 300 concurrent clients. */
@PageTest
@Tag("one-database")
@ExtendWith(OutputCaptureExtension.class)
class SlowClientTests {

	private static final int CLIENTS = 300;

	@LocalServerPort
	private int port;

	@Autowired
	private Pages pages;

	@Autowired
	private TestAccounts accounts;

	@Test
	void servesOthersWhileOneAddressSendsSlowBodies(CapturedOutput log) {
		var person = this.accounts.add(Role.CANDIDATE);
		try (var slow = new DrippingClients(this.port,
				IntStream.range(0, CLIENTS)
					.mapToObj((i) -> post("198.51.100.7",
							(i % 2 == 0) ? "Content-Length: 100000" : "Transfer-Encoding: chunked")),
				"1\r\na\r\n")) {
			assertServes(person);
			var answers = IntStream.range(0, CLIENTS).mapToObj(slow::answer).toList();
			assertThat(answers.stream().map(SlowClientTests::status).distinct()).containsExactlyInAnyOrder("429",
					"408");
			assertThat(answers).filteredOn((answer) -> status(answer).equals("429"))
				.allMatch((answer) -> answer.contains("Retry-After: "));
		}
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /robots.txt, Content-Length: 2000", "GET, /robots.txt, Transfer-Encoding: chunked",
			"POST, /nope, Content-Length: 100000" })
	void servesOthersWhileOneAddressSendsBodiesThatNothingReads(String method, String address, String length) {
		var person = this.accounts.add(Role.CANDIDATE);
		try (var slow = new DrippingClients(this.port, IntStream.range(0, CLIENTS)
			.mapToObj((i) -> method + " " + address
					+ " HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: 198.51.100.8\r\n" + length + "\r\n\r\n"),
				"1\r\na\r\n")) {
			assertServes(person);
		}
	}

	@Test
	void servesReadersWhileManyAddressesSendSlowBodies() {
		try (var slow = new DrippingClients(this.port,
				IntStream.range(0, CLIENTS).mapToObj((i) -> post("203.0.113." + (i % 250), "Content-Length: 100000")),
				"email=")) {
			assertThat(this.pages.open("/questions?q=slow+bodies").status()).isEqualTo(200);
		}
	}

	@Test
	void servesOthersWhileHeadersAreSentSlowly() {
		try (var slow = new DrippingClients(this.port,
				IntStream.range(0, CLIENTS).mapToObj((i) -> "GET /questions HTTP/1.1\r\nHost: localhost\r\nX-Slow: "),
				"slow")) {
			assertServes(this.accounts.add(Role.CANDIDATE));
		}
	}

	@Test
	void servesOthersWhileResponsesAreNotRead() {
		try (var slow = new DrippingClients(this.port,
				IntStream.range(0, CLIENTS)
					.mapToObj((i) -> "GET /questions?q=unread" + i + " HTTP/1.1\r\nHost: localhost\r\n\r\n"
							+ "GET /questions?q=unread HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(300)),
				"\r")) {
			assertServes(this.accounts.add(Role.CANDIDATE));
		}
	}

	@Test
	void refusesALargeBodyBeforeSignInWithoutReadingIt() {
		try (var slow = new DrippingClients(this.port,
				IntStream.of(1).mapToObj((i) -> post("198.51.100.9", "Content-Length: 600000")), "email=")) {
			assertThat(slow.answer(0)).startsWith("HTTP/1.1 413").contains("This is too much at once");
		}
	}

	private void assertServes(TestAccount person) {
		var visitor = this.pages.visitor();
		assertThat(visitor.signIn(person).status()).isEqualTo(302);
		assertThat(visitor.visit("/account").text("main")).contains(person.email());
	}

	private static String status(String answer) {
		return answer.replaceFirst("(?s)HTTP/1.1 (...).*", "$1");
	}

	private static String post(String address, String length) {
		return "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: " + address
				+ "\r\nContent-Type: application/x-www-form-urlencoded\r\n" + length + "\r\n\r\n";
	}

}
