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

/** Puts the page cache ahead of all else, on the addresses that have shared pages. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PageCacheProperties.class)
class PageCacheSetup {

	@Bean
	PageCache pageCache(ContentVersion version, PageCacheProperties properties) {
		return new PageCache(version, properties);
	}

	@Bean
	FilterRegistrationBean<PageCache> pageCacheAheadOfAll(PageCache pages) {
		var registration = new FilterRegistrationBean<>(pages);
		registration.addUrlPatterns("", "/questions", "/questions/*");
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/**
	 * What is answered from memory is in no other metric: it does not reach them. A page
	 * that is found and out of date counts as found, once for each change of the bank.
	 */
	@Bean
	MeterBinder pageCacheMetrics(PageCache pages) {
		return new CaffeineCacheMetrics<>(pages.pages(), "pages", Tags.empty());
	}

	@Bean
	WebMvcConfigurer pageCacheInterception(PageCache pages) {
		return new WebMvcConfigurer() {
			@Override
			public void addInterceptors(InterceptorRegistry registry) {
				registry.addInterceptor(pages);
			}
		};
	}

}
