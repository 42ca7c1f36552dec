package questionbank.scheduling;

import java.time.Instant;

/**
 * The scheduling state of a question that a learner has reviewed.
 *
 * @param step the index of the learning step in {@link State#LEARNING} or
 * {@link State#RELEARNING}, from 0; 0 in {@link State#REVIEW}
 */
public record Card(State state, int step, Memory memory, Instant reviewedAt, Instant dueAt) {

	/** The states of FSRS; a question without reviews has none. */
	public enum State {

		/** New, in learning steps of minutes. */
		LEARNING,

		/** Learnt, with intervals of days. */
		REVIEW,

		/** Forgotten, in learning steps of minutes again. */
		RELEARNING

	}

}
