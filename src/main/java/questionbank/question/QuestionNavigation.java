package questionbank.question;

import org.springframework.context.annotation.Bean;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.web.AccessLevel;
import questionbank.web.PubliclyCachedPaths;
import questionbank.web.Section;

/** Adds the pages of this room to the navigation and to the page cache. */
@ControllerAdvice
class QuestionNavigation {

	@Bean
	static Section questionsSection() {
		return new Section("questions", "Questions", "/questions", AccessLevel.EVERYONE, 10);
	}

	@Bean
	static Section randomSection() {
		return new Section("random", "Random", "/questions/random", AccessLevel.EVERYONE, 20);
	}

	@Bean
	static PubliclyCachedPaths questionPaths() {
		return PubliclyCachedPaths.of("/questions", "/questions/*");
	}

	/** The search field that the key for searching goes to. */
	@ModelAttribute("searchAddress")
	String searchAddress() {
		return "/questions#q";
	}

}
