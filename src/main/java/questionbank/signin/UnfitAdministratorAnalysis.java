package questionbank.signin;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a few lines why the program did not start, and what to do. */
class UnfitAdministratorAnalysis extends AbstractFailureAnalyzer<UnfitAdministratorException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, UnfitAdministratorException cause) {
		return new FailureAnalysis("The first administrator cannot be made from the settings. " + cause.getMessage(),
				"Put that right in questionbank.admin.email and questionbank.admin.password, or leave both out: "
						+ "the log then has a link to set up the first administrator.",
				cause);
	}

}
