package questionbank.signin;

import java.util.List;

/** Thrown at startup if the configured first administrator is not valid. */
class UnfitAdministratorException extends RuntimeException {

	UnfitAdministratorException(List<String> errors) {
		super(String.join(" ", errors));
	}

}
