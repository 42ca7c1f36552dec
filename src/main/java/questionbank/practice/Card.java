package questionbank.practice;

import java.time.Instant;

/**
 * Where somebody stands with one question that they have practised.
 *
 * @param step how far they are in {@link State#LEARNING} or {@link State#RELEARNING},
 * from 0; 0 in {@link State#REVIEW}
 */
record Card(State state, int step, Memory memory, Instant reviewedAt, Instant dueAt) {

	/** The states of FSRS; what was never practised has none. */
	enum State {

		/** New, and repeated within minutes. */
		LEARNING,

		/** Known, and repeated after days. */
		REVIEW,

		/** Forgotten, and repeated within minutes. */
		RELEARNING

	}

}
