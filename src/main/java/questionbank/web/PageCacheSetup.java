package questionbank.web;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the page cache on the addresses that have shared pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageCacheProperties.class)
class PageCacheSetup {

	@Bean
	PageCache pageCache(ContentVersion version, PageCacheProperties properties) {
		return new PageCache(version, properties);
	}

	/** Only the forwarded prefix, which is part of the key, is applied before. */
	@Bean
	FilterRegistrationBean<PageCache> pageCacheAheadOfAll(PageCache pages) {
		var registration = new FilterRegistrationBean<>(pages);
		registration.addUrlPatterns("", "/questions", "/questions/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
		return registration;
	}

	/**
	 * Responses from the cache are in no other metric, as they never reach those. A page
	 * that is found but out of date counts as a hit, once for each change of the content.
	 */
	@Bean
	MeterBinder pageCacheMetrics(PageCache pages) {
		return new CaffeineCacheMetrics<>(pages.pages(), "pages", Tags.empty());
	}

	@Bean
	WebMvcConfigurer sharedPages(ContentVersion version) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(new SharedPages(version));
			}
		};
	}

}
