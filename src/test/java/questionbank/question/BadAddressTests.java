package questionbank.question;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses that scanners send, and browsers do not. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class BadAddressTests {

	@Autowired
	private Pages pages;

	@ParameterizedTest
	@ValueSource(strings = { "/%", "/%ff", "/%zz", "/questions/%", "/questions/%ff", "/questions/%2e%2e",
			"/questions/..%2f", "/questions/%2e%2e/%2e%2e/etc/passwd", "/questions/%00", "//", "//questions",
			"/questions//1", "/questions;x=1", "/questions/1;x=1", "/questions/\\", "/questions/%5c",
			"/questions/1%0d%0aX:%20y", "/../../etc/passwd", "/questions?q=%", "/questions?q=%ff", "/questions?q=%zz",
			"/questions?%=1", "/<script>", "questions", "/questions?=" })
	void areRejectedWithoutLogging(String address, CapturedOutput log) {
		var answer = this.pages.askInTheRaw(address);
		assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ", "org.apache");
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//questions", "/questions;x=1", "/questions/%2e%2e" })
	void areRejectedWithSecurityHeaders(String address) {
		assertThat(this.pages.askInTheRaw(address)).startsWith("HTTP/1.1 400")
			.contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
			.contains("<!DOCTYPE html>", "<main");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions?q=\u00e9", "/questions%2f1", "/questions/%zz" })
	void getAnErrorPageIfTomcatRejectsThem(String address) {
		assertThat(this.pages.askInTheRaw(address)).startsWith("HTTP/1.1 400")
			.contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
			.contains("<main><h1>This request is not valid");
	}

	@ParameterizedTest
	@CsvSource({ "/questions/, /questions", "/questions/1/?q=a%26b, /questions/1?q=a%26b", "/practice/, /practice",
			"/sign-in/, /sign-in" })
	void redirectTrailingSlashes(String address, String to) {
		var answer = this.pages.ask("GET", address);
		assertThat(answer.statusCode()).isEqualTo(308);
		assertThat(answer.headers().firstValue("Location")).hasValue(to);
	}

	@ParameterizedTest
	@CsvSource({ "a=100%+sure, application/x-www-form-urlencoded, 400", "--b, multipart/form-data; boundary=b, 403",
			"x, multipart/form-data, 403" })
	void getAnErrorPageIfTheFormCannotBeParsed(String body, String type, int status, CapturedOutput log) {
		var page = this.pages.send("/practice/sessions", type, body);
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.text("h1")).isNotEmpty();
		assertThat(page.header("Content-Security-Policy")).startsWith("default-src 'none'");
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "5;extension=%s\r\nq=one\r\n0\r\n\r\n", "five\r\nq=one\r\n0\r\n\r\n",
			"5\r\nq=oneand more\r\n0\r\n\r\n", "-1\r\n", "FFFFFFFFFFFFFFFFF\r\nq\r\n",
			"5\r\nq=one\r\n0\r\nTrailer: %s\r\n\r\n" })
	void getAnErrorPageIfTheChunkedBodyIsInvalid(String body, CapturedOutput log) {
		for (var address : List.of("/sign-in", "/practice/sessions", "/nothing")) {
			var answer = new String(this.pages.sendInTheRaw("POST " + address
					+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
					+ "Content-Type: application/x-www-form-urlencoded\r\n\r\n" + body.formatted("x".repeat(100_000))),
					StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 400").contains("X-Content-Type-Options: nosniff", "<main");
			assertThat(answer).contains("Content-Security-Policy: default-src 'none'");
		}
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "-1", "abc", "+5", "99999999999999999999", "5\r\nContent-Length: 6", "0\r\nContent-Length: 0" })
	void areRejectedIfTheContentLengthIsInvalid(String length, CapturedOutput log) {
		for (var request : List.of("GET /questions", "POST /sign-in", "GET /favicon.ico")) {
			var answer = new String(this.pages.sendInTheRaw(request
					+ " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: " + length + "\r\n\r\n"),
					StandardCharsets.UTF_8);
			assertThat(answer).startsWith("HTTP/1.1 400")
				.contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'", "<main");
		}
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@Test
	void refuseAChunkedFormOfMoreThanHalfAMegabyteBeforeSignIn() {
		var chunk = "8000\r\nq=" + "x".repeat(0x8000 - 2) + "\r\n";
		var answer = new String(
				this.pages.sendInTheRaw("POST /practice/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
						+ "Transfer-Encoding: chunked\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n"
						+ chunk.repeat(20) + "0\r\n\r\n"),
				StandardCharsets.UTF_8);
		assertThat(answer).startsWith("HTTP/1.1 413").contains("This is too much at once");
	}

	@Test
	void rejectAFormOfThreeMegabytes() {
		var page = this.pages.send("/practice/sessions", "application/x-www-form-urlencoded",
				"q=" + "x".repeat(3_000_000));
		assertThat(page.status()).isEqualTo(413);
		assertThat(page.text("h1")).isEqualTo("This is too much at once");
	}

	@Test
	void areRejectedIfTheAcceptHeaderIsInvalid(CapturedOutput log) {
		assertThat(this.pages.ask("GET", "/actuator/health", "Accept", "text/html, ,*/*").statusCode()).isEqualTo(400);
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions?topic[x]=y", "/questions?q=\"<>", "/questions?q=a|b^c`d{e}[f]\\g" })
	void acceptUnencodedCharacters(String address, CapturedOutput log) {
		assertThat(this.pages.askInTheRaw(address)).startsWith("HTTP/1.1 200");
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/sign-in", "/questions", "/css/app.css", "/actuator/health", "/nothing" })
	void acceptALongAcceptLanguageHeader(String address, CapturedOutput log) {
		var languages = String.join(",", Collections.nCopies(200, "de-AT;q=0.5,tlh"));
		assertThat(this.pages.ask("GET", address, "Accept-Language", languages).statusCode())
			.isEqualTo(this.pages.ask("GET", address).statusCode())
			.isLessThan(500);
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

}
