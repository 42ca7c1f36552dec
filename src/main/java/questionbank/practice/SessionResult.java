package questionbank.practice;

/** What becomes of something that is done in a session. */
enum SessionResult {

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

	/** The clock of the page had run out, and the server's had not. */
	TIME_LEFT("There is time left in this mock interview."),

	/** The answer arrived after the grace period, and is kept as a late one. */
	KEPT_LATE("The time of this mock interview was over before this answer arrived. "
			+ "It is kept, and marked as late where you grade it."),

	/**
	 * The mock interview was over, and this is not the question that was open at its end.
	 */
	TOO_LATE("This mock interview was over when this answer arrived. Nothing has changed."),

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

	SessionResult(String reason) {
		this.reason = reason;
	}

	/** What was done or why nothing was, in words for a page. */
	public String reason() {
		return this.reason;
	}

	/** Whether something was changed. */
	public boolean isChange() {
		return this == DONE || this == KEPT_LATE;
	}

}
