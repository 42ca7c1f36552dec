package questionbank.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.web.AccessLevel;
import questionbank.web.Section;

/** Adds the pages of this room to the navigation. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

	@Bean
	Section deskSection() {
		return new Section("desk", "Desk", "/questions/desk", AccessLevel.ADMINISTRATOR, 80);
	}

}
