package questionbank.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Describes the failure and the remedy when the program does not start. */
class UnfitAdministratorAnalysis extends AbstractFailureAnalyzer<UnfitAdministratorException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, UnfitAdministratorException cause) {
		return new FailureAnalysis("The first administrator cannot be created from the settings. " + cause.getMessage(),
				"Correct questionbank.admin.email and questionbank.admin.password, or remove both: "
						+ "a setup link for the first administrator is then logged.",
				cause);
	}

}
