package questionbank.desk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/** Adds the pages of this room to the navigation and to the pages of questions. */
@Configuration(proxyBeanMethods = false)
class DeskNavigation {

	@Bean
	Section deskSection() {
		return new Section("desk", "Desk", "/questions/desk", AccessLevel.ADMINISTRATOR, 80);
	}

	@Bean
	QuestionFragment deskQuestionFootFragment() {
		return new QuestionFragment(Place.QUESTION_FOOT, "desk/_fragments", AccessLevel.ADMINISTRATOR, 10);
	}

}
