package questionbank.practice;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import questionbank.practice.PracticeSession.Kind;
import questionbank.question.QuestionFilter;

/**
 * The session that somebody wants.
 *
 * @param filter from which questions; today's are the plan's whatever it says
 * @param question the one question, or {@code null}
 * @param number how many questions at most
 * @param time how long it may take, or {@code null} for as long as it takes
 * @param counted whether it moves the dates on which questions are due
 * @param title what it is about, at most 200 characters
 * @param list the address of the list that it begins, or {@code null}
 * @param asOf a state of the bank in which the topics of the list have these names
 */
record SessionRequest(Kind kind, QuestionFilter filter, @Nullable Long question, int number, @Nullable Duration time,
		boolean counted, String title, @Nullable String list, long asOf) {
}
