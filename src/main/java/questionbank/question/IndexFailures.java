package questionbank.question;

import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Takes note of what could not be written to the index in the background. Whoever had it
 * written was told that it succeeded, so that the index may lack it without anybody
 * knowing.
 */
@Component
class IndexFailures implements FailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(IndexFailures.class);

	private volatile boolean any;

	@Override
	public void handle(FailureContext failure) {
		this.any = true;
		logger.error("The search index may lack something: failed to {}", failure.failingOperation(),
				failure.throwable());
	}

	@Override
	public void handle(EntityIndexingFailureContext failure) {
		handle((FailureContext) failure);
	}

	boolean any() {
		return this.any;
	}

	void forget() {
		this.any = false;
	}

}
