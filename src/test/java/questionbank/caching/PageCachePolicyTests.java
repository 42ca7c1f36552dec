package questionbank.caching;

import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class PageCachePolicyTests {

	private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/questions");

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	@Test
	void publiclyCachesARenderedPageBehindTheFilter() {
		this.response.setContentType(PageCachePolicy.CONTENT_TYPE);
		PageCachePolicy.markFiltered(this.request);
		PageCachePolicy.markRendered(this.request, "1");
		assertThat(PageCachePolicy.isPubliclyCached(this.request, this.response)).isTrue();
	}

	@Test
	void doesNotCacheAPageThatTheFilterDoesNotSee() {
		this.response.setContentType(PageCachePolicy.CONTENT_TYPE);
		PageCachePolicy.markRendered(this.request, "1");
		assertThat(PageCachePolicy.isPubliclyCached(this.request, this.response)).isFalse();
	}

	@Test
	void doesNotCacheAPageOfAnotherHandler() {
		this.response.setContentType(PageCachePolicy.CONTENT_TYPE);
		PageCachePolicy.markFiltered(this.request);
		assertThat(PageCachePolicy.isPubliclyCached(this.request, this.response)).isFalse();
	}

}
