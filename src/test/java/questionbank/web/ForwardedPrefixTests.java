package questionbank.web;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.Globals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ForwardedPrefixTests {

	/** A segment with which a prefix has 201 characters. */
	private static final String TOO_LONG = "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
			+ "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghijabcdefghij"
			+ "abcdefghijabcdefghijabcdefghijabcdefghij";

	@ParameterizedTest
	@CsvSource({ "/public, /public", "/public/, /public", "/a/b-c_d.e~1, /a/b-c_d.e~1" })
	void replacesTheContextPathForATrustedProxy(String prefix, String context) throws Exception {
		var request = filtered(byProxy(prefix));
		assertThat(request.getContextPath()).isEqualTo(context);
		assertThat(request.getRequestURI()).isEqualTo(context + "/questions/7");
		assertThat(LocalPath.of(request)).isEqualTo("/questions/7");
	}

	@Test
	void isIgnoredFromAnyOtherClient() throws Exception {
		var request = request("/public");
		assertThat(filtered(request).getContextPath()).isEqualTo("/bank");
		request.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, "true");
		assertThat(filtered(request).getContextPath()).isEqualTo("/bank");
	}

	@ParameterizedTest
	@ValueSource(strings = { "//evil.example", "/", "", "public", "https://evil.example", "/a//b", "/..", "/a/../b",
			"/./a", "/a b", "/a%2fb", "/a;b", "/a?b", "/a\"><script>", "/\\evil.example", "/a, /b", "/\u00e9",
			"/" + TOO_LONG })
	void isIgnoredUnlessItIsAPath(String prefix) throws Exception {
		assertThat(filtered(byProxy(prefix)).getContextPath()).isEqualTo("/bank");
	}

	@Test
	void keepsWhatTheValveReadFromOtherHeaders() throws Exception {
		var request = byProxy("/public");
		request.setRemoteAddr("198.18.0.1");
		request.addHeader("Forwarded", "for=192.0.2.1;host=evil.example;proto=https");
		request.addHeader("X-Forwarded-For", "192.0.2.1");
		request.addHeader("X-Forwarded-Host", "evil.example");
		request.addHeader("X-Forwarded-Port", "1");
		request.addHeader("X-Forwarded-Proto", "https");
		request.addHeader("X-Forwarded-Ssl", "on");
		var seen = filtered(request);
		assertThat(seen.getRemoteAddr()).isEqualTo("198.18.0.1");
		assertThat(seen.getRequestURL()).hasToString("http://localhost/public/questions/7");
		assertThat(seen.isSecure()).isFalse();
	}

	private static MockHttpServletRequest request(String prefix) {
		var request = new MockHttpServletRequest("GET", "/bank/questions/7");
		request.setContextPath("/bank");
		request.addHeader("X-Forwarded-Prefix", prefix);
		return request;
	}

	private static MockHttpServletRequest byProxy(String prefix) {
		var request = request(prefix);
		request.setAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE, true);
		return request;
	}

	private static HttpServletRequest filtered(HttpServletRequest request) throws Exception {
		var chain = new MockFilterChain();
		new ForwardedPrefix().doFilter(request, new MockHttpServletResponse(), chain);
		return (HttpServletRequest) chain.getRequest();
	}

}
