package questionbank.practice;

/** What becomes of something that is done in a session. */
enum Outcome {

	/** It is done, or had been already and stays so. */
	DONE(""),

	/** There is no such session for whoever asks, or no such question in it. */
	UNKNOWN("This session is not open in this browser. If you practise with an account, sign in, and send it again."),

	/** It was answered before, with other words. */
	ANSWERED_OTHERWISE("You had answered this question already, and seen the sample answer. "
			+ "The answer that you gave first is kept, and nothing has changed."),

	/** It was graded before, with another grade. */
	GRADED_OTHERWISE("You had graded this answer already. The first grade is kept, and nothing has changed. "
			+ "Undo takes it back."),

	/** The answer has not been revealed yet. */
	NOT_REVEALED("This question waits to be answered before it can be graded. Nothing has changed."),

	/** The time of the mock interview was over. */
	TOO_LATE("The time of this mock interview was over. The answer came too late to be kept with it."),

	/** The question was retired, or is not for everybody any more. */
	WITHDRAWN("This question has been withdrawn from the bank meanwhile. It is left out, and nothing has changed."),

	/**
	 * The grade names a revision that was not shown, or a key point that it does not
	 * have.
	 */
	OTHER_KEY_POINTS("The key points that were sent are not those that this question showed you. "
			+ "Nothing has changed. Please tick and grade them again."),

	/** The session was taken from no list, or nothing is left of it. */
	NOTHING_LEFT("Nothing is left of the list from which this session was taken. Nothing has changed."),

	/** Something was graded after what is to be taken back. */
	NOT_THE_LAST("Only the last grade can be taken back, and this is not the last any more. Nothing has changed.");

	private final String reason;

	Outcome(String reason) {
		this.reason = reason;
	}

	/** Why nothing was done, in words for a page. */
	public String reason() {
		return this.reason;
	}

}
