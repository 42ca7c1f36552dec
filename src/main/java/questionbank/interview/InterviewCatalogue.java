package questionbank.interview;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.Viewer;
import questionbank.interview.InterviewRepository.KitUse;
import questionbank.interview.InterviewView.Member;
import questionbank.interview.InterviewView.OwnScorecard;
import questionbank.interview.InterviewView.Repetition;
import questionbank.interview.InterviewView.Summary;
import questionbank.interview.QuestionTexts.QuestionText;
import questionbank.kit.KitDetails;

/**
 * Lists and reads interviews, their records and comparisons. Each lookup is scoped to the
 * viewer: an interview is visible to its panel, its owner and administrators.
 */
@Service
class InterviewCatalogue {

	private final InterviewRepository interviews;

	private final PanellistRepository panellists;

	private final QuestionTexts texts;

	private final AskedQuestions asked;

	private final InterviewLog log;

	private final Clock clock;

	InterviewCatalogue(InterviewRepository interviews, PanellistRepository panellists, QuestionTexts texts,
			AskedQuestions asked, InterviewLog log, Clock clock) {
		this.interviews = interviews;
		this.panellists = panellists;
		this.texts = texts;
		this.asked = asked;
		this.log = log;
		this.clock = clock;
	}

	/** Lists the viewer's interviews, the latest date first. */
	@Transactional(readOnly = true)
	List<Summary> list(Viewer viewer, int limit, int offset) {
		var found = this.interviews.listVisible(viewer.isAdministrator(), Interviews.person(viewer), limit, offset);
		var own = this.panellists.findOnPanels(Interviews.person(viewer), found.stream().map(Interview::id).toList())
			.stream()
			.collect(Collectors.toMap(Panellist::interviewId, (panellist) -> new OwnScorecard(panellist.isSubmitted()),
					(first, second) -> first));
		return found.stream().map((interview) -> new Summary(interview.details(), own.get(interview.id()))).toList();
	}

	@Transactional(readOnly = true)
	long count(Viewer viewer) {
		return this.interviews.countVisible(viewer.isAdministrator(), Interviews.person(viewer));
	}

	/** Counts the interviews of a kit that the viewer may open. */
	@Transactional(readOnly = true)
	long count(long kit, Viewer viewer) {
		return this.interviews.countVisibleOfKit(kit, viewer.isAdministrator(), Interviews.person(viewer));
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

	private List<Panel> panels(long kit, Viewer viewer, int limit, int offset) {
		var found = this.interviews.listVisibleOfKit(kit, viewer.isAdministrator(), Interviews.person(viewer), limit,
				offset);
		var panellists = this.panellists.listPanels(found.stream().map(Interview::id).toList())
			.stream()
			.collect(Collectors.groupingBy(Panellist::interviewId));
		return found.stream()
			.map((interview) -> new Panel(interview, panellists.getOrDefault(interview.id(), List.of()), viewer))
			.toList();
	}

	/** Lists the kits of the viewer's interviews, the latest date first. */
	@Transactional(readOnly = true)
	List<KitUse> kits(Viewer viewer) {
		return this.interviews.listKits(viewer.isAdministrator(), Interviews.person(viewer));
	}

	/** Finds an interview with its panel, if the viewer may open it. */
	@Transactional(readOnly = true)
	Optional<Panel> panel(long id, Viewer viewer) {
		return this.interviews.findVisible(id, viewer.isAdministrator(), Interviews.person(viewer))
			.map((interview) -> new Panel(interview, this.panellists.listPanel(id), viewer));
	}

	/**
	 * Finds the record of an interview, with what the viewer may see of its scorecards.
	 */
	@Transactional(readOnly = true)
	Optional<InterviewRecord> findRecord(long id, Viewer viewer) {
		return panel(id, viewer).map((panel) -> InterviewRecord.of(panel, this.texts.of(panel.interview().questions()),
				this.log.list(id), this.clock.instant()));
	}

	/**
	 * Compares interviews of a kit by the ratings that the viewer may see, the latest
	 * date first.
	 * @param sort the parameter of the order of the questions
	 */
	@Transactional(readOnly = true)
	Comparison compare(long kit, Viewer viewer, String sort, int limit, int offset) {
		var panels = panels(kit, viewer, limit, offset);
		var texts = this.texts.of(panels.stream()
			.filter((panel) -> panel.visibility().includesOthers())
			.map(Panel::interview)
			.collect(Collectors.toMap(Interview::id, Interview::questions)));
		return Comparison.of(panels.stream()
			.map((panel) -> new Comparison.Candidate(panel.interview().details(),
					panel.matrix(texts.getOrDefault(panel.interview().id(), List.of()), Matrix.Sort.of(""))))
			.toList(), sort);
	}

}
