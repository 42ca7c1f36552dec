package questionbank.operations;

import org.jspecify.annotations.Nullable;

/** The program cannot start, for a reason that the operator can act on. */
class StartFailureException extends RuntimeException {

	private final String action;

	/**
	 * @param description what is wrong
	 * @param action what to do about it
	 */
	StartFailureException(String description, String action, @Nullable Throwable cause) {
		super(description, cause);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
