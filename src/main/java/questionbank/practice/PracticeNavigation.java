package questionbank.practice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.web.AccessLevel;
import questionbank.web.Section;

/** Adds the pages of this room to the navigation. */
@Configuration(proxyBeanMethods = false)
class PracticeNavigation {

	@Bean
	Section practiceSection() {
		return new Section("practice", "Practice", "/practice", AccessLevel.EVERYONE, 30);
	}

}
