package questionbank.question;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import questionbank.PageTest;
import questionbank.Pages;

import static org.assertj.core.api.Assertions.assertThat;

/** Addresses that no browser sends, and scanners do. */
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
	void areRefusedWithoutAWordInTheLog(String address, CapturedOutput log) {
		var answer = this.pages.askInTheRaw(address);
		assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "\tat ", "org.apache");
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//questions", "/questions;x=1", "/questions/%2e%2e" })
	void areRefusedUnderTheSamePolicyAsAnyOther(String address) {
		assertThat(this.pages.askInTheRaw(address)).startsWith("HTTP/1.1 400")
			.contains("Content-Security-Policy: default-src 'none'", "X-Content-Type-Options: nosniff")
			.contains("<main");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/questions?topic[x]=y", "/questions?q=\"<>", "/questions?q=a|b^c`d{e}[f]\\g" })
	void areTakenAsPeopleTypeThem(String address, CapturedOutput log) {
		assertThat(this.pages.askInTheRaw(address)).startsWith("HTTP/1.1 200");
		assertThat(log).doesNotContain("WARN", "ERROR", "Exception");
	}

}
