package questionbank.entry;

import java.util.List;

/** The settings name a first administrator who cannot be made. */
class UnfitAdministratorException extends RuntimeException {

	UnfitAdministratorException(List<String> mistakes) {
		super(String.join(" ", mistakes));
	}

}
