package questionbank.interview;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import questionbank.interview.QuestionTexts.QuestionText;
import questionbank.kit.Rating;

/**
 * The record of an interview, as exported to JSON and CSV and as printed: what the viewer
 * may see.
 *
 * @param complete {@code false} if the viewer may not see the scorecards of others yet
 * @param scorecards in the order of the panel
 * @param events in order
 */
record InterviewRecord(String format, int version, Instant exportedAt, InterviewDetails interview, boolean complete,
		List<QuestionText> questions, List<Scorecard> scorecards, List<LogEntry> events) {

	private static final String FORMAT = "question-bank-interview";

	static InterviewRecord of(Panel panel, List<QuestionText> questions, List<InterviewLog.Event> events, Instant now) {
		var visibility = panel.visibility();
		var own = panel.own().map(Panellist::id);
		return new InterviewRecord(FORMAT, 1, now, panel.interview().details(), visibility.includesOthers(), questions,
				panel.recorded().stream().map((panellist) -> Scorecard.of(panellist, questions)).toList(),
				events.stream()
					.filter((event) -> event.panellist() == null
							|| visibility.includes(own.filter(event.panellist()::equals).isPresent(), true))
					.map((event) -> LogEntry.of(event, panel.everyone(), questions))
					.toList());
	}

	/** Returns the number of answers, for tables. */
	public int width() {
		return this.questions.size();
	}

	/**
	 * A scorecard.
	 *
	 * @param removed whether the panellist was removed from the panel
	 * @param submittedAt {@code null} if it is not submitted
	 */
	record Scorecard(String panellist, boolean guest, boolean removed, @Nullable Instant submittedAt,
			@Nullable Integer recommendation, @Nullable String recommendationLabel, String reason,
			List<ScoredAnswer> answers) {

		static Scorecard of(Panellist panellist, List<QuestionText> questions) {
			return of(panellist, panellist.submittedAt(), panellist.content(), questions);
		}

		static Scorecard of(Panellist panellist, @Nullable Instant submittedAt, ScorecardContent content,
				List<QuestionText> questions) {
			var recommendation = content.recommendation();
			return new Scorecard(panellist.name(), panellist.isGuest(), panellist.isRemoved(), submittedAt,
					recommendation,
					(recommendation != null) ? ScorecardContent.Recommendation.of(recommendation).label() : null,
					content.reason(),
					IntStream.range(0, questions.size())
						.mapToObj((at) -> ScoredAnswer.of(questions.get(at), content.answers().get(at)))
						.toList());
		}

	}

	/**
	 * An answer with its score.
	 *
	 * @param number the position of the question, from 1
	 * @param rating from 1 to 4; {@code null} if unrated or not asked
	 * @param label the word for the rating, {@code not asked}, or {@code not rated}
	 * @param points the key points that were ticked
	 * @param seconds the elapsed time
	 */
	record ScoredAnswer(int number, long question, int revision, @Nullable Integer rating, String label,
			List<String> points, String notes, int seconds) {

		static ScoredAnswer of(QuestionText question, Answer answer) {
			var rating = answer.rating();
			return new ScoredAnswer(question.number(), question.question(), question.revision(), rating,
					(rating != null) ? Rating.of(rating).label() : answer.notAsked() ? "not asked" : "not rated",
					answer.points()
						.stream()
						.sorted(Comparator.naturalOrder())
						.map((point) -> question.keyPoints().get(point - 1))
						.toList(),
					answer.notes(), answer.seconds());
		}

		/** Returns the elapsed time in minutes and seconds. */
		public String time() {
			return String.format(Locale.ENGLISH, "%d:%02d", this.seconds / 60, this.seconds % 60);
		}

	}

	/**
	 * An event.
	 *
	 * @param panellist whose scorecard it is about; {@code null} if it is about none
	 * @param former the scorecard as it was submitted, before it was reopened
	 */
	record LogEntry(Instant at, String kind, String label, String author, @Nullable String panellist, String reason,
			@Nullable Scorecard former) {

		static LogEntry of(InterviewLog.Event event, List<Panellist> members, List<QuestionText> questions) {
			var about = members.stream()
				.filter((member) -> event.panellist() != null && event.panellist() == member.id())
				.findFirst();
			var scorecard = event.scorecard();
			var former = (scorecard != null && about.isPresent())
					? Scorecard.of(about.get(), null, scorecard, questions) : null;
			return new LogEntry(event.at(), event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
					event.kind().label(), event.author(), about.map(Panellist::name).orElse(null), event.reason(),
					former);
		}

	}

	/** Returns the name of an exported file. */
	String fileName(String extension) {
		return "interview-" + this.interview.id() + "-" + this.interview.date() + "." + extension;
	}

}
