package questionbank.operations;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Explains a {@link StartFailureException}, ahead of the analyzers of its causes. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class StartFailureAnalyzer extends AbstractFailureAnalyzer<StartFailureException> {

	@Override
	protected FailureAnalysis analyze(Throwable failure, StartFailureException cause) {
		return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
	}

}
