package questionbank.question;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import questionbank.account.Role;
import questionbank.account.Viewer;

/**
 * Which questions a viewer may see: a stranger and a candidate what is published for
 * everyone, an interviewer all that is published, an administrator everything. What is
 * outside is never looked up.
 */
record Visibility(Set<QuestionStatus> statuses, Set<Audience> audiences) {

	/** The visibility of anonymous readers. */
	static final Visibility ANONYMOUS = of(Viewer.ANONYMOUS);

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

	/** The statuses as the database has them. */
	List<String> statusNames() {
		return this.statuses.stream().map(QuestionStatus::name).toList();
	}

	/** The audiences as the database has them. */
	List<String> audienceNames() {
		return this.audiences.stream().map(Audience::name).toList();
	}

}
