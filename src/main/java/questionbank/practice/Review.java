package questionbank.practice;

import java.time.Instant;

/** An entry of the log: how well somebody knew a question, and when. */
record Review(long question, Grade grade, Instant at) {
}
