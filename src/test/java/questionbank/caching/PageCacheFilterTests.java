package questionbank.caching;

import java.util.Collections;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

import questionbank.web.SessionCookie;

import static org.assertj.core.api.Assertions.assertThat;

class PageCacheFilterTests {

	private final CountedPages pages = new CountedPages(DataSize.ofMegabytes(1));

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void neitherServesNorStoresPagesForASessionOrCredentials(boolean session) throws Exception {
		assertThat(this.pages.get(identified(session))).isEqualTo("page 1");
		assertThat(this.pages.get(identified(session))).isEqualTo("page 2");
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 3");
		assertThat(this.pages.get(identified(session))).isEqualTo("page 4");
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 3");
	}

	@Test
	void servesAndStoresPagesForClientsWithOtherCookies() throws Exception {
		assertThat(this.pages.get(CountedPages.withCookie("PRACTICE"))).isEqualTo("page 1");
		assertThat(this.pages.get(CountedPages.withCookie("other"))).isEqualTo("page 1");
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 1");
	}

	@Test
	void storesNoPageOfASignedInUser() throws Exception {
		var request = CountedPages.anonymous();
		request.setUserPrincipal(() -> "Ada");
		var response = this.pages.response(request);
		assertThat(response.getContentAsString()).isEqualTo("page 1");
		assertThat(response.getHeader("Cache-Control")).isNull();
		assertThat(response.getHeader("ETag")).isNull();
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 2");
	}

	@Test
	void storesNoResponseThatSetsACookie() throws Exception {
		this.pages.respondWithCookie(true);
		assertThat(this.pages.response(CountedPages.anonymous()).getHeader("Set-Cookie")).isEqualTo("visitor=1");
		this.pages.respondWithCookie(false);
		assertThat(this.pages.response(CountedPages.anonymous()).getHeader("Set-Cookie")).isNull();
		assertThat(this.pages.count()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html;charset=UTF-32", "text/html", "text/plain;charset=UTF-8" })
	void storesNothingButHtmlInUtf8(String contentType) throws Exception {
		this.pages.respondWithContentType(contentType);
		assertThat(this.pages.response(CountedPages.anonymous()).getHeader("ETag")).isNull();
		this.pages.respondWithContentType(PageCachePolicy.CONTENT_TYPE);
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 2");
	}

	@Test
	void storesNoErrors() throws Exception {
		this.pages.respondWithStatus(HttpServletResponse.SC_NOT_FOUND);
		assertThat(this.pages.response(CountedPages.anonymous()).getHeader("ETag")).isNull();
		assertThat(this.pages.get(CountedPages.anonymous())).isEqualTo("page 2");
	}

	@Test
	void storesNoPageWithALongQuery() throws Exception {
		var request = CountedPages.anonymous();
		request.setQueryString("q=" + "a".repeat(500));
		assertThat(this.pages.get(request)).isEqualTo("page 1");
		assertThat(this.pages.get(request)).isEqualTo("page 2");
	}

	@Test
	void rendersCachedPagesFromARequestWithoutHeaders() throws Exception {
		var request = CountedPages.withCookie("visitor");
		request.addHeader("Accept", "text/html;charset=UTF-32");
		request.addHeader("Sort", "newest");
		request.setContentType("text/plain");
		this.pages.get(request);
		var rendered = this.pages.rendered();
		assertThat(Collections.list(rendered.getHeaderNames())).isEmpty();
		assertThat(rendered.getHeader("Accept")).isNull();
		assertThat(rendered.getHeaders("Sort").hasMoreElements()).isFalse();
		assertThat(rendered.getCookies()).isNull();
		assertThat(rendered.getContentType()).isNull();
	}

	@Test
	void answersNotModifiedWithoutRendering() throws Exception {
		var etag = this.pages.response(CountedPages.anonymous()).getHeader("ETag");
		var request = identified(true);
		request.addHeader("If-None-Match", "\"other\", " + etag);
		var response = this.pages.response(request);
		assertThat(response.getStatus()).isEqualTo(304);
		assertThat(response.getContentAsByteArray()).isEmpty();
		assertThat(this.pages.count()).isEqualTo(1);
	}

	private static MockHttpServletRequest identified(boolean session) {
		return session ? CountedPages.withCookie(SessionCookie.NAME) : CountedPages.withCredentials();
	}

}
