package questionbank.scheduling;

import java.util.List;

/**
 * The questions to practise today, in the order of the components.
 *
 * @param again the questions practised today that are in learning steps, by due time
 * @param before the reviews that are worth more than a new question, best first
 * @param fresh the number of new questions
 * @param after the reviews that are worth less than a new question, best first
 * @param done the number of questions practised today
 */
public record DailyQueue(List<Long> again, List<Long> before, int fresh, List<Long> after, int done) {
}
