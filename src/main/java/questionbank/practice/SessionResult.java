package questionbank.practice;

/** The result of an action in a session. */
enum SessionResult {

	/** Done now, or by an earlier request. */
	DONE(""),

	/** The learner has no such session, or it has no such question. */
	UNKNOWN("This session is not open in this browser. If you practise with an account, sign in and send it again."),

	/** The question has a different answer already. */
	ANSWERED_OTHERWISE("You have answered this question already and seen the sample answer. "
			+ "Your first answer is kept. Nothing has changed."),

	/** The answer has a different grade already. */
	GRADED_OTHERWISE("You have graded this answer already. Your first grade is kept. Nothing has changed. "
			+ "You can undo it."),

	/** The sample answer is not revealed yet. */
	NOT_REVEALED("Answer this question before you grade it. Nothing has changed."),

	/** The clock of the page has run out, but the server's has not. */
	TIME_LEFT("There is time left in this mock interview."),

	/** The answer arrived after the grace period and is saved as late. */
	KEPT_LATE("This answer arrived after the time of the mock interview. "
			+ "It is saved, and marked as late where you grade it."),

	/**
	 * The mock interview is over, and this is not the question that was open at its end.
	 */
	TOO_LATE("This answer arrived after the end of the mock interview. Nothing has changed."),

	/** The session was ended before the grade arrived. */
	ENDED("This session has ended, so this answer was not graded. Nothing has changed."),

	/** The question is not visible to the learner any more. */
	WITHDRAWN("This question was withdrawn from the bank and is skipped. Nothing has changed."),

	/**
	 * The grade names a revision that was not shown, or a key point that it does not
	 * have.
	 */
	OTHER_KEY_POINTS("The key points that were sent are not the ones shown to you. "
			+ "Nothing has changed. Please tick and grade again."),

	/** The session has no list, or no question of the list remains. */
	NOTHING_LEFT("The list of this session has no more questions. Nothing has changed."),

	/** It is not the last grade. */
	NOT_THE_LAST("You can undo only the last grade, and this is not the last one any more. Nothing has changed.");

	private final String reason;

	SessionResult(String reason) {
		this.reason = reason;
	}

	/** Returns the explanation for the page. */
	public String reason() {
		return this.reason;
	}

	/** Whether the learner has no such session, and signing in may help. */
	public boolean isUnknown() {
		return this == UNKNOWN;
	}

	/** Whether something has changed. */
	public boolean isChange() {
		return this == DONE || this == KEPT_LATE;
	}

}
