package questionbank.kit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.web.AccessLevel;
import questionbank.web.Section;

/** Adds this room to the navigation and to the pages of questions. */
@Configuration(proxyBeanMethods = false)
class KitConfiguration {

	@Bean
	Section kitSection() {
		return new Section("kits", "Kits", "/kits", AccessLevel.INTERVIEWER, 40);
	}

}
