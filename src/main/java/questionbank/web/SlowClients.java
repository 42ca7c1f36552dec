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
	 * Adds the valve behind {@code RemoteIpValve}, which sets the client's address. One
	 * address may use three quarters of the request threads. Three quarters may wait for
	 * bodies, a quarter from one address. Virtual threads are no alternative: Java 17 has
	 * none, and before Java 24 H2's locks pin their carrier threads.
	 */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> slowClientValve(
			@Value("${server.tomcat.threads.max:200}") int threads) {
		var threeQuarters = Math.max(1, threads * 3 / 4);
		return (tomcat) -> tomcat.addEngineValves(new SlowClientValve(new ConcurrencyLimit(threads, threeQuarters),
				new ConcurrencyLimit(threeQuarters, Math.max(1, threads / 4)), GRACE));
	}

}
