package questionbank.practice;

/**
 * What FSRS knows of how somebody remembers one question.
 *
 * @param stability the days after which it is still remembered with a probability of 0.9,
 * from 0.001 to 36,500
 * @param difficulty how hard it is to get more stable, from 1 to 10
 */
record Memory(double stability, double difficulty) {
}
