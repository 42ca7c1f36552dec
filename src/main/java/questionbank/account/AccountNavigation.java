package questionbank.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

import questionbank.web.AccessLevel;
import questionbank.web.NavigationFragment;
import questionbank.web.Section;

/** Adds the pages of this room to the navigation. */
@Configuration(proxyBeanMethods = false)
class AccountNavigation {

	@Bean
	@Order(10)
	NavigationFragment accountFragment() {
		return new NavigationFragment("account/_navigation");
	}

	@Bean
	Section peopleSection() {
		return new Section("people", "People", "/people", AccessLevel.ADMINISTRATOR, 90);
	}

}
