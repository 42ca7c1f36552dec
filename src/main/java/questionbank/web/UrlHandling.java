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

/**
 * Registers filters and Tomcat valves that handle URLs ahead of security and controllers.
 */
@Configuration(proxyBeanMethods = false)
class UrlHandling {

	/** Orders the filter ahead of all others, which build or compare URLs. */
	@Bean
	FilterRegistrationBean<ForwardedPrefix> forwardedPrefix() {
		var registration = new FilterRegistrationBean<>(new ForwardedPrefix());
		registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR);
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	/** Redirects URLs with a trailing slash to the page at the URL without. */
	@Bean
	FilterRegistrationBean<Filter> trailingSlashFilter(FormMappings pages) {
		var slashes = UrlHandlerFilter.trailingSlashHandler("/*/**").redirect(HttpStatus.PERMANENT_REDIRECT).build();
		var registration = new FilterRegistrationBean<Filter>(withinContext(slashes, pages));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
		return registration;
	}

	/**
	 * Parses the path without the context path first. Spring's filter would otherwise
	 * match its patterns against the full path.
	 */
	private static Filter withinContext(UrlHandlerFilter slashes, FormMappings pages) {
		return (request, response, chain) -> {
			var path = LocalPath.of((HttpServletRequest) request);
			if (!path.endsWith("/") || !pages.isPage(path.replaceFirst("/+$", ""))) {
				chain.doFilter(request, response);
				return;
			}
			ServletRequestPathUtils.setParsedRequestPath(RequestPath.parse(path, null), request);
			slashes.doFilter(request, response, (filteredRequest, filteredResponse) -> {
				ServletRequestPathUtils.clearParsedRequestPath(filteredRequest);
				chain.doFilter(filteredRequest, filteredResponse);
			});
		};
	}

	/**
	 * Replaces the error page of Tomcat, which adds no valve if it finds one of the
	 * class.
	 */
	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> fallbackErrorValve() {
		return (tomcat) -> tomcat.addContextCustomizers((context) -> {
			var host = (StandardHost) context.getParent();
			host.setErrorReportValveClass(FallbackErrorValve.class.getName());
			host.getPipeline().addValve(new FallbackErrorValve());
		});
	}

	@Bean
	WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> acceptLanguageValve() {
		return (tomcat) -> tomcat.addEngineValves(new AcceptLanguageValve());
	}

}
