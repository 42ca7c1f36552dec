package questionbank.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import questionbank.web.Navigation;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/** Adds the pages of this room to the navigation. */
@Configuration(proxyBeanMethods = false)
class AccountNavigation {

	@Bean
	@Order(10)
	Navigation.Fragment accountFragment() {
		return new Navigation.Fragment("account/_navigation");
	}

	@Bean
	Section peopleSection() {
		return new Section("people", "People", "/people", AccessLevel.ADMINISTRATOR, 90);
	}

}
