package questionbank.transfer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Route.AccessLevel;

/** Adds the pages of this room to the list of questions, and to the desk. */
@ControllerAdvice
@EnableConfigurationProperties(ExportProperties.class)
class TransferNavigation {

	@Bean
	static QuestionFragment exportListFragment(ExportProperties properties) {
		return new QuestionFragment(Place.LIST, "transfer/_fragments",
				properties.candidates() ? AccessLevel.CANDIDATE : AccessLevel.INTERVIEWER, 30);
	}

	/** Returns the address of imports, to which the desk links. */
	@ModelAttribute("importAddress")
	String importAddress() {
		return "/import";
	}

}
