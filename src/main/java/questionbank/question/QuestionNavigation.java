package questionbank.question;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import questionbank.caching.PubliclyCached;
import questionbank.question.QuestionFragment.Place;
import questionbank.web.Navigation.Section;
import questionbank.web.Route.AccessLevel;

/**
 * Adds the pages of this room to the navigation and to the page cache, and the
 * {@linkplain QuestionFragment fragments} of other rooms to their models.
 */
@ControllerAdvice
class QuestionNavigation {

	private static final String ADDRESS = "/questions";

	private final List<QuestionFragment> fragments;

	QuestionNavigation(ObjectProvider<QuestionFragment> fragments) {
		this.fragments = fragments.stream().sorted(Comparator.comparingInt(QuestionFragment::position)).toList();
	}

	/** Adds the templates of each place to a model, as {@code questionFragments} etc. */
	void addTo(Model model, Place... places) {
		var user = SecurityContextHolder.getContext().getAuthentication();
		for (var place : places) {
			model.addAttribute(place.slug() + "Fragments",
					this.fragments.stream()
						.filter((fragment) -> fragment.place() == place && fragment.access().isGrantedTo(user))
						.map(QuestionFragment::template)
						.toList());
		}
	}

	@Bean
	static Section questionsSection() {
		return new Section("questions", "Questions", ADDRESS, AccessLevel.EVERYONE, 10);
	}

	@Bean
	static Section randomSection() {
		return new Section("random", "Random", "/questions/random", AccessLevel.EVERYONE, 20);
	}

	@Bean
	static PubliclyCached.Paths questionPaths() {
		return PubliclyCached.Paths.of("/questions", "/questions/*").withPersonal(QuestionQuery.PERSONAL);
	}

	/** Returns the address of the question list, to which error pages link. */
	@ModelAttribute("questionsAddress")
	String questionsAddress() {
		return ADDRESS;
	}

	/** Returns the address of the search field, which the search shortcut opens. */
	@ModelAttribute("searchAddress")
	String searchAddress() {
		return ADDRESS + "#q";
	}

}
