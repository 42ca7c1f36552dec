package questionbank.practice;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionDetails;
import questionbank.scheduling.Grade;

/**
 * The data of a session's page.
 *
 * @param zone the time zone of the learner
 * @param interview the day of the interview ahead, or {@code null}
 * @param count its questions, without those that were withdrawn before their grade
 * @param withdrawn the number of questions that were withdrawn before their grade
 * @param endsAt the end of a mock interview, or {@code null}
 * @param millisLeft the milliseconds from now to the end, rounded up, at least 0
 * @param current the current question, or {@code null} if the session is over
 * @param unsent the position of the question that was open when the time of a mock
 * interview ran out, if no answer to it has arrived; or {@code null}
 * @param summary the results; {@code null} until the session is over
 * @param remaining the remaining questions of its list, once it is over; or {@code null}
 * @param lastGraded the position of the last graded attempt, or {@code null}
 */
record SessionView(long id, Kind kind, String title, boolean counted, ZoneId zone, @Nullable LocalDate interview,
		Instant startedAt, Count count, int withdrawn, @Nullable Instant endsAt, @Nullable Long millisLeft, Stage stage,
		@Nullable CurrentQuestion current, @Nullable Integer unsent, @Nullable Summary summary,
		ListPractice.@Nullable Remaining remaining, @Nullable Integer lastGraded) {

	public boolean isAnswering() {
		return this.stage == Stage.ANSWER;
	}

	public boolean isGrading() {
		return this.stage == Stage.GRADE;
	}

	public boolean isOver() {
		return this.stage == Stage.OVER;
	}

	/** Whether it is a mock interview that hides the sample answers. */
	public boolean isHidingAnswers() {
		return this.kind == Kind.MOCK && isAnswering();
	}

	/**
	 * Returns the pace of a mock interview in words, such as "6 min a question: 2 min
	 * behind". A question has its share of the time: who is still within it is on time.
	 */
	public String pace() {
		if (!isHidingAnswers() || this.current == null || this.endsAt == null || this.millisLeft == null) {
			return "";
		}
		var limit = Duration.between(this.startedAt, this.endsAt).toMillis();
		var elapsed = limit - this.millisLeft;
		var each = limit / Math.max(1, this.count.total);
		var ahead = Math.round((each * (this.current.number - 1L) - elapsed) / 60_000.0);
		var behind = Math.round((elapsed - each * (long) this.current.number) / 60_000.0);
		var guide = BigDecimal.valueOf(Math.round(each / 6_000.0)).movePointLeft(1).stripTrailingZeros();
		return "%s min a question: %s".formatted(guide.toPlainString(),
				(ahead > 0) ? ahead + " min ahead" : (behind > 0) ? behind + " min behind" : "on time");
	}

	private static long minutes(@Nullable Duration time) {
		return (time != null) ? Math.max(1, Math.round(time.toSeconds() / 60.0)) : 0;
	}

	/**
	 * The questions of a session. Each counts once, however often it is repeated.
	 *
	 * @param done the number of questions with a grade
	 * @param total the number of all questions
	 * @param repeats the number of questions with a grade that are to be repeated
	 */
	record Count(int done, int total, int repeats) {

		/** Counts the questions of attempts, except withdrawn ones without a grade. */
		static Count of(List<Attempt> attempts, Predicate<Attempt> isVisible) {
			var graded = questions(attempts, Attempt::isGraded);
			var open = questions(attempts, isVisible.and((attempt) -> !attempt.isGraded()));
			return of(graded, open);
		}

		static Count of(Set<Long> graded, Set<Long> open) {
			var repeats = (int) open.stream().filter(graded::contains).count();
			return new Count(graded.size(), graded.size() + open.size() - repeats, repeats);
		}

		private static Set<Long> questions(List<Attempt> attempts, Predicate<Attempt> selected) {
			return attempts.stream().filter(selected).map(Attempt::questionId).collect(Collectors.toSet());
		}

		/** Returns the counts in words: "3 of 10, 2 to repeat". */
		public String label() {
			return label(this.done);
		}

		/** Returns the counts in words, with the number of the current question. */
		public String label(int number) {
			var repeated = (this.repeats > 0) ? ", " + this.repeats + " to repeat" : "";
			return number + " of " + this.total + repeated;
		}

	}

	/** The next step of a session. */
	enum Stage {

		/** To answer the current question. */
		ANSWER,

		/** To compare the answer with the sample answer, and grade it. */
		GRADE,

		/** Nothing: the session is over. */
		OVER;

		/** Returns the name in CSS classes. */
		public String slug() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * The current question.
	 *
	 * @param number its number among the questions of the session, from 1; a repeated one
	 * does not count again
	 * @param missedBefore the key points that the last answer to it in this session
	 * missed
	 * @param late whether the answer arrived after the time of the mock interview
	 * @param options the grades to choose from; empty until the answer is revealed
	 * @param points the key points; empty until the answer is revealed
	 * @param earlier the earlier answers, the latest first; empty until it is revealed
	 */
	record CurrentQuestion(int position, int number, QuestionDetails question, String answer, List<String> missedBefore,
			boolean late, List<GradeOption> options, List<KeyPoint> points, List<GradedAnswer> earlier) {

		/** Returns the number of key points that are ticked at first. */
		public int ticked() {
			return (int) this.points.stream().filter(KeyPoint::ticked).count();
		}

		/**
		 * Returns the proposed grade by the number of ticked key points, from none to
		 * all; empty without key points.
		 */
		public List<Grade> proposals() {
			return this.points.isEmpty() ? List.of()
					: IntStream.rangeClosed(0, this.points.size())
						.mapToObj((ticked) -> Grade.propose(ticked, this.points.size()))
						.toList();
		}

		/**
		 * Returns the proposed grade, or {@code null} if there is nothing to propose it
		 * by: no key points, or a spoken answer of which none is ticked yet.
		 */
		public @Nullable Grade proposed(int ticked) {
			return (ticked == 0 && this.answer.isEmpty()) || ticked >= proposals().size() ? null
					: proposals().get(ticked);
		}

	}

	/**
	 * A grade to choose, with the due date that it leads to.
	 *
	 * @param due the due date in words; empty if the grade does not count
	 */
	record GradeOption(Grade grade, String due) {
	}

	/**
	 * A key point.
	 *
	 * @param words the words of the answer that make it look covered; empty if it does
	 * not
	 * @param ticked whether it is ticked at first
	 */
	record KeyPoint(String text, List<String> words, boolean ticked) {
	}

	/**
	 * The results of a session.
	 *
	 * @param grades the number of answers by grade
	 * @param time the time of all answers, without breaks; {@code null} if unknown
	 * @param questions the practised questions, in order
	 * @param mostMissed the most missed key points
	 * @param before the readiness without this session; {@code null} if it does not count
	 * @param after the readiness with it
	 * @param probes follow-up questions; empty except after a mock interview
	 */
	record Summary(Map<Grade, Long> grades, @Nullable Duration time, List<PractisedQuestion> questions,
			List<QuestionPart> mostMissed, @Nullable Double before, @Nullable Double after, List<QuestionPart> probes) {

		/**
		 * Returns the number of covered key points, in the last answer to each question.
		 */
		public int covered() {
			return this.questions.stream().mapToInt(PractisedQuestion::covered).sum();
		}

		/** Returns the number of key points of the same answers. */
		public int points() {
			return this.questions.stream().mapToInt(PractisedQuestion::points).sum();
		}

		/** Returns the time in minutes, rounded, at least 1; 0 if unknown. */
		public long minutes() {
			return SessionView.minutes(this.time);
		}

	}

	/**
	 * A practised question with its answers.
	 *
	 * @param prompt its prompt, or {@code null} if it was withdrawn
	 * @param due the due date in words; empty if the grades do not count
	 * @param time the time of its answers; {@code null} if unknown
	 * @param answers its graded answers, in order, at least one
	 */
	record PractisedQuestion(long id, @Nullable String prompt, String due, @Nullable Duration time,
			List<GradedAnswer> answers) {

		/** Returns the last answer. */
		public GradedAnswer last() {
			return this.answers.get(this.answers.size() - 1);
		}

		/** Returns the number of key points that the last answer covered. */
		public int covered() {
			return last().covered().size();
		}

		/** Returns the number of its key points. */
		public int points() {
			return last().covered().size() + last().missed().size();
		}

		/** Returns the share of key points covered, 1 without any. */
		double coverage() {
			return (points() > 0) ? (double) covered() / points() : 1;
		}

		/** Returns the time in minutes, rounded, at least 1; 0 if unknown. */
		public long minutes() {
			return SessionView.minutes(this.time);
		}

	}

	/** A key point or follow-up question, with the question that it belongs to. */
	record QuestionPart(long question, String prompt, String text) {
	}

	/**
	 * A graded answer.
	 *
	 * @param prompt the prompt of the question, or {@code null} if it was withdrawn
	 * @param zone the time zone in which it was graded
	 */
	record GradedAnswer(long session, int position, long question, @Nullable String prompt, String answer,
			@Nullable Grade grade, @Nullable Instant at, @Nullable ZoneId zone, List<String> covered,
			List<String> missed) {

		static GradedAnswer of(Attempt attempt, @Nullable String prompt) {
			return new GradedAnswer(attempt.sessionId(), attempt.position(), attempt.questionId(), prompt,
					Objects.requireNonNullElse(attempt.answer(), ""), attempt.grade(), attempt.gradedAt(),
					attempt.gradedZone(), attempt.covered(), attempt.missed());
		}

	}

}
