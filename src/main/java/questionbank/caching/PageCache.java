package questionbank.caching;

import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * In-memory store of rendered pages, bounded by their weight in bytes. A page is found
 * only while the content has the version that the page was rendered from.
 */
class PageCache {

	private final ContentVersion version;

	private final Cache<Key, CachedPage> pages;

	PageCache(ContentVersion version, PageCacheProperties properties) {
		this.version = version;
		this.pages = Caffeine.newBuilder()
			.maximumWeight(properties.memory().toBytes())
			// Evict in the calling thread, so that the bound is never exceeded.
			.executor(Runnable::run)
			.weigher((Key key, CachedPage page) -> page.weight())
			.recordStats()
			.build();
	}

	/** Returns the current page at the address of a request, if it is cached. */
	Optional<CachedPage> find(HttpServletRequest request) {
		return Optional.ofNullable(this.pages.getIfPresent(Key.of(request)))
			.filter((page) -> this.version.published().filter(page.version()::equals).isPresent());
	}

	/** Stores the page that answers a request, in place of an older one. */
	void store(HttpServletRequest request, CachedPage page) {
		this.pages.put(Key.of(request), page);
	}

	void clear() {
		this.pages.invalidateAll();
	}

	/** Returns the underlying cache, whose size, hits and misses are metrics. */
	Cache<?, ?> statistics() {
		return this.pages;
	}

	/** Cache key: all that a cached page depends on besides the content. */
	private record Key(String context, String path, @Nullable String query, boolean secure) {

		static Key of(HttpServletRequest request) {
			return new Key(request.getContextPath(), request.getRequestURI(), request.getQueryString(),
					request.isSecure());
		}

	}

}
