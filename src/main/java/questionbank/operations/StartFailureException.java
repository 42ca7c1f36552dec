package questionbank.operations;

import org.jspecify.annotations.Nullable;

/** Failed startup, with the action by which the operator can correct it. */
class StartFailureException extends RuntimeException {

	private final String action;

	/**
	 * @param description the cause, for the operator
	 * @param action the action to take
	 */
	StartFailureException(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
