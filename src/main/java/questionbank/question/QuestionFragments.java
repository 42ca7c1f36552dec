package questionbank.question;

import java.util.Comparator;
import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

import questionbank.question.QuestionFragment.Place;

/** Finds the contributed fragments that the user has access to. */
@Component
class QuestionFragments {

	private final List<QuestionFragment> fragments;

	QuestionFragments(ObjectProvider<QuestionFragment> fragments) {
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

}
