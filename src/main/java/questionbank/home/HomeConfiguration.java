package questionbank.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.caching.PubliclyCachedPaths;

/** Adds the home page to the page cache. */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

	@Bean
	PubliclyCachedPaths homePath() {
		return PubliclyCachedPaths.of("");
	}

}
