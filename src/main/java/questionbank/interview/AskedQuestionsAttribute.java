package questionbank.interview;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.question.QuestionFragment;

/** Adds the counts of interviews to the model of the pages of questions. */
@ControllerAdvice(basePackageClasses = QuestionFragment.class)
class AskedQuestionsAttribute {

	private final AskedQuestions asked;

	AskedQuestionsAttribute(AskedQuestions asked) {
		this.asked = asked;
	}

	/** Is counted by the fragment, for interviewers alone. */
	@ModelAttribute("askedQuestions")
	AskedQuestions askedQuestions() {
		return this.asked;
	}

}
