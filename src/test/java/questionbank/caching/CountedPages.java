package questionbank.caching;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.info.BuildProperties;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.HandlerMethod;

/**
 * A handler behind the page cache, for tests: each rendering has the next number as its
 * content, which tells a cached page from one that is rendered again.
 */
class CountedPages {

	final ContentVersion version = new ContentVersion(Clock.systemUTC(),
			new StaticListableBeanFactory().getBeanProvider(BuildProperties.class));

	private final PageCacheFilter filter;

	private final PubliclyCachedInterceptor interceptor = new PubliclyCachedInterceptor(this.version);

	private HttpServletRequest rendered = anonymous();

	private String contentType = PageCachePolicy.CONTENT_TYPE;

	private int status = HttpServletResponse.SC_OK;

	private boolean setsCookie;

	private int count;

	CountedPages(DataSize memory) {
		this.filter = new PageCacheFilter(new PageCache(this.version, new PageCacheProperties(memory)), List.of());
		this.version.advanceTo(1, 1);
	}

	static MockHttpServletRequest anonymous() {
		return new MockHttpServletRequest("GET", "/questions");
	}

	static MockHttpServletRequest withCookie(String name) {
		var request = anonymous();
		request.setCookies(new Cookie(name, "secret"));
		return request;
	}

	static MockHttpServletRequest withCredentials() {
		var request = anonymous();
		request.addHeader("Authorization", "Bearer secret");
		return request;
	}

	void respondWithStatus(int status) {
		this.status = status;
	}

	void respondWithContentType(String contentType) {
		this.contentType = contentType;
	}

	void respondWithCookie(boolean setsCookie) {
		this.setsCookie = setsCookie;
	}

	/** Returns the request from which the last page was rendered. */
	HttpServletRequest rendered() {
		return this.rendered;
	}

	/** Returns how many pages have been rendered. */
	int count() {
		return this.count;
	}

	/** Returns the body of the response. */
	String get(HttpServletRequest request) throws Exception {
		return response(request).getContentAsString();
	}

	MockHttpServletResponse response(HttpServletRequest request) throws Exception {
		var handler = new HandlerMethod(this, CountedPages.class.getDeclaredMethod("handle"));
		FilterChain chain = (filteredRequest, filteredResponse) -> {
			if (this.setsCookie) {
				((HttpServletResponse) filteredResponse).addHeader("Set-Cookie", "visitor=1");
			}
			this.rendered = (HttpServletRequest) filteredRequest;
			if (this.interceptor.preHandle(this.rendered, (HttpServletResponse) filteredResponse, handler)) {
				render((HttpServletResponse) filteredResponse);
			}
		};
		var response = new MockHttpServletResponse();
		this.filter.doFilter(request, response, chain);
		return response;
	}

	private void render(HttpServletResponse response) throws IOException {
		this.count++;
		response.setStatus(this.status);
		response.setContentType(this.contentType);
		response.getOutputStream().write(("page " + this.count).getBytes(StandardCharsets.UTF_8));
	}

	@PubliclyCached
	void handle() {
	}

}
