package questionbank.interview;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.People;
import questionbank.account.Viewer;
import questionbank.interview.InterviewLog.Kind;
import questionbank.kit.KitDetails;
import questionbank.mail.Mailer;

/**
 * Creates, changes and closes interviews, and changes their panels.
 *
 * @see InterviewCatalogue for reading them
 */
@Service
class Interviews {

	/** Matches no person. */
	private static final long ANONYMOUS = -1;

	private final InterviewRepository interviews;

	private final PanellistRepository panellists;

	private final People people;

	private final InterviewLog log;

	private final Mailer mailer;

	private final Clock clock;

	Interviews(InterviewRepository interviews, PanellistRepository panellists, People people, InterviewLog log,
			Mailer mailer, Clock clock) {
		this.interviews = interviews;
		this.panellists = panellists;
		this.people = people;
		this.log = log;
		this.mailer = mailer;
		this.clock = clock;
	}

	/**
	 * Creates an interview with a copy of a kit.
	 * @return its number
	 */
	@Transactional
	long create(KitDetails kit, InterviewDraft draft, Viewer owner) {
		var interview = this.interviews.saveAndFlush(new Interview(kit, draft, owner, this.clock.instant()));
		newcomers(interview, List.of(), draft.panel()).forEach(this.panellists::saveAndFlush);
		this.log.add(interview.id(), Kind.CREATED, owner.name(), "");
		return interview.id();
	}

	/** Creates panellists of the addresses of those who are not on the panel. */
	private List<Panellist> newcomers(Interview interview, List<Panellist> present, List<String> emails) {
		var panel = new ArrayList<>(present);
		emails.stream()
			.map((email) -> panellist(interview, email))
			.filter((one) -> panel.stream().noneMatch(one::isSameAs))
			.forEach(panel::add);
		return panel.subList(present.size(), panel.size());
	}

	private Panellist panellist(Interview interview, String email) {
		var questions = interview.questions().size();
		return this.people.findInterviewer(email)
			.map((person) -> Panellist.of(interview.id(), person, questions))
			.orElseGet(() -> Panellist.guest(interview.id(), email, questions));
	}

	/**
	 * Changes candidate, date, time and place, and adds panellists.
	 * @param base the version that was edited
	 * @return empty if the viewer may not do so
	 */
	@Transactional
	Optional<EditResult> change(long id, int base, InterviewDraft draft, Viewer viewer) {
		return lock(id, viewer).filter((panel) -> !panel.interview().isRemoved()).map((panel) -> {
			var newcomers = newcomers(panel.interview(), panel.members(), draft.panel());
			var result = check(panel, base, newcomers);
			if (result == EditResult.SAVED) {
				panel.interview().edit(draft);
				newcomers.forEach(this.panellists::saveAndFlush);
				this.log.add(id, Kind.CHANGED, viewer.name(), "");
			}
			return result;
		});
	}

	private EditResult check(Panel panel, int base, List<Panellist> newcomers) {
		if (panel.interview().version() != base) {
			return EditResult.STALE;
		}
		if (!newcomers.isEmpty() && panel.interview().isClosed()) {
			return EditResult.CLOSED;
		}
		if (newcomers.stream().anyMatch((newcomer) -> panel.everyone().stream().anyMatch(newcomer::isSameAs))) {
			return EditResult.FORMER;
		}
		if (panel.interview().areScoresShown()
				&& newcomers.stream().anyMatch((newcomer) -> isOverseer(newcomer, panel.interview()))) {
			return EditResult.NOT_BLIND;
		}
		return (panel.members().size() + newcomers.size() > InterviewForm.MAX_PANELLISTS) ? EditResult.FULL
				: EditResult.SAVED;
	}

	private boolean isOverseer(Panellist newcomer, Interview interview) {
		return this.people.findInterviewer(newcomer.email())
			.filter((person) -> person.administrator() || interview.isOwnedBy(person.id()))
			.isPresent();
	}

	/**
	 * Closes an interview: scorecards can no longer be changed, and guests' links stop
	 * working.
	 * @return whether the viewer may do so
	 */
	@Transactional
	boolean close(long id, Viewer viewer) {
		return lock(id, viewer).map((panel) -> {
			if (!panel.interview().isClosed()) {
				panel.interview().close(this.clock.instant());
				this.log.add(id, Kind.CLOSED, viewer.name(), "");
				cancelMails(panel.everyone());
			}
			return true;
		}).orElse(false);
	}

	/** Does not send mails to panellists that are pending; at the commit. */
	void cancelMails(Collection<Panellist> panellists) {
		this.mailer.cancel(panellists.stream().map((one) -> PanelInvitations.reference(one.id())).toList());
	}

	/**
	 * Removes a panellist, who cannot be added again: they may have seen scores, and
	 * whether they have is not told to viewers who may not see that. The result does not
	 * depend on the scorecard, which stays for the record.
	 * @return empty if there is no such panellist, or the viewer may not do so
	 */
	@Transactional
	Optional<RemovalResult> removePanellist(long id, long panellist, Viewer viewer) {
		return lock(id, viewer).flatMap((panel) -> this.panellists.findForChange(panellist)
			.filter((member) -> member.interviewId() == id && !member.isRemoved())
			.map((member) -> remove(panel, member)));
	}

	private RemovalResult remove(Panel panel, Panellist member) {
		if (panel.interview().isClosed()) {
			return RemovalResult.CLOSED;
		}
		if (panel.members().size() == 1) {
			return RemovalResult.LAST;
		}
		member.remove();
		panel.recordVisibility();
		this.log.add(panel.interview().id(), Kind.PANELLIST_REMOVED, panel.viewer().name(), member.name());
		return RemovalResult.REMOVED;
	}

	/**
	 * Locks an interview, so that its panel and scorecards do not change until the end of
	 * the transaction.
	 * @return empty if the viewer does not manage the interview
	 */
	Optional<Panel> lock(long id, Viewer viewer) {
		return this.interviews.findForChange(id)
			.map((interview) -> new Panel(interview, this.panellists.listPanel(id), viewer))
			.filter(Panel::isManaged);
	}

	static long person(Viewer viewer) {
		return Objects.requireNonNullElse(viewer.id(), ANONYMOUS);
	}

	/** The result of removing a panellist. */
	enum RemovalResult {

		/** The panellist is removed. */
		REMOVED,
		/** Nothing is changed, as the interview is closed. */
		CLOSED,
		/** Nothing is changed, as a panel has at least one member. */
		LAST

	}

	/** The result of editing an interview. */
	enum EditResult {

		/** The edit is saved. */
		SAVED,
		/** Nothing is saved, as another edit was saved since the form was opened. */
		STALE,
		/** Nothing is saved, as a closed interview takes no panellists. */
		CLOSED,
		/** Nothing is saved, as a removed panellist cannot be added again. */
		FORMER,
		/** Nothing is saved, as owner or administrators may have seen scores. */
		NOT_BLIND,
		/** Nothing is saved, as the panel would have too many people. */
		FULL

	}

}
