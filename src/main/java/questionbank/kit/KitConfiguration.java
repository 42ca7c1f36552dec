package questionbank.kit;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/** Adds this room to the navigation and to the pages of questions. */
@Configuration(proxyBeanMethods = false)
class KitConfiguration {

	private static final String TEMPLATE = "kit/_fragments";

	@Bean
	Section kitSection() {
		return new Section("kits", "Kits", "/kits", AccessLevel.INTERVIEWER, 40);
	}

	@Bean
	QuestionFragment kitQuestionFragment() {
		return new QuestionFragment(Place.QUESTION, TEMPLATE, AccessLevel.INTERVIEWER, 20);
	}

	@Bean
	QuestionFragment kitEntryFragment() {
		return new QuestionFragment(Place.ENTRY, TEMPLATE, AccessLevel.INTERVIEWER, 20);
	}

	@Bean
	QuestionFragment kitListFragment() {
		return new QuestionFragment(Place.LIST, TEMPLATE, AccessLevel.INTERVIEWER, 20);
	}

}
