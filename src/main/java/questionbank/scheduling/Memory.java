package questionbank.scheduling;

/**
 * The memory state of FSRS for one question of a learner.
 *
 * @param stability the days after which the probability of recall has fallen to 0.9, from
 * 0.001 to 36,500
 * @param difficulty how hard it is to increase the stability, from 1 to 10
 */
public record Memory(double stability, double difficulty) {
}
