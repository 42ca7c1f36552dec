package questionbank.caching;

import java.util.List;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the page cache for the paths that have publicly cached pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageCacheProperties.class)
class PageCacheConfiguration {

	@Bean
	PageCache pageCache(ContentVersion version, PageCacheProperties properties) {
		return new PageCache(version, properties);
	}

	/**
	 * Orders the filter behind the one that applies {@code X-Forwarded-Prefix}, which the
	 * key depends on, and ahead of all that may refuse a request.
	 */
	@Bean
	FilterRegistrationBean<PageCacheFilter> pageCacheFilter(PageCache pages, List<PubliclyCached.Paths> paths) {
		var registration = new FilterRegistrationBean<>(
				new PageCacheFilter(pages, paths.stream().flatMap((room) -> room.personal().stream()).toList()));
		paths.forEach((room) -> registration.addUrlPatterns(room.patterns().toArray(String[]::new)));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
		return registration;
	}

	/**
	 * Forbids caches to store a response, unless its handler set {@code Cache-Control} or
	 * the page cache will.
	 */
	@Bean
	static HeaderWriter cacheControl() {
		var noStore = new CacheControlHeadersWriter();
		return (request, response) -> {
			if (!PageCachePolicy.isPubliclyCached(request, response)) {
				noStore.writeHeaders(request, response);
			}
		};
	}

	/**
	 * Registers the size, hits and misses of the cache as metrics, since responses from
	 * it reach no handler. A page that is found but out of date counts as a hit, once for
	 * each change of the content.
	 */
	@Bean
	MeterBinder pageCacheMetrics(PageCache pages) {
		return new CaffeineCacheMetrics<>(pages.statistics(), "pages", Tags.empty());
	}

	@Bean
	WebMvcConfigurer conditionalRequests(ContentVersion version) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new PubliclyCachedInterceptor(version));
			}
		};
	}

}
