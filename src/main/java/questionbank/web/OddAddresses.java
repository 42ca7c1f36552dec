package questionbank.web;

import jakarta.servlet.DispatcherType;
import org.apache.catalina.core.StandardHost;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.UrlHandlerFilter;

/** Configures how addresses are handled ahead of security rules and controllers. */
@Configuration(proxyBeanMethods = false)
class OddAddresses {

	/** Ahead of every other filter, as all that make or compare addresses rely on it. */
	@Bean
	FilterRegistrationBean<ForwardedPrefix> forwardedPrefix() {
		var registration = new FilterRegistrationBean<>(new ForwardedPrefix());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** One of ours that ends in a slash leads to the one that does not. */
	@Bean
	FilterRegistrationBean<UrlHandlerFilter> withoutTrailingSlash() {
		var registration = new FilterRegistrationBean<>(UrlHandlerFilter
			.trailingSlashHandler("/questions/**", "/practice/**", "/account/**", "/people/**", "/sign-in/",
					"/sign-up/", "/setup/")
			.redirect(HttpStatus.PERMANENT_REDIRECT)
			.build());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

	/** What Tomcat does not understand is answered by us all the same. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bareErrors() {
		return (tomcat) -> tomcat.addContextCustomizers(
				(context) -> ((StandardHost) context.getParent()).setErrorReportValveClass(BareErrors.class.getName()));
	}

}
