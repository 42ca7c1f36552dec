package questionbank.scheduling;

import java.time.Instant;

/** An entry of the review log: the grade of a question at a time. */
public record Review(long question, Grade grade, Instant at) {
}
