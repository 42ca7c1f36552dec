package questionbank.web;

import java.time.Duration;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Configures Tomcat against slow clients. */
@Configuration(proxyBeanMethods = false)
class SlowClients {

	private static final Duration GRACE = Duration.ofSeconds(10);

	/**
	 * Adds the valve behind the one that finds the client's address in the headers of a
	 * trusted proxy. One address may use three quarters of the request threads; as many
	 * may wait for bodies, a third of them from one address. Virtual threads would not do
	 * instead: Java 17 has none, and before Java 24 H2's locks pin their carriers.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slowClientValve(
			@Value("${server.tomcat.threads.max:200}") int threads) {
		var most = Math.max(1, threads * 3 / 4);
		return (tomcat) -> tomcat.addEngineValves(new SlowClientValve(new ConcurrencyLimit(threads, most),
				new ConcurrencyLimit(most, Math.max(1, threads / 4)), GRACE));
	}

}
