package questionbank.interview;

import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.kit.KitFragment;
import questionbank.kit.QuestionUsage;
import questionbank.question.QuestionDesk.UsageColumn;
import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/**
 * Adds this room to the navigation, to the pages of kits and questions, to the list of
 * the desk, and to the composition of kits.
 */
@ControllerAdvice(basePackageClasses = QuestionFragment.class)
class InterviewConfiguration {

	private static final String TEMPLATE = "interview/_fragments";

	private final AskedQuestions asked;

	InterviewConfiguration(AskedQuestions asked) {
		this.asked = asked;
	}

	/** Counts the interviews with a question, when a fragment asks for it. */
	@ModelAttribute("askedQuestions")
	AskedQuestions askedQuestions() {
		return this.asked;
	}

	@Bean
	static Section interviewSection() {
		return new Section("interviews", "Interviews", "/interviews", AccessLevel.INTERVIEWER, 50);
	}

	@Bean
	static KitFragment interviewKitFragment() {
		return new KitFragment(TEMPLATE);
	}

	@Bean
	static QuestionFragment interviewQuestionFragment() {
		return new QuestionFragment(Place.QUESTION_FOOT, TEMPLATE, AccessLevel.INTERVIEWER, 20);
	}

	@Bean
	static UsageColumn askedColumn(AskedQuestions asked) {
		return UsageColumn.ofCounts("asked", "Asked", asked::counts);
	}

	@Bean
	static QuestionUsage interviewUsage(AskedQuestions asked) {
		return new QuestionUsage(asked::lastAskedOrPlanned);
	}

}
