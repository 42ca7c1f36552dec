package questionbank.practice;

import java.time.LocalDate;

/**
 * Grades of a learner whose time has not come: they were given while the clock of the
 * server was ahead, or it is behind now. Until then they do not count.
 *
 * @param count how many there are, at least 1
 * @param last the practice day of the last one
 */
public record FutureGrades(long count, LocalDate last) {
}
