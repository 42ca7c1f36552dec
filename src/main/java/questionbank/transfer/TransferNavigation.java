package questionbank.transfer;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.kit.KitFragment;
import questionbank.question.QuestionFragment;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Route.AccessLevel;

/** Adds the pages of this room to the list of questions, to kits and to the desk. */
@ControllerAdvice
@EnableConfigurationProperties(ExportProperties.class)
class TransferNavigation {

	private static final String TEMPLATE = "transfer/_fragments";

	@Bean
	static QuestionFragment exportListFragment(ExportProperties properties) {
		return new QuestionFragment(Place.LIST, TEMPLATE,
				properties.candidates() ? AccessLevel.CANDIDATE : AccessLevel.INTERVIEWER, 30);
	}

	@Bean
	static KitFragment exportKitFragment() {
		return new KitFragment(TEMPLATE);
	}

	/** Returns the address of imports, to which the desk links. */
	@ModelAttribute("importAddress")
	String importAddress() {
		return "/import";
	}

	/** Returns the address of exports, to which the desk links with its filters. */
	@ModelAttribute("exportAddress")
	String exportAddress() {
		return "/export";
	}

}
