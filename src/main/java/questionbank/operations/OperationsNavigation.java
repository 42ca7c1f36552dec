package questionbank.operations;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/** Adds the page of this room to the navigation. */
@Configuration(proxyBeanMethods = false)
class OperationsNavigation {

	@Bean
	Section operationsSection() {
		return new Section("operations", "Operations", "/operations", AccessLevel.ADMINISTRATOR, 95);
	}

}
