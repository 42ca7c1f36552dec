package questionbank.interview;

import java.time.Clock;
import java.util.Optional;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import questionbank.account.Viewer;

/** Reads the record of an interview. */
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

}
