package questionbank.caching;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Servlet filter that answers requests from the {@link PageCache}, ahead of security and
 * sessions, and stores the {@linkplain PubliclyCached publicly cached} pages that are
 * rendered behind it. A page that may be stored is rendered from an
 * {@link AnonymousRequest}, so that the headers of one client cannot change the page of
 * another (cache poisoning).
 */
class PageCacheFilter extends HttpFilter {

	private final PageCache pages;

	private final List<String> personal;

	/**
	 * Creates a filter.
	 * @param personal the query parameters with which a page is not cached
	 */
	PageCacheFilter(PageCache pages, List<String> personal) {
		this.pages = pages;
		this.personal = personal;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		if (PageCachePolicy.mentions(this.personal, request)) {
			chain.doFilter(request, response);
			return;
		}
		var cacheable = PageCachePolicy.isCacheable(request);
		var cached = cacheable ? this.pages.find(request) : Optional.<CachedPage>empty();
		if (cached.isPresent()) {
			cached.get().write(request, response);
			return;
		}
		PageCachePolicy.markFiltered(request);
		var rendered = new ContentCachingResponseWrapper(response);
		chain.doFilter(cacheable ? new AnonymousRequest(request) : request, rendered);
		if (!PageCachePolicy.isPubliclyCached(request, rendered)) {
			rendered.copyBodyToResponse();
			return;
		}
		var page = CachedPage.of(PageCachePolicy.renderedVersion(request).orElseThrow(), rendered);
		if (cacheable) {
			this.pages.store(request, page);
		}
		rendered.resetBuffer();
		page.write(request, response);
	}

}
