package questionbank.question;

import org.hibernate.search.engine.reporting.EntityIndexingFailureContext;
import org.hibernate.search.engine.reporting.FailureContext;
import org.hibernate.search.engine.reporting.FailureHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Records failures of background writes to the index. Hibernate Search reports these
 * writes as successful before they are done, so only this handler learns of a failure.
 */
@Component
class IndexFailures implements FailureHandler {

	private static final Logger logger = LoggerFactory.getLogger(IndexFailures.class);

	private volatile boolean any;

	@Override
	public void handle(FailureContext failure) {
		this.any = true;
		logger.error("Search index may be incomplete: failed to {}", failure.failingOperation(), failure.throwable());
	}

	@Override
	public void handle(EntityIndexingFailureContext failure) {
		handle((FailureContext) failure);
	}

	/** Tells whether there was a failure since the last {@link #clear}. */
	boolean any() {
		return this.any;
	}

	/** Forgets all failures, before a repair. */
	void clear() {
		this.any = false;
	}

}
