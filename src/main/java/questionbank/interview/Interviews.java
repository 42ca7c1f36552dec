package questionbank.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.People;
import questionbank.account.Viewer;
import questionbank.interview.InterviewLog.Kind;
import questionbank.interview.InterviewRepository.KitUse;
import questionbank.interview.InterviewView.Member;
import questionbank.interview.InterviewView.OwnScorecard;
import questionbank.interview.InterviewView.Repetition;
import questionbank.interview.InterviewView.Summary;
import questionbank.interview.QuestionTexts.QuestionText;
import questionbank.kit.KitDetails;

/**
 * Creates, changes and reads interviews. Each lookup is scoped to the viewer: an
 * interview is visible to its panel, its owner and administrators.
 */
@Service
class Interviews {

	private static final Logger LOGGER = LoggerFactory.getLogger(Interviews.class);

	/** Matches no person. */
	private static final long ANONYMOUS = -1;

	private final InterviewRepository interviews;

	private final PanellistRepository panellists;

	private final People people;

	private final QuestionTexts texts;

	private final AskedQuestions asked;

	private final InterviewLog log;

	private final Clock clock;

	Interviews(InterviewRepository interviews, PanellistRepository panellists, People people, QuestionTexts texts,
			AskedQuestions asked, InterviewLog log, Clock clock) {
		this.interviews = interviews;
		this.panellists = panellists;
		this.people = people;
		this.texts = texts;
		this.asked = asked;
		this.log = log;
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

	/** Lists the viewer's interviews, the latest date first. */
	@Transactional(readOnly = true)
	List<Summary> list(Viewer viewer, int limit, int offset) {
		var found = this.interviews.listVisible(viewer.isAdministrator(), person(viewer), limit, offset);
		var own = this.panellists.findOnPanels(person(viewer), found.stream().map(Interview::id).toList())
			.stream()
			.collect(Collectors.toMap(Panellist::interviewId, (panellist) -> new OwnScorecard(panellist.isSubmitted()),
					(first, second) -> first));
		return found.stream().map((interview) -> new Summary(interview.details(), own.get(interview.id()))).toList();
	}

	@Transactional(readOnly = true)
	long count(Viewer viewer) {
		return this.interviews.countVisible(viewer.isAdministrator(), person(viewer));
	}

	/** Counts the interviews of a kit that the viewer may open. */
	@Transactional(readOnly = true)
	long count(long kit, Viewer viewer) {
		return this.interviews.countVisibleOfKit(kit, viewer.isAdministrator(), person(viewer));
	}

	/** Finds an interview with what the viewer may see of its scorecards. */
	@Transactional(readOnly = true)
	Optional<InterviewView> find(long id, Viewer viewer, Matrix.Sort sort) {
		return panel(id, viewer).map((panel) -> view(panel, sort));
	}

	private InterviewView view(Panel panel, Matrix.Sort sort) {
		var interview = panel.interview();
		var questions = this.texts.of(interview.questions());
		return new InterviewView(interview.details(),
				panel.members().stream().map((member) -> Member.of(member, member.is(panel.viewer()))).toList(),
				questions, panel.isManaged(), panel.viewer().isAdministrator(),
				panel.own().map((own) -> new OwnScorecard(own.isSubmitted())).orElse(null),
				repetitions(questions, interview.candidateHash(), interview.details().date(), interview.id()),
				panel.matrix(questions, sort), panel.pending(), interview.isDeletable(this.clock.instant()));
	}

	/**
	 * Finds the questions that the candidate of a new interview was asked before.
	 */
	@Transactional(readOnly = true)
	List<Repetition> repetitions(KitDetails kit, InterviewDraft draft) {
		return repetitions(this.texts.of(kit.content().questions().stream().map(AskedQuestion::of).toList()),
				draft.candidateHash(), draft.date(), Long.MAX_VALUE);
	}

	private List<Repetition> repetitions(List<QuestionText> questions, String candidate, LocalDate date, long id) {
		var dates = this.asked.findRepeated(candidate, questions.stream().map(QuestionText::question).toList(), date,
				id);
		return questions.stream()
			.filter((question) -> dates.containsKey(question.question()))
			.map((question) -> new Repetition(question, dates.getOrDefault(question.question(), List.of())))
			.toList();
	}

	/** Lists the interviews of a kit that the viewer may open, the latest date first. */
	@Transactional(readOnly = true)
	List<Panel> panels(long kit, Viewer viewer, int limit, int offset) {
		return this.interviews.listVisibleOfKit(kit, viewer.isAdministrator(), person(viewer), limit, offset)
			.stream()
			.map((interview) -> new Panel(interview, this.panellists.listPanel(interview.id()), viewer))
			.toList();
	}

	/** Lists the kits of the viewer's interviews, the latest date first. */
	@Transactional(readOnly = true)
	List<KitUse> kits(Viewer viewer) {
		return this.interviews.listKits(viewer.isAdministrator(), person(viewer));
	}

	/** Finds an interview with its panel, if the viewer may open it. */
	@Transactional(readOnly = true)
	Optional<Panel> panel(long id, Viewer viewer) {
		return this.interviews.findVisible(id, viewer.isAdministrator(), person(viewer))
			.map((interview) -> new Panel(interview, this.panellists.listPanel(id), viewer));
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
		if (newcomers.stream().anyMatch((newcomer) -> newcomer.is(panel.viewer())) && mayHaveSeenScores(panel)) {
			return EditResult.NOT_BLIND;
		}
		return (panel.members().size() + newcomers.size() > InterviewForm.MAX_PANELLISTS) ? EditResult.FULL
				: EditResult.SAVED;
	}

	/**
	 * Whether an overseer may have seen scorecards, now, before a reopening, or after
	 * they were removed from the panel.
	 */
	private boolean mayHaveSeenScores(Panel panel) {
		return panel.visibility().includesOthers()
				|| panel.everyone().stream().anyMatch((former) -> former.is(panel.viewer()))
				|| this.log.has(panel.interview().id(), Kind.CLOSED);
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
			}
			return true;
		}).orElse(false);
	}

	/**
	 * Removes a panellist. The result does not depend on the scorecard, which stays for
	 * the record: a refusal would tell whether it was begun.
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
		this.log.add(panel.interview().id(), Kind.PANELLIST_REMOVED, panel.viewer().name(), member.name());
		return RemovalResult.REMOVED;
	}

	/**
	 * Deletes an interview that cannot have been held.
	 * @return whether it is deleted; empty if the viewer may not do so
	 */
	@Transactional
	Optional<Boolean> delete(long id, Viewer viewer) {
		return lock(id, viewer).map((panel) -> {
			var isDeletable = panel.interview().isDeletable(this.clock.instant());
			if (isDeletable) {
				this.interviews.delete(id);
				LOGGER.info("Interview {} deleted by {}", id, person(viewer));
			}
			return isDeletable;
		});
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
		/** Nothing is saved, as the viewer may have seen scores, and cannot join. */
		NOT_BLIND,
		/** Nothing is saved, as the panel would have too many people. */
		FULL

	}

}
