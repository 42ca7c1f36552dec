package questionbank.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Collections;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rendering says its number, so that one can tell a kept page from a new one. */
class PageCacheTests {

	private final ContentVersion version = new ContentVersion(Clock.systemUTC(),
			new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));

	private final PageCache cache = new PageCache(this.version, new PageCacheProperties(DataSize.ofMegabytes(1)));

	private final SharedPages pages = new SharedPages(this.version);

	private HttpServletRequest seen = stranger();

	private String type = Views.CONTENT_TYPE;

	private int rendered;

	private int status = HttpServletResponse.SC_OK;

	private boolean cookie;

	@BeforeEach
	void haveContent() {
		this.version.advanceTo(1, 1);
	}

	@Test
	void rendersAPageOnceForAllStrangers() throws Exception {
		assertThat(ask(stranger())).isEqualTo("page 1");
		assertThat(ask(stranger())).isEqualTo("page 1");
		assertThat(this.rendered).isEqualTo(1);
	}

	@Test
	void handsNobodyTheCookieOfAnother() throws Exception {
		this.cookie = true;
		assertThat(answer(stranger()).getHeader("Set-Cookie")).isEqualTo("visitor=1");
		this.cookie = false;
		assertThat(answer(stranger()).getHeader("Set-Cookie")).isNull();
		assertThat(this.rendered).isEqualTo(2);
	}

	@Test
	void answersNothingFromMemoryWhileTheContentMayBeWrong() throws Exception {
		ask(stranger());
		this.version.invalidate();
		assertThat(ask(stranger())).isEqualTo("page 2");
		assertThat(ask(stranger())).isEqualTo("page 3");
		this.version.advanceTo(1, 1);
		assertThat(ask(stranger())).isEqualTo("page 1");
	}

	@Test
	void rendersAnewWhatHasChanged() throws Exception {
		ask(stranger());
		this.version.advanceTo(2, 2);
		assertThat(ask(stranger())).isEqualTo("page 2");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void neitherServesNorKeepsPagesOfThoseWhoAreKnown(boolean session) throws Exception {
		assertThat(ask(known(session))).isEqualTo("page 1");
		assertThat(ask(known(session))).isEqualTo("page 2");
		assertThat(ask(stranger())).isEqualTo("page 3");
		assertThat(ask(known(session))).isEqualTo("page 4");
		assertThat(ask(stranger())).isEqualTo("page 3");
	}

	@Test
	void keepsPagesForStrangersWhoseBrowsersSendOtherCookies() throws Exception {
		assertThat(ask(with(new Cookie("PRACTICE", "secret")))).isEqualTo("page 1");
		assertThat(ask(with(new Cookie("other", "program")))).isEqualTo("page 1");
		assertThat(ask(stranger())).isEqualTo("page 1");
	}

	@Test
	void neitherMarksNorKeepsPagesOfThoseWhoSignedIn() throws Exception {
		var request = stranger();
		request.setUserPrincipal(namedAda());
		var response = answer(request);
		assertThat(response.getContentAsString()).isEqualTo("page 1");
		assertThat(response.getHeader("Cache-Control")).isNull();
		assertThat(response.getHeader("ETag")).isNull();
		assertThat(ask(stranger())).isEqualTo("page 2");
	}

	@Test
	void keepsAPageForEachAddressAndScheme() throws Exception {
		var query = stranger();
		query.setQueryString("q=a");
		var secure = stranger();
		secure.setSecure(true);
		assertThat(ask(stranger())).isEqualTo("page 1");
		assertThat(ask(query)).isEqualTo("page 2");
		assertThat(ask(secure)).isEqualTo("page 3");
		assertThat(ask(query)).isEqualTo("page 2");
	}

	@Test
	void keepsAPageForEachContextPath() throws Exception {
		var one = stranger();
		one.setContextPath("/a");
		one.setRequestURI("/a/b/questions");
		var other = stranger();
		other.setContextPath("/a/b");
		other.setRequestURI("/a/b/questions");
		assertThat(ask(one)).isEqualTo("page 1");
		assertThat(ask(other)).isEqualTo("page 2");
		assertThat(ask(one)).isEqualTo("page 1");
		assertThat(answer(one).getHeader("ETag")).isNotEqualTo(answer(other).getHeader("ETag"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html;charset=UTF-32", "text/html", "text/plain;charset=UTF-8" })
	void keepsNothingButHtmlInUtf8(String type) throws Exception {
		this.type = type;
		assertThat(answer(stranger()).getHeader("ETag")).isNull();
		this.type = Views.CONTENT_TYPE;
		assertThat(ask(stranger())).isEqualTo("page 2");
	}

	@Test
	void rendersPagesForAllFromRequestsWithoutHeaders() throws Exception {
		var request = with(new Cookie("visitor", "1"));
		request.addHeader("Accept", "text/html;charset=UTF-32");
		request.addHeader("Sort", "newest");
		request.setContentType("text/plain");
		ask(request);
		assertThat(Collections.list(this.seen.getHeaderNames())).isEmpty();
		assertThat(this.seen.getHeader("Accept")).isNull();
		assertThat(this.seen.getHeaders("Sort").hasMoreElements()).isFalse();
		assertThat(this.seen.getCookies()).isNull();
		assertThat(this.seen.getContentType()).isNull();
	}

	@Test
	void keepsNoPageOfAnAddressThatIsHardlyAskedForTwice() throws Exception {
		var request = stranger();
		request.setQueryString("q=" + "a".repeat(500));
		assertThat(ask(request)).isEqualTo("page 1");
		assertThat(ask(request)).isEqualTo("page 2");
	}

	@Test
	void keepsNoMistakes() throws Exception {
		this.status = HttpServletResponse.SC_NOT_FOUND;
		assertThat(answer(stranger()).getHeader("ETag")).isNull();
		assertThat(ask(stranger())).isEqualTo("page 2");
	}

	@Test
	void keepsNothingWhileContentIsPutTogether() throws Exception {
		this.version.invalidate();
		var response = answer(stranger());
		assertThat(response.getHeader("ETag")).isNull();
		assertThat(ask(stranger())).isEqualTo("page 2");
	}

	@Test
	void rendersNothingForABrowserThatHasThePage() throws Exception {
		var etag = answer(stranger()).getHeader("ETag");
		var again = known(true);
		again.addHeader("If-None-Match", "\"other\", " + etag);
		var response = answer(again);
		assertThat(response.getStatus()).isEqualTo(304);
		assertThat(response.getContentAsByteArray()).isEmpty();
		assertThat(this.rendered).isEqualTo(1);
	}

	@Test
	void forgetsPagesWhereThereIsNoMemoryForThem() throws Exception {
		var forgetful = new PageCache(this.version, new PageCacheProperties(DataSize.ofBytes(0)));
		for (int times = 1; times <= 20; times++) {
			assertThat(answer(forgetful, stranger()).getContentAsString()).startsWith("page ");
		}
		assertThat(this.rendered).isEqualTo(20);
	}

	private static MockHttpServletRequest stranger() {
		return new MockHttpServletRequest("GET", "/questions");
	}

	/** Somebody who has a session, or who sends credentials. */
	private static MockHttpServletRequest known(boolean session) {
		if (session) {
			return with(new Cookie(PubliclyCached.SESSION_COOKIE, "secret"));
		}
		var request = stranger();
		request.addHeader("Authorization", "Bearer secret");
		return request;
	}

	private static MockHttpServletRequest with(Cookie cookie) {
		var request = stranger();
		request.setCookies(cookie);
		return request;
	}

	private static Principal namedAda() {
		return () -> "Ada";
	}

	private String ask(HttpServletRequest request) throws Exception {
		return answer(request).getContentAsString();
	}

	private MockHttpServletResponse answer(HttpServletRequest request) throws Exception {
		return answer(this.cache, request);
	}

	private MockHttpServletResponse answer(PageCache cache, HttpServletRequest request) throws Exception {
		var handler = new HandlerMethod(this, PageCacheTests.class.getDeclaredMethod("page"));
		FilterChain rendering = (asked, answered) -> {
			if (this.cookie) {
				((HttpServletResponse) answered).addHeader("Set-Cookie", "visitor=1");
			}
			this.seen = (HttpServletRequest) asked;
			if (this.pages.preHandle(this.seen, (HttpServletResponse) answered, handler)) {
				render((HttpServletResponse) answered);
			}
		};
		var response = new MockHttpServletResponse();
		cache.doFilter(request, response, rendering);
		return response;
	}

	private void render(HttpServletResponse response) throws IOException, ServletException {
		this.rendered++;
		response.setStatus(this.status);
		response.setContentType(this.type);
		response.getOutputStream().write(("page " + this.rendered).getBytes(StandardCharsets.UTF_8));
	}

	@PubliclyCached
	void page() {
	}

}
