package questionbank.web;

import java.io.IOException;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.ContentCachingResponseWrapper;
import org.springframework.web.util.WebUtils;

/**
 * Caches rendered {@linkplain PubliclyCached shared pages} in memory and answers
 * anonymous readers from there, ahead of every other filter. What is cached is rendered
 * from an {@link AnonymousRequest}: no header of the client that happens to be the first
 * can change what all others get. Requests with a session or credentials are neither
 * answered from the cache nor cached.
 */
class PageCache extends HttpFilter {

	/** Longer addresses are hardly requested twice. */
	private static final int LONGEST_QUERY = 500;

	private final ContentVersion version;

	private final Cache<Key, CachedPage> pages;

	PageCache(ContentVersion version, PageCacheProperties properties) {
		this.version = version;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(properties.memory().toBytes())
			// Evict at once what exceeds the bound, and not when a thread is free.
			.executor(Runnable::run)
			.weigher((Key key, CachedPage page) -> page.weight())
			.recordStats()
			.build();
	}

	/** For metrics: its size, hits and misses. */
	Cache<?, ?> pages() {
		return this.pages;
	}

	@Override
	protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		var key = Key.of(request);
		var cached = (key != null) ? this.pages.getIfPresent(key) : null;
		if (cached != null && this.version.published().filter(cached.version()::equals).isPresent()) {
			cached.write(request, response);
			return;
		}
		var rendered = new ContentCachingResponseWrapper(response);
		chain.doFilter((key != null) ? new AnonymousRequest(request) : request, rendered);
		var version = SharedPages.renderedVersion(request);
		if (version.isEmpty() || !CachedPage.isCacheable(rendered)) {
			rendered.copyBodyToResponse();
			return;
		}
		var page = CachedPage.of(version.get(), rendered);
		if (key != null) {
			this.pages.put(key, page);
		}
		rendered.resetBuffer();
		page.write(request, response);
	}

	/** All that a cached page depends on besides the content. */
	private record Key(String context, String address, @Nullable String query, boolean secure) {

		static @Nullable Key of(HttpServletRequest request) {
			var method = request.getMethod();
			if (!HttpMethod.GET.matches(method) && !HttpMethod.HEAD.matches(method)
					|| WebUtils.getCookie(request, PubliclyCached.SESSION_COOKIE) != null
					|| request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
				return null;
			}
			var query = request.getQueryString();
			return (query != null && query.length() > LONGEST_QUERY) ? null
					: new Key(request.getContextPath(), request.getRequestURI(), query, request.isSecure());
		}

	}

}
