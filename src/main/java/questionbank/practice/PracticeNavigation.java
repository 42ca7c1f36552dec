package questionbank.practice;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.AccessLevel;
import questionbank.web.Section;

/** Adds the pages of this room to the navigation and to the pages of questions. */
@Configuration(proxyBeanMethods = false)
class PracticeNavigation {

	@Bean
	Section practiceSection() {
		return new Section("practice", "Practice", "/practice", AccessLevel.EVERYONE, 30);
	}

	@Bean
	QuestionFragment practiceQuestionFragment() {
		return new QuestionFragment(Place.QUESTION, "practice/_fragments", AccessLevel.EVERYONE, 10);
	}

	@Bean
	QuestionFragment practiceListFragment() {
		return new QuestionFragment(Place.LIST, "practice/_fragments", AccessLevel.EVERYONE, 10);
	}

}
