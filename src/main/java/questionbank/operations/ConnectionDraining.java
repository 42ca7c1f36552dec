package questionbank.operations;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Connection draining: delays the shutdown after readiness went down, so that a load
 * balancer stops sending requests before the port closes. Spring Boot closes the port at
 * once. The delay precedes all other listeners, which stop executors and schedulers, so
 * that the instance serves as before until then.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ConnectionDraining.ShutdownProperties.class)
class ConnectionDraining {

	private static final Logger logger = LoggerFactory.getLogger(ConnectionDraining.class);

	private final Duration delay;

	private volatile boolean ready;

	ConnectionDraining(ShutdownProperties properties) {
		this.delay = properties.drain();
	}

	@EventListener(ApplicationReadyEvent.class)
	void expectRequests() {
		this.ready = true;
	}

	@EventListener(ContextClosedEvent.class)
	@Order(Ordered.HIGHEST_PRECEDENCE)
	void drain() {
		if (!this.ready || this.delay.isZero() || this.delay.isNegative()) {
			return;
		}
		// The event of a further context, such as of a management port, does not wait
		// again.
		this.ready = false;
		logger.info("Readiness down, closing the port in {} ms", this.delay.toMillis());
		try {
			Thread.sleep(this.delay.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * The settings of the shutdown.
	 *
	 * @param drain how long the program serves after its readiness went down, before it
	 * closes the port. Behind a load balancer, set it longer than the time in which that
	 * notices.
	 */
	@ConfigurationProperties("questionbank.shutdown")
	record ShutdownProperties(@DefaultValue("0s") Duration drain) {
	}

}
