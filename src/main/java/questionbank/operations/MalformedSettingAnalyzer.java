package questionbank.operations;

import java.io.FileNotFoundException;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.NestedExceptionUtils;

/**
 * Explains a failed startup whose root cause is a value that is refused, such as that of
 * a setting, or a file or class that a setting needs and that does not exist. Spring Boot
 * explains those that cannot be bound.
 */
class MalformedSettingAnalyzer extends AbstractFailureAnalyzer<Exception> {

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable failure, Exception exception) {
		var cause = NestedExceptionUtils.getMostSpecificCause(failure);
		if (findCause(failure, BindException.class) != null || !(cause instanceof IllegalArgumentException
				|| cause instanceof FileNotFoundException || cause instanceof ClassNotFoundException)) {
			return null;
		}
		return new FailureAnalysis("A value is refused, or a file or class is missing: " + cause.getMessage(),
				"Check the settings that this may be about. Start with --debug to log the stack trace.", failure);
	}

}
