package questionbank.interview;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import questionbank.account.Viewer;
import questionbank.interview.QuestionTexts.QuestionText;

/**
 * An interview with its panellists, as one viewer may see them.
 *
 * @param everyone those who are or were on the panel, in the order in which they were
 * added
 */
record Panel(Interview interview, List<Panellist> everyone, Viewer viewer) {

	/** Returns the panellists who were not removed. */
	List<Panellist> members() {
		return this.everyone.stream().filter((panellist) -> !panellist.isRemoved()).toList();
	}

	/** Returns the viewer's own place on the panel. */
	Optional<Panellist> own() {
		return members().stream().filter((member) -> member.is(this.viewer)).findFirst();
	}

	/** Whether the viewer may change the interview: the owner and administrators. */
	boolean isManaged() {
		return this.interview.isOwnedBy(this.viewer) || this.viewer.isAdministrator();
	}

	ScorecardVisibility visibility() {
		var own = own();
		return new ScorecardVisibility(own.isPresent(), own.filter(Panellist::isSubmitted).isPresent(), isManaged(),
				areAllSubmitted(), this.interview.isClosed());
	}

	/**
	 * Records in the interview whether owner and administrators who are not on the panel
	 * can see scores now: they cannot join it later.
	 */
	void recordVisibility() {
		if (new ScorecardVisibility(false, false, true, areAllSubmitted(), this.interview.isClosed())
			.includesOthers()) {
			this.interview.showScores();
		}
	}

	private boolean areAllSubmitted() {
		return members().stream().allMatch(Panellist::isSubmitted);
	}

	/**
	 * Returns the submitted ratings, or {@code null} if the viewer may not see those of
	 * others yet.
	 */
	@Nullable Matrix matrix(List<QuestionText> questions, Matrix.Sort sort) {
		return visibility().includesOthers()
				? Matrix.of(questions, members().stream().filter(Panellist::isSubmitted).toList(), sort) : null;
	}

	/**
	 * Returns the names of those who have not submitted, or {@code null} if the viewer
	 * may not see that yet.
	 */
	@Nullable List<String> pending() {
		return visibility().includesOthers()
				? members().stream().filter((member) -> !member.isSubmitted()).map(Panellist::name).toList() : null;
	}

	/**
	 * Returns the panellists whose scorecards the record shows to the viewer: with those
	 * who were removed after they had begun.
	 */
	List<Panellist> recorded() {
		var visibility = visibility();
		return this.everyone.stream()
			.filter((member) -> visibility.includes(member.is(this.viewer), member.isSubmitted()))
			.filter((member) -> !member.isRemoved() || !member.content().isEmpty())
			.toList();
	}

}
