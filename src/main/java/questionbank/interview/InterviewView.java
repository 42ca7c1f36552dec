package questionbank.interview;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import questionbank.interview.QuestionTexts.QuestionText;

/**
 * An interview as its overview shows it to one viewer.
 *
 * @param managed whether the viewer may change it
 * @param own the viewer's own scorecard; {@code null} if the viewer is not on the panel
 * @param earlier the questions that the candidate was asked before
 * @param matrix the ratings; {@code null} if the viewer may not see them yet
 * @param pending the names of those who have not submitted; {@code null} if the viewer
 * may not see that yet
 * @param deletable whether the interview can be deleted
 */
record InterviewView(InterviewDetails details, List<Member> panel, List<QuestionText> questions, boolean managed,
		boolean administered, @Nullable OwnScorecard own, List<Repetition> earlier, @Nullable Matrix matrix,
		@Nullable List<String> pending, boolean deletable) {

	/** Returns the sum of the planned minutes. */
	public int minutes() {
		return this.questions.stream().mapToInt(QuestionText::minutes).sum();
	}

	/** A panellist. */
	record Member(long id, String name, String email, boolean guest, boolean hasLink, boolean own) {

		static Member of(Panellist panellist, boolean own) {
			return new Member(panellist.id(), panellist.name(), panellist.email(), panellist.isGuest(),
					panellist.hasLink(), own);
		}

	}

	/** The state of the viewer's own scorecard. */
	record OwnScorecard(boolean submitted) {
	}

	/** A question that the candidate was asked before, with the dates. */
	record Repetition(QuestionText question, List<LocalDate> dates) {
	}

	/**
	 * An interview in a list.
	 *
	 * @param own the viewer's own scorecard; {@code null} if the viewer is not on the
	 * panel
	 */
	record Summary(InterviewDetails details, @Nullable OwnScorecard own) {
	}

}
