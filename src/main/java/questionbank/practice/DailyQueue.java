package questionbank.practice;

import java.util.List;

/**
 * The questions to practise today, in the order of the components.
 *
 * @param again those that were practised today and are in learning steps, by due time
 * @param before those of which a review is worth more than a new question, best first
 * @param fresh the number of new questions
 * @param after those of which a review is worth less than a new question, best first
 * @param done the number of questions that were practised today
 */
record DailyQueue(List<Long> again, List<Long> before, int fresh, List<Long> after, int done) {
}
