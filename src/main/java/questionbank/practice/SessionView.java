package questionbank.practice;

import questionbank.scheduling.Grade;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionDetails;

/**
 * A session as it stands.
 *
 * @param zone the time zone of the learner
 * @param total how many questions it asks, as far as is known
 * @param graded how many of them have been graded
 * @param leftOut how many were withdrawn meanwhile
 * @param endsAt when a mock interview is over, or {@code null}
 * @param millisLeft how long that is from now, rounded up, at least 0
 * @param asked the question whose turn it is, or {@code null} if it is over
 * @param unsent the position of the question that was open when the time of a mock
 * interview ran out, if no answer to it has arrived; or {@code null}
 * @param answered what has been graded, in order; only once it is over
 * @param rest what is left of the list that it was taken from, once it is over; or
 * {@code null}
 * @param last the position of what was graded last, or {@code null} if nothing was
 */
record SessionView(long id, Kind kind, String title, boolean counted, ZoneId zone, Instant startedAt, int total,
		int graded, int leftOut, @Nullable Instant endsAt, @Nullable Long millisLeft, Stage stage,
		@Nullable Asked asked, @Nullable Integer unsent, List<Answered> answered, ListPractice.@Nullable Rest rest,
		@Nullable Integer last) {

	/** What is to be done in it. */
	enum Stage {

		/** A question waits for an answer. */
		ANSWER,

		/** The answer is there to be compared with the sample answer, and graded. */
		GRADE,

		/** Nothing is left to do. */
		OVER

	}

	/**
	 * A question whose turn it is.
	 *
	 * @param number which one it is, from 1
	 * @param late whether the answer arrived after the time of the mock interview
	 * @param choices what each grade leads to; empty where it leads to nothing
	 * @param points the key points, each with what makes it look covered
	 * @param earlier how it was answered before, the latest first
	 */
	record Asked(int position, int number, QuestionDetails question, String answer, boolean late, List<Choice> choices,
			List<Point> points, List<Answered> earlier) {
	}

	/**
	 * A grade, and when the question comes again.
	 *
	 * @param when in words; empty if the grade moves no date
	 */
	record Choice(Grade grade, String when) {
	}

	/**
	 * A key point.
	 *
	 * @param words the words of the own answer that make it look covered; empty if it
	 * does not
	 * @param ticked whether it is taken to be covered unless the tick is taken away
	 */
	record Point(String text, List<String> words, boolean ticked) {
	}

	/**
	 * An answer that was graded.
	 *
	 * @param prompt the question, or {@code null} if it was withdrawn
	 * @param zone the time zone in which it was graded
	 * @param next when the question comes again, in words; empty if the grade moves no
	 * date
	 */
	record Answered(long session, int position, long question, @Nullable String prompt, String answer,
			@Nullable Grade grade, @Nullable Instant at, @Nullable ZoneId zone, List<String> covered,
			List<String> missed, String next) {
	}

}
