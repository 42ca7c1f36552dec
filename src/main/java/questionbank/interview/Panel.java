package questionbank.interview;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import questionbank.account.Viewer;
import questionbank.interview.QuestionTexts.QuestionText;

/**
 * An interview with its panellists, as one viewer may see them.
 *
 * @param members in the order in which they were added
 */
record Panel(Interview interview, List<Panellist> members, Viewer viewer) {

	/** Returns the viewer's own place on the panel. */
	Optional<Panellist> own() {
		return this.members.stream().filter((member) -> member.is(this.viewer)).findFirst();
	}

	/** Whether the viewer may change the interview: the owner and administrators. */
	boolean isManaged() {
		return this.interview.isOwnedBy(this.viewer) || this.viewer.isAdministrator();
	}

	ScorecardVisibility visibility() {
		var own = own();
		return new ScorecardVisibility(own.isPresent(), own.filter(Panellist::isSubmitted).isPresent(), isManaged(),
				this.members.stream().allMatch(Panellist::isSubmitted), this.interview.isClosed());
	}

	/**
	 * Returns the submitted ratings, or {@code null} if the viewer may not see those of
	 * others yet.
	 */
	@Nullable Matrix matrix(List<QuestionText> questions, Matrix.Sort sort) {
		return visibility().includesOthers()
				? Matrix.of(questions, visible().stream().filter(Panellist::isSubmitted).toList(), sort) : null;
	}

	/** Returns the panellists whose scorecards the viewer may see. */
	List<Panellist> visible() {
		var visibility = visibility();
		return this.members.stream()
			.filter((member) -> visibility.includes(member.is(this.viewer), member.isSubmitted()))
			.toList();
	}

}
