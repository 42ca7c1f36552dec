package questionbank.signin;

import java.util.List;

/** The settings name a first administrator who cannot be made. */
class UnfitAdministratorException extends RuntimeException {

	UnfitAdministratorException(List<String> errors) {
		super(String.join(" ", errors));
	}

}
