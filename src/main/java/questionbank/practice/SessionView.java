package questionbank.practice;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionDetails;
import questionbank.scheduling.Grade;

/**
 * The data of a session's page.
 *
 * @param zone the time zone of the learner
 * @param total the number of attempts so far
 * @param graded the number of graded attempts
 * @param withdrawn the number of questions that were withdrawn before their grade
 * @param endsAt the end of a mock interview, or {@code null}
 * @param millisLeft the milliseconds from now to the end, rounded up, at least 0
 * @param current the current question, or {@code null} if the session is over
 * @param unsent the position of the question that was open when the time of a mock
 * interview ran out, if no answer to it has arrived; or {@code null}
 * @param answers the graded answers, in order; empty until the session is over
 * @param remaining the remaining questions of its list, once it is over; or {@code null}
 * @param lastGraded the position of the last graded attempt, or {@code null}
 */
record SessionView(long id, Kind kind, String title, boolean counted, ZoneId zone, Instant startedAt, int total,
		int graded, int withdrawn, @Nullable Instant endsAt, @Nullable Long millisLeft, Stage stage,
		@Nullable CurrentQuestion current, @Nullable Integer unsent, List<GradedAnswer> answers,
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

	/** Returns the number of questions, without withdrawn ones. */
	public int questions() {
		return this.total - this.withdrawn;
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
	 * @param number its number among the questions of this step, from 1
	 * @param late whether the answer arrived after the time of the mock interview
	 * @param options the grades to choose from; empty until the answer is revealed
	 * @param points the key points; empty until the answer is revealed
	 * @param earlier the earlier answers, the latest first; empty until it is revealed
	 */
	record CurrentQuestion(int position, int number, QuestionDetails question, String answer, boolean late,
			List<GradeOption> options, List<KeyPoint> points, List<GradedAnswer> earlier) {
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
	 * A graded answer.
	 *
	 * @param prompt the prompt of the question, or {@code null} if it was withdrawn
	 * @param zone the time zone in which it was graded
	 * @param due the due date in words; empty if the grade does not count
	 */
	record GradedAnswer(long session, int position, long question, @Nullable String prompt, String answer,
			@Nullable Grade grade, @Nullable Instant at, @Nullable ZoneId zone, List<String> covered,
			List<String> missed, String due) {
	}

}
