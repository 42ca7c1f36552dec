package questionbank.web;

import java.util.Map;
import java.util.Optional;

import org.springframework.http.HttpStatus;

/**
 * Codes of binding errors that have a status of their own. All others mean that the input
 * is invalid.
 */
public final class ErrorCode {

	/** The resource has been changed by another request. */
	public static final String CONFLICT = "conflict";

	/** The requested page of a list does not exist. */
	public static final String NOT_FOUND = "not-found";

	/** The credentials are wrong, or their account is disabled. */
	public static final String UNAUTHORIZED = "unauthorized";

	private static final Map<String, HttpStatus> STATUS = Map.of(CONFLICT, HttpStatus.CONFLICT, NOT_FOUND,
			HttpStatus.NOT_FOUND, UNAUTHORIZED, HttpStatus.UNAUTHORIZED);

	private ErrorCode() {
	}

	static Optional<HttpStatus> status(String code) {
		return Optional.ofNullable(STATUS.get(code));
	}

}
