package questionbank.interview;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import questionbank.kit.KitFragment;
import questionbank.kit.QuestionUsage;
import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.question.UsageColumn;
import questionbank.web.AccessLevel;
import questionbank.web.Section;

/**
 * Adds this room to the navigation, to the pages of kits and questions, to the list of
 * the desk, and to the composition of kits.
 */
@Configuration(proxyBeanMethods = false)
class InterviewConfiguration {

	private static final String TEMPLATE = "interview/_fragments";

	@Bean
	Section interviewSection() {
		return new Section("interviews", "Interviews", "/interviews", AccessLevel.INTERVIEWER, 50);
	}

	@Bean
	KitFragment interviewKitFragment() {
		return new KitFragment(TEMPLATE);
	}

	@Bean
	QuestionFragment interviewQuestionFragment() {
		return new QuestionFragment(Place.QUESTION_FOOT, TEMPLATE, AccessLevel.INTERVIEWER, 20);
	}

	@Bean
	UsageColumn askedColumn(AskedQuestions asked) {
		return new UsageColumn("asked", "Asked", asked::counts);
	}

	@Bean
	QuestionUsage interviewUsage(AskedQuestions asked) {
		return new QuestionUsage(asked::lastAskedOrPlanned);
	}

}
