package questionbank.home;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.caching.PubliclyCached;

/** Adds the home page to the page cache. */
@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

	@Bean
	PubliclyCached.Paths homePath() {
		return PubliclyCached.Paths.of("");
	}

}
