package questionbank.question;

import java.util.Map;
import java.util.function.Supplier;

/**
 * What questions are used for, as another room counts it. A room that uses questions
 * offers one of these as a bean, and the administrators' list gets a column of it, by
 * which it can be sorted.
 *
 * @param slug the name in addresses, unlike that of any other column
 * @param name the heading of the column
 * @param counts how often each question is used, by number, without those that are not;
 * it may take a while, and is asked at most once a minute
 */
public record UsageColumn(String slug, String name, Supplier<Map<Long, Long>> counts) {
}
