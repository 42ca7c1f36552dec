package questionbank.mail;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Explains a failed startup whose cause is the settings of mail. */
class MailSettingsAnalyzer extends AbstractFailureAnalyzer<MailSettingsException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, MailSettingsException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
