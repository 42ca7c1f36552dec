package questionbank.kit;

import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Supplies when questions were last asked; contributed as a bean by a room that asks
 * them.
 *
 * @param lastAsked supplies the time by the number of a question, without those that were
 * never asked
 */
public record QuestionUsage(Supplier<Map<Long, Instant>> lastAsked) {
}
