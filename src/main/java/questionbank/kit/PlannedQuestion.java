package questionbank.kit;

/**
 * A question of a composed kit, with its planned minutes.
 */
record PlannedQuestion(PoolQuestion question, int minutes) {
}
