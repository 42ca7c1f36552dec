package questionbank.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import questionbank.account.Role;
import questionbank.account.Viewer;

/**
 * The statuses and audiences that a viewer may see. Anonymous readers and candidates see
 * questions published for everyone, interviewers all published ones, administrators all.
 * Lookups are scoped to it, so that hidden questions are never read.
 */
record Visibility(Set<QuestionStatus> statuses, Set<Audience> audiences) {

	/** The visibility of anonymous readers. */
	static final Visibility ANONYMOUS = of(Viewer.ANONYMOUS);

	/** Returns the visibility of a viewer, by role. */
	static Visibility of(Viewer viewer) {
		if (viewer.isAtLeast(Role.ADMINISTRATOR)) {
			return new Visibility(EnumSet.allOf(QuestionStatus.class), EnumSet.allOf(Audience.class));
		}
		if (viewer.isAtLeast(Role.INTERVIEWER)) {
			return new Visibility(EnumSet.of(QuestionStatus.PUBLISHED), EnumSet.allOf(Audience.class));
		}
		return new Visibility(EnumSet.of(QuestionStatus.PUBLISHED), EnumSet.of(Audience.EVERYONE));
	}

	boolean includes(QuestionDraft draft) {
		return this.statuses.contains(draft.status()) && this.audiences.contains(draft.audience());
	}

	/** Returns the statuses as stored in the database. */
	List<String> statusNames() {
		return this.statuses.stream().map(QuestionStatus::name).toList();
	}

	/** Returns the audiences as stored in the database. */
	List<String> audienceNames() {
		return this.audiences.stream().map(Audience::name).toList();
	}

}
