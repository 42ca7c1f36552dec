package questionbank.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.core.StandardHost;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.RequestPath;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/** Configures how addresses are handled ahead of security rules and controllers. */
@Configuration(proxyBeanMethods = false)
class UrlHandling {

	/** Ahead of every other filter, as all that make or compare addresses rely on it. */
	@Bean
	FilterRegistrationBean<ForwardedPrefix> forwardedPrefix() {
		var registration = new FilterRegistrationBean<>(new ForwardedPrefix());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** Redirects addresses of pages that end in a slash to those that do not. */
	@Bean
	FilterRegistrationBean<Filter> withoutTrailingSlash() {
		var slashes = UrlHandlerFilter
			.trailingSlashHandler("/questions/**", "/practice/**", "/account/**", "/people/**", "/sign-in/",
					"/sign-up/", "/setup/")
			.redirect(HttpStatus.PERMANENT_REDIRECT)
			.build();
		var registration = new FilterRegistrationBean<Filter>(withinContext(slashes));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

	/**
	 * Spring's filter compares its patterns with the path that includes the context path,
	 * unless the request has been parsed already.
	 */
	private static Filter withinContext(UrlHandlerFilter slashes) {
		return (request, response, chain) -> {
			var path = LocalPath.of((HttpServletRequest) request);
			ServletRequestPathUtils.setParsedRequestPath(RequestPath.parse(path, null), request);
			slashes.doFilter(request, response, (onward, answer) -> {
				ServletRequestPathUtils.clearParsedRequestPath(onward);
				chain.doFilter(onward, answer);
			});
		};
	}

	/** Answers what Tomcat refuses by itself with a page of ours. */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> bareErrors() {
		return (tomcat) -> tomcat.addContextCustomizers((context) -> ((StandardHost) context.getParent())
			.setErrorReportValveClass(FallbackErrorValve.class.getName()));
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> acceptLanguageValve() {
		return (tomcat) -> tomcat.addEngineValves(new AcceptLanguageValve());
	}

}
