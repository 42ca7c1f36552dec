package questionbank.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Explains a failed startup whose cause is an invalid first administrator in the
 * settings.
 */
class UnfitAdministratorAnalysis extends AbstractFailureAnalyzer<UnfitAdministratorException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, UnfitAdministratorException cause) {
		return new FailureAnalysis("The first administrator cannot be created from the settings. " + cause.getMessage(),
				"Correct questionbank.admin.email and questionbank.admin.password, or remove both: "
						+ "a setup link for the first administrator is then logged.",
				cause);
	}

}
