package questionbank.practice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

import questionbank.practice.ProgressView.MemoryModel;
import questionbank.question.Difficulty;

/**
 * The data of a learner, as exported to JSON. Excludes what a replay of the log computes,
 * such as due dates.
 *
 * @param zone the time zone of the practice days, or {@code null} without data
 * @param attempts every attempt, by session and position; the graded ones that count are
 * the review log
 * @param model the fitted weights of the memory model, or {@code null} before the first
 * fit
 * @param rooms the data of the learner in other rooms, each under its name
 */
record PracticeExport(String format, int version, Instant exportedAt, @Nullable String zone, @Nullable LocalDate date,
		int daily, Set<String> difficulties, Set<String> topics, List<Session> sessions, List<Entry> attempts,
		@Nullable Model model, @JsonIgnore Map<String, List<?>> rooms) {

	private static final String FORMAT = "question-bank-practice";

	static PracticeExport of(Learner learner, PracticeGoal goal, List<PracticeSession> sessions, List<Attempt> attempts,
			@Nullable MemoryModel model, Map<String, List<?>> rooms, Instant now) {
		return new PracticeExport(FORMAT, 1, now, learner.zone().getId(), goal.date(), goal.dailyLimit(),
				goal.difficulties().stream().map(Difficulty::slug).collect(Collectors.toSet()), goal.topics(),
				sessions.stream().map(Session::of).toList(), attempts.stream().map(Entry::of).toList(),
				(model != null) ? Model.of(model) : null, rooms);
	}

	static PracticeExport empty(Instant now) {
		return new PracticeExport(FORMAT, 1, now, null, null, PracticeGoal.NONE.dailyLimit(), Set.of(), Set.of(),
				List.of(), List.of(), null, Map.of());
	}

	@JsonAnyGetter
	Map<String, List<?>> otherRooms() {
		return this.rooms;
	}

	/**
	 * The last fit of the memory model.
	 *
	 * @param kept whether it predicted the held-out answers better than the default
	 * @param weights the weights of FSRS-6 in order, those of the default if not kept
	 */
	record Model(Instant fittedAt, boolean enabled, boolean kept, double[] weights, int reviews, int predictions,
			double logLossBefore, double logLossAfter) {

		static Model of(MemoryModel model) {
			var fit = model.fit();
			return new Model(model.fittedAt(), model.enabled(), fit.isKept(), fit.model().weights(), fit.reviews(),
					fit.predictions(), fit.lossBefore(), fit.lossAfter());
		}

	}

	/** A session. */
	record Session(String id, String kind, String title, boolean counted, String zone, Instant startedAt,
			@Nullable Instant endsAt, @Nullable Instant finishedAt, @Nullable String list) {

		static Session of(PracticeSession session) {
			return new Session(Long.toString(session.id()), session.kind().slug(), session.title(), session.isCounted(),
					session.zone().getId(), session.startedAt(), session.endsAt(), session.finishedAt(),
					session.list());
		}

	}

	/**
	 * An attempt.
	 *
	 * @param version the number of the revision with the key points
	 */
	record Entry(String session, int place, long question, @Nullable Integer version, boolean counted,
			@Nullable String answer, @Nullable Instant answeredAt, @Nullable String grade, @Nullable Instant gradedAt,
			@Nullable String gradedZone, List<String> covered, List<String> missed) {

		static Entry of(Attempt attempt) {
			var grade = attempt.grade();
			var zone = attempt.gradedZone();
			return new Entry(Long.toString(attempt.sessionId()), attempt.position(), attempt.questionId(),
					attempt.questionRevision(), attempt.isCounted(), attempt.answer(), attempt.answeredAt(),
					(grade != null) ? grade.slug() : null, attempt.gradedAt(), (zone != null) ? zone.getId() : null,
					attempt.covered(), attempt.missed());
		}

	}

}
