package questionbank.interview;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.Viewer;

/** Reads the record of an interview, and compares the interviews of a kit. */
@Service
class Records {

	private final Interviews interviews;

	private final QuestionTexts texts;

	private final InterviewLog log;

	private final Clock clock;

	Records(Interviews interviews, QuestionTexts texts, InterviewLog log, Clock clock) {
		this.interviews = interviews;
		this.texts = texts;
		this.log = log;
		this.clock = clock;
	}

	/**
	 * Finds the record of an interview, with what the viewer may see of its scorecards.
	 */
	@Transactional(readOnly = true)
	Optional<InterviewRecord> find(long id, Viewer viewer) {
		return this.interviews.panel(id, viewer)
			.map((panel) -> InterviewRecord.of(panel, this.texts.of(panel.interview().questions()), this.log.list(id),
					this.clock.instant()));
	}

	/**
	 * Compares interviews of a kit by the ratings that the viewer may see, the latest
	 * date first.
	 * @param sort the parameter of the order of the questions
	 */
	@Transactional(readOnly = true)
	Comparison compare(long kit, Viewer viewer, String sort, int limit, int offset) {
		return Comparison.of(this.interviews.panels(kit, viewer, limit, offset)
			.stream()
			.map((panel) -> new Comparison.Candidate(panel.interview().details(),
					panel.matrix(this.texts.of(panel.interview().questions()), Matrix.Sort.of(""))))
			.toList(), sort);
	}

}
